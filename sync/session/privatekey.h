// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace Sync {

/// Whose session one is: a user's, or the one that a device of that user has for itself.
struct SessionOwner {
    QString user;
    QString device{}; ///< empty: all of the user's devices share it

    [[nodiscard]] bool isPrivate() const { return !device.isEmpty(); }
    bool operator==(const SessionOwner &) const = default;
};

/// What the names begin with under which private sessions are stored.
inline constexpr QLatin1StringView privatePrefix{"private/"};

/// The name under which a session is stored: the user's for the shared one.
[[nodiscard]] QString keyOf(const SessionOwner &owner);
/// Nothing where @p key is not a private session's.
[[nodiscard]] std::optional<SessionOwner> privateOwner(const QString &key);

} // namespace Sync
