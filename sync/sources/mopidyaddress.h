// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

#include <variant>

namespace Sync::Sources {

/// Where a Mopidy is, and what it is called here.
struct MopidyAddress {
    QString id; ///< of its name: [a-z0-9_.-]
    QString name;
    QUrl url; ///< "ws://HOST:PORT/mopidy/ws"

    bool operator==(const MopidyAddress &) const = default;
};

/// Reads "NAME=ws://HOST:PORT/mopidy/ws", or says what is wrong with it.
[[nodiscard]] std::variant<MopidyAddress, QString> mopidyAddressFrom(const QString &text);

} // namespace Sync::Sources
