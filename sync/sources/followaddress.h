// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

#include <variant>

namespace Sync::Sources {

/// Where a server is that is followed, a Segue or a linux-audio-server, and what it is called here.
struct FollowAddress {
    QString id; ///< of its name: [a-z0-9_.-]
    QString name;
    QUrl url; ///< "http://HOST:PORT", or "https://HOST:PORT" with "#sha256=" where it vouches for itself

    bool operator==(const FollowAddress &) const = default;
};

/// Reads "NAME=http://HOST:PORT", or says what is wrong with it. Without a port it is 6681.
[[nodiscard]] std::variant<FollowAddress, QString> followAddressFrom(const QString &text);

} // namespace Sync::Sources
