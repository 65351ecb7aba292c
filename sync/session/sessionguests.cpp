// SPDX-License-Identifier: Apache-2.0
#include "sync/session/session.h"

#include <algorithm>

namespace Sync {

namespace {

/// Connections of other hubs have numbers that no connection here has.
ConnectionId guestId(const QString &hub, ConnectionId connection)
{
    constexpr ConnectionId guestBit = ConnectionId(1) << 52; // numbers must fit into JSON's
    constexpr ConnectionId hubMask = (ConnectionId(1) << 20) - 1;
    return guestBit | ((qHash(hub, 0) & hubMask) << 32) | (connection & 0xffff'ffff);
}

} // namespace

QList<Member> Session::ownMembers() const
{
    QList<Member> own;
    for (const auto &[connection, member] : m_members)
        if (member.hub.isEmpty() && !member.lostAt) {
            own.append(member);
            own.last().output = isOutput(member);
        }
    return own;
}

QList<ConnectionId> Session::setGuests(const QString &hub, const QList<Member> &members)
{
    std::erase_if(m_members, [&hub](const auto &entry) { return entry.second.hub == hub; });
    QList<ConnectionId> moved;
    for (Member member : members) {
        member.connection = guestId(hub, member.connection);
        member.hub = hub;
        const auto same = std::ranges::find_if(m_members, [&member](const auto &entry) {
            return member.wire == Native::Wire::Native && entry.second.wire == Native::Wire::Native
                && entry.second.device == member.device;
        });
        if (same != m_members.end() && same->second.since > member.since)
            continue; // it has left that hub, which does not know it yet
        if (same != m_members.end()) {
            if (same->second.hub.isEmpty())
                moved.append(same->first);
            m_members.erase(same);
        }
        m_members.insert_or_assign(member.connection, std::move(member));
    }
    return moved;
}

void Session::leaveGuest(const QString &hub, ConnectionId connection,
                         std::optional<std::chrono::milliseconds> position, HubTime now)
{
    leave(guestId(hub, connection), position, now);
}

void Session::loseGuests(const QString &hub, HubTime heard, HubTime now)
{
    QList<ConnectionId> gone;
    for (const auto &[connection, member] : m_members)
        if (member.hub == hub)
            gone.append(connection);
    for (const ConnectionId connection : gone)
        lose(connection, heard, now);
}

void Session::abandon(std::chrono::milliseconds position, HubTime now)
{
    if (!m_player || m_player->paused())
        return;
    PlayerState paused = *m_player;
    paused.position = position;
    paused.since = now;
    paused.pausedBy = PausedBy::Lease;
    change(paused);
}

} // namespace Sync
