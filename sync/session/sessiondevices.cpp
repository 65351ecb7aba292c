// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"
#include "sync/session/session.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

QString idOf(const Member &member)
{
    return member.wire == Native::Wire::Plain ? u"plain-%1"_s.arg(member.connection) : member.device;
}

/// Nothing for a device that is away, even if its place is still kept.
template <typename Members> const Member *memberOf(const Members &members, const QString &device)
{
    const auto found = std::ranges::find_if(members, [&device](const auto &entry) {
        return !entry.second.lostAt && idOf(entry.second) == device;
    });
    return found == members.end() ? nullptr : &found->second;
}

} // namespace

QList<Native::Device> Session::devices() const
{
    QList<Native::Device> devices;
    for (const auto &[connection, member] : m_members) {
        if (member.lostAt)
            continue;
        const bool output = isOutput(member);
        devices.append({.id = idOf(member),
                        .name = m_memory.nameOf(member.device, member.name),
                        .wire = member.wire,
                        .output = output,
                        .active = output && member.active,
                        .condition = member.condition,
                        .time = member.time,
                        .volume = member.volume,
                        .timing = member.timing});
    }
    // Outputs first, then by name: the listing is cut, and must not jump about.
    std::ranges::sort(devices, [](const Native::Device &a, const Native::Device &b) {
        return std::tuple(!a.output, a.wire == Native::Wire::Plain, a.name, a.id)
            < std::tuple(!b.output, b.wire == Native::Wire::Plain, b.name, b.id);
    });
    return devices;
}

std::chrono::milliseconds Session::startsAhead() const
{
    const auto together = std::ranges::count_if(m_members, [](const auto &entry) {
        const Member &member = entry.second;
        return member.wire == Native::Wire::Native && member.output && member.active && !member.lostAt
            && Native::canSound(member.condition);
    });
    return together > 1 ? Limits::togetherAhead : std::chrono::milliseconds(0);
}

std::optional<Refusal> Session::choose(const QStringList &devices, HubTime now)
{
    if (devices.isEmpty())
        return Refusal::NothingChosen;
    for (const QString &device : devices) {
        const Member *const member = memberOf(m_members, device);
        if (!member)
            return Refusal::NoSuchDevice;
        if (!isOutput(*member))
            return Refusal::NoOutput;
    }
    followAlone();
    const bool handsOver = handsOverTo(devices);
    for (auto &[connection, member] : m_members)
        if (member.wire == Native::Wire::Native && !(handsOver && isSounding(member)))
            activate(member, devices.contains(member.device), now);
    m_handover = handsOver ? std::optional(Handover{.to = devices, .until = now + Limits::handoverWithin})
                           : std::nullopt;
    m_memory.chooseOthers();
    ++m_devicesRevision;
    return std::nullopt;
}

bool Session::chooseSomeone(ConnectionId asker, HubTime now)
{
    const auto isChosen = [this](const auto &entry) { return isOutput(entry.second) && entry.second.active; };
    if (!m_player || m_player->paused() || std::ranges::any_of(m_members, isChosen))
        return false;
    const auto own = m_members.find(asker);
    const bool only = own != m_members.end() && isOutput(own->second);
    for (auto &[connection, member] : m_members)
        if (isOutput(member) && (!only || connection == asker))
            activate(member, true, now);
    if (!std::ranges::any_of(m_members, isChosen))
        return false;
    m_memory.chooseOthers();
    ++m_devicesRevision;
    return true;
}

std::optional<Refusal> Session::rename(const QString &device, const QString &name,
                                       const std::optional<QString> &formerly)
{
    const Member *const member = memberOf(m_members, device);
    if (!member && !formerly)
        return Refusal::NoSuchDevice;
    if (member && member->wire == Native::Wire::Plain)
        return Refusal::NoName;
    m_memory.rename(device, member ? member->name : m_memory.saidBy(device).value_or(*formerly), name);
    ++m_devicesRevision;
    return std::nullopt;
}

std::variant<ConnectionId, Refusal> Session::whoSetsVolume(const QString &device,
                                                           const Native::Volume &wish) const
{
    const Member *const member = memberOf(m_members, device);
    if (!member)
        return Refusal::NoSuchDevice;
    if ((wish.percent && !member->volume.percent) || (wish.muted && !member->volume.muted))
        return Refusal::NoVolume;
    return member->connection;
}

bool Session::takeVolume(ConnectionId sender, const QString &device, const Native::Volume &volume)
{
    const auto found = m_members.find(sender);
    if (found == m_members.end() || idOf(found->second) != device)
        return false;
    Native::Volume &own = found->second.volume;
    own = {.percent = volume.percent ? volume.percent : own.percent,
           .muted = volume.muted ? volume.muted : own.muted};
    return true;
}

Session Session::aloneFor(ConnectionId connection, QString epoch, HubTime now) const
{
    Session alone = *this;
    alone.m_epoch = std::move(epoch);
    alone.m_members.clear();
    alone.m_plainOutput = 0;
    alone.m_handover.reset();
    const auto found = m_members.find(connection);
    const bool sounds = found != m_members.end() && soundsNow(found->second);
    if (m_player && !m_player->paused() && !sounds)
        (void)alone.apply(Pause{.at = now});
    return alone;
}

QList<DeviceMemory::Output> Session::chosen() const
{
    QList<DeviceMemory::Output> chosen;
    for (const auto &[connection, member] : m_members)
        if (member.wire == Native::Wire::Native && member.output)
            chosen.append({.device = member.device, .active = member.active});
    return chosen;
}

bool Session::isOutput(const Member &member) const
{
    if (!member.hub.isEmpty())
        return member.output; // its hub knows
    switch (member.wire) {
    case Native::Wire::Plain:
        return member.connection == m_plainOutput;
    case Native::Wire::Native:
        return member.output;
    }
    Q_UNREACHABLE();
}

void Session::activate(Member &member, bool active, HubTime now)
{
    if (std::exchange(member.active, active) || !active || !m_player)
        return;
    // Until it says itself how far it is: it goes on where the session is.
    member.confirmedRevision = m_revision;
    member.confirmed = positionAt(*m_player, now);
}

} // namespace Sync
