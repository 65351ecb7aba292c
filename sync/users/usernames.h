// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/user.h"

#include <QList>

#include <variant>

namespace Sync {

enum class NameFault {
    Empty,
    TooLong, ///< more than Limits::userNameCharacters
    Unprintable, ///< control characters, or such as turn the direction of what follows
    Taken, ///< by another user, letter case aside
};

/// What people read.
[[nodiscard]] QString sentence(NameFault fault);

/// @p text as a user's name: without spaces at its ends or two in a row. @p others must not have it.
[[nodiscard]] std::variant<QString, NameFault> asUserName(const QString &text, const QList<User> &others);

/// The one with that id, or else with that name, letter case aside; null where there is none.
[[nodiscard]] const User *userCalled(const QString &text, const QList<User> &users);

} // namespace Sync
