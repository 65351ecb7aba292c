// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/personal/history.h"
#include "app/personal/listening.h"
#include "sync/session/privatekey.h"

#include <memory>
#include <unordered_map>

namespace Personal {

/// Writes down what is heard in the sessions of a hub, private ones included: to each user their own. One
/// thread.
class Chronicle
{
public:
    /// @p directory: of the personal data, whose database must have been prepared.
    explicit Chronicle(QString directory)
        : m_directory(std::move(directory))
    {
    }

    /// The session of @p owner is like this from @p now on. True where that user's history has an entry more.
    /// Throws DatabaseError.
    [[nodiscard]] bool become(const Sync::SessionOwner &owner, const std::optional<Sync::PlayerState> &player,
                              Sync::HubTime now, Moment wall);

private:
    const QString m_directory;
    std::unordered_map<QString, Listening> m_sessions; ///< by keyOf() their owners
    std::unordered_map<QString, std::unique_ptr<History>> m_histories; ///< by user
};

} // namespace Personal
