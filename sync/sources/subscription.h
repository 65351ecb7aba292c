// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <variant>

namespace Sync::Sources {

/// What somebody wants to hear of.
struct Subscription {
    QStringList sources{}; ///< their kinds; empty: all
    std::optional<quint64> since{}; ///< the last event that was heard
    /// One event for many that come at once, and no first word.
    bool bursts = false;

    [[nodiscard]] bool wants(const QString &source) const
    {
        return sources.isEmpty() || sources.contains(source);
    }
    bool operator==(const Subscription &) const = default;
};

/// The subscription in the query of an address; or what is wrong with it.
[[nodiscard]] std::variant<Subscription, QByteArray> readSubscription(const QByteArray &query);

} // namespace Sync::Sources
