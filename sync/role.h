// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <array>
#include <optional>
#include <utility>

namespace Sync {

/// What a device may do; each may also do what those before it may.
enum class Role {
    Listener, ///< see, play along, set its own volume
    Controller, ///< play, queue, playlists
    Admin, ///< let others in
};

inline constexpr std::array<std::pair<Role, QLatin1StringView>, 3> roleNames{{
    {Role::Listener, QLatin1StringView("listener")},
    {Role::Controller, QLatin1StringView("controller")},
    {Role::Admin, QLatin1StringView("admin")},
}};

[[nodiscard]] inline QLatin1StringView nameOf(Role role) { return roleNames.at(std::size_t(role)).second; }

[[nodiscard]] inline std::optional<Role> roleNamed(QStringView name)
{
    for (const auto &[role, known] : roleNames)
        if (name == known)
            return role;
    return std::nullopt;
}

/// Who asks something of the hub.
struct Caller {
    QString user;
    Role role = Role::Listener;
    qint64 token = 0; ///< its number (Tokens); zero for this machine itself
    QString device{}; ///< that has the token; empty where it has no id

    bool operator==(const Caller &) const = default;
};

} // namespace Sync
