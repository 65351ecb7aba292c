// SPDX-License-Identifier: Apache-2.0
#include "app/personal/chronicle.h"

namespace Personal {

bool Chronicle::become(const Sync::SessionOwner &owner, const std::optional<Sync::PlayerState> &player,
                       Sync::HubTime now, Moment wall)
{
    const QString key = keyOf(owner);
    const auto play = m_sessions[key].become(player, now, wall);
    if (!player)
        m_sessions.erase(key);
    if (!play)
        return false;
    std::unique_ptr<History> &history = m_histories[owner.user];
    if (!history)
        history = std::make_unique<History>(m_directory, owner.user);
    history->add(*play);
    return true;
}

} // namespace Personal
