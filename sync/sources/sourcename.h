// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <variant>

namespace Sync::Sources {

/// What a foreign player is called here, and where it is.
struct NamedAddress {
    QString id; ///< of its name: [a-z0-9_.-]
    QString name;
    QString address;

    bool operator==(const NamedAddress &) const = default;
};

/// Reads "NAME=ADDRESS", or says what is wrong with the name. The address may be anything.
[[nodiscard]] std::variant<NamedAddress, QString> namedAddressFrom(const QString &text);

} // namespace Sync::Sources
