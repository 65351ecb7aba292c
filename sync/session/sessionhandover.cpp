// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"
#include "sync/session/session.h"

#include <algorithm>

using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace Sync {

namespace {

constexpr milliseconds adoptedFrom(2); // less is not worth a revision

/// Whose word can be relied on: it is here, and says when it sounds.
bool isExact(const Member &member)
{
    return member.wire == Native::Wire::Native && member.hub.isEmpty() && !member.lostAt && member.output
        && member.timing == Native::Timing::Exact;
}

} // namespace

bool Session::isSounding(const Member &member) const
{
    return soundsNow(member) && member.condition == Native::Condition::Sounding;
}

/// From some that are heard to others that are not yet.
bool Session::handsOverTo(const QStringList &devices) const
{
    bool leaves = false;
    for (const auto &[connection, member] : m_members) {
        const bool chosen = devices.contains(member.device);
        leaves = leaves || (!chosen && isExact(member) && isSounding(member));
        if (chosen && (!isExact(member) || isSounding(member)))
            return false;
    }
    return leaves;
}

std::optional<bool> Session::handedOver(HubTime now) const
{
    if (!m_handover)
        return std::nullopt;
    bool possible = false;
    bool leaves = false;
    for (const auto &[connection, member] : m_members) {
        const bool chosen = m_handover->to.contains(member.device);
        if (chosen && isSounding(member) && member.confirmedRevision == m_revision)
            return true;
        possible = possible || (chosen && isExact(member) && Native::canSound(member.condition));
        leaves = leaves || (!chosen && soundsNow(member));
    }
    if (!leaves)
        return true; // paused meanwhile, or those who sounded are gone
    return possible && now < m_handover->until ? std::nullopt : std::optional(false);
}

void Session::endHandover(bool moved, HubTime now)
{
    for (auto &[connection, member] : m_members)
        if (member.wire == Native::Wire::Native && m_handover->to.contains(member.device) != moved)
            activate(member, false, now);
    m_handover.reset();
    ++m_devicesRevision;
}

/// What sounds alone is where it is: others are to come to it, and need not pull it along.
void Session::followAlone()
{
    const Member *alone = nullptr;
    for (const auto &[connection, member] : m_members) {
        if (!soundsNow(member))
            continue;
        if (alone || !isExact(member) || !isSounding(member) || member.confirmedRevision != m_revision)
            return;
        alone = &member;
    }
    if (!alone || std::chrono::abs(alone->time.error) < adoptedFrom)
        return;
    PlayerState player = *m_player;
    player.since -= alone->time.error;
    const ConnectionId connection = alone->connection;
    change(player);
    m_members.at(connection).confirmedRevision = m_revision;
    m_members.at(connection).time.error = microseconds(0);
}

} // namespace Sync
