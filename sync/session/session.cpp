// SPDX-License-Identifier: Apache-2.0
#include "sync/session/session.h"

#include "sync/limits.h"

#include <algorithm>

using std::chrono::milliseconds;

namespace Sync {

std::optional<Refusal> Session::apply(const Update &update)
{
    std::variant<PlayerState, Refusal> result = updated(m_player, update);
    if (const auto *refusal = std::get_if<Refusal>(&result))
        return *refusal;
    auto &player = std::get<PlayerState>(result);
    if (std::holds_alternative<NewTrack>(update))
        player.playId = quint64(m_revision) + 1;
    change(player);
    return std::nullopt;
}

std::optional<ConnectionId> Session::join(Member member, const std::optional<Native::Playing> &playing,
                                          HubTime now)
{
    std::optional<ConnectionId> superseded;
    member.since = now;
    if (member.output && member.active)
        followAlone();
    if (member.wire == Native::Wire::Native) {
        // What was chosen while it was away counts, not what it remembers.
        if (!m_memory.returned(member.device).value_or(true))
            member.active = false;
        const auto old = std::ranges::find_if(m_members, [&](const auto &entry) {
            return entry.second.wire == Native::Wire::Native && entry.second.device == member.device;
        });
        if (old != m_members.end()) {
            superseded = old->first;
            if (old->second.output)
                member.active = old->second.active;
            m_members.erase(old);
        }
        m_memory.heard(member.device, member.name);
    }
    const bool wasPlayedOn = playing && member.output && member.active && m_player
        && m_player->pausedBy == PausedBy::Lease && playing->epoch == m_epoch
        && playing->playId == m_player->playId;
    m_members.insert_or_assign(member.connection, std::move(member));
    if (wasPlayedOn) {
        (void)apply(ChangePosition{.position = playing->position, .at = now});
        (void)apply(Resume{.at = now});
    }
    return superseded;
}

std::optional<Member> Session::member(ConnectionId connection) const
{
    const auto found = m_members.find(connection);
    return found == m_members.end() ? std::nullopt : std::optional(found->second);
}

std::optional<QString> Session::deviceOf(ConnectionId connection) const
{
    const auto member = m_members.find(connection);
    return member == m_members.end() ? std::nullopt : std::optional(member->second.device);
}

void Session::becomePlainOutput(ConnectionId connection)
{
    if (m_members.contains(connection))
        m_plainOutput = connection;
}

void Session::heardPlain(ConnectionId connection, HubTime now)
{
    const auto member = m_members.find(connection);
    if (connection != m_plainOutput || member == m_members.end() || !m_player)
        return;
    member->second.confirmedRevision = m_revision;
    member->second.confirmed = positionAt(*m_player, now);
}

void Session::report(ConnectionId connection, const Native::Report &report)
{
    const auto found = m_members.find(connection);
    if (found == m_members.end() || !found->second.output)
        return;
    Member &member = found->second;
    member.condition = report.condition;
    member.time = report.time;
    if (!member.active)
        return; // it is nowhere
    member.confirmedRevision = report.revision;
    member.confirmed = report.position;
}

void Session::leave(ConnectionId connection, std::optional<milliseconds> position, HubTime now)
{
    const auto member = m_members.find(connection);
    if (member == m_members.end() || !m_player)
        return remove(connection, milliseconds(0), PausedBy::User, now);
    remove(connection, position.value_or(positionAt(*m_player, now)), PausedBy::User, now);
}

void Session::lose(ConnectionId connection, HubTime heard, HubTime now)
{
    const auto member = m_members.find(connection);
    if (member == m_members.end())
        return;
    const bool mayReturn = member->second.wire == Native::Wire::Native && soundsNow(member->second);
    if (mayReturn)
        member->second.lostAt = heard;
    else
        remove(connection, confirmedBy(member->second), PausedBy::Lease, now);
}

void Session::expire(HubTime now)
{
    QList<ConnectionId> over;
    for (const auto &[connection, member] : m_members)
        if (member.lostAt && now - *member.lostAt >= Limits::goneAfter)
            over.append(connection);
    for (const ConnectionId connection : over)
        remove(connection, confirmedBy(m_members.at(connection)), PausedBy::Lease, now);
}

bool Session::soundsNow(const Member &member) const
{
    if (!m_player || m_player->paused())
        return false;
    return isOutput(member) && member.active && Native::canSound(member.condition);
}

bool Session::someoneSounds() const
{
    return std::ranges::any_of(m_members, [this](const auto &entry) { return soundsNow(entry.second); });
}

milliseconds Session::confirmedBy(const Member &member) const
{
    if (!m_player)
        return milliseconds(0);
    return member.confirmedRevision == m_revision ? member.confirmed : m_player->position;
}

milliseconds Session::confirmedPosition(HubTime now) const
{
    // Of several outputs the one that got furthest: some never report.
    std::optional<milliseconds> furthest;
    for (const auto &[connection, member] : m_members)
        if (soundsNow(member))
            furthest = std::max(furthest.value_or(milliseconds(0)), confirmedBy(member));
    return furthest.value_or(positionAt(*m_player, now));
}

void Session::change(const PlayerState &player)
{
    if (m_player == player)
        return;
    m_player = player;
    ++m_revision;
}

void Session::remove(ConnectionId connection, milliseconds stoppedAt, PausedBy by, HubTime now)
{
    const auto member = m_members.find(connection);
    if (member == m_members.end())
        return;
    const bool sounded = soundsNow(member->second);
    // Whoever said goodbye while it sounded may sound when it returns, whatever was chosen meanwhile.
    if (member->second.wire == Native::Wire::Native && member->second.output
        && (by == PausedBy::Lease || !member->second.active))
        m_memory.gone({.device = member->second.device, .active = member->second.active});
    m_members.erase(member);
    if (m_plainOutput == connection)
        m_plainOutput = 0;
    if (!m_player || m_player->paused() || someoneSounds())
        return;
    if (!sounded && !m_members.empty())
        return; // somebody still listens to what was silent here
    PlayerState paused = *m_player;
    paused.position = sounded ? stoppedAt : positionAt(*m_player, now);
    paused.since = now;
    paused.pausedBy = by;
    change(paused);
}

} // namespace Sync
