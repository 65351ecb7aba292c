// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <variant>

/// Redis: where sessions are that several hubs share. Hub thread, all of it.
namespace Sync::Redis {

/// Where a Redis is, and what it lets one in with.
struct Address {
    QString host; ///< empty: at `socket`
    quint16 port = 6379;
    QString socket{}; ///< path of a unix socket
    QString user{}; ///< of its access list; empty: the usual one
    QString password{};
    int database = 0;
    QString prefix = QStringLiteral("segue"); ///< of all its keys and channels
    std::chrono::days keptFor{0}; ///< a session that nobody changes; 0: for ever

    /// Without what is secret.
    [[nodiscard]] QString shown() const;
    /// Of a key or a channel of that user or shelf. What is within its braces tells a cluster's nodes whose
    /// it is.
    [[nodiscard]] QByteArray keyOf(const QString &owner, const QByteArray &what) const;
    bool operator==(const Address &) const = default;
};

/// Reads "redis://[USER[:PASSWORD]@]HOST[:PORT][/DATABASE]" or
/// "unix://[USER[:PASSWORD]@]/PATH[?db=DATABASE]", with "prefix" and "expire_days" as further parameters; or
/// says what is wrong with it, without its password.
[[nodiscard]] std::variant<Address, QString> addressFrom(const QString &text);

} // namespace Sync::Redis
