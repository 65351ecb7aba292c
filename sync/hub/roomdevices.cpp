// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/room.h"

#include "sync/limits.h"

using namespace Qt::StringLiterals;

namespace Sync {

void Room::touchDevices()
{
    if (!m_deviceDelay.isActive())
        m_deviceDelay.start();
}

void Room::tellMembersChanged()
{
    touchDevices();
    if (m_owner.isPrivate())
        m_house.privateDevicesChanged(m_owner.user);
}

Native::Devices Room::devices() const
{
    QList<Native::Device> devices = m_ledger.session().devices();
    if (m_owner.isPrivate())
        for (Native::Device &device : devices)
            device.isPrivate = true;
    else
        devices += m_house.privateDevices(m_owner.user);
    const int total = int(devices.size());
    devices.resize(qMin(devices.size(), qsizetype(Limits::devicesListed)));
    return {.devices = devices, .total = total};
}

/// To everybody here, and to other hubs.
void Room::sayDevices()
{
    tellDevices();
    m_ledger.sayMembers();
}

void Room::tellDevices()
{
    sendNative(devices());
    Q_EMIT devicesChanged();
}

Room::Outcome Room::carryOut(const Native::ChooseOutputs &choice)
{
    return attempt(
        choice.type, [&](Session &session) { return session.choose(choice.devices, now()); }, "devices"_L1);
}

/// Part of a transaction.
void Room::mindHandover()
{
    Session &session = m_ledger.session();
    const auto moved = session.handedOver(now());
    if (!moved)
        return;
    const QStringList to = session.handover()->to;
    session.endHandover(*moved, now());
    if (*moved)
        return;
    QStringList names;
    for (const Native::Device &device : session.devices())
        if (to.contains(device.id))
            names.append(device.name);
    const Native::Fault fault{
        .command = Native::ChooseOutputs::type,
        .field = u"devices"_s,
        .reason = u"%1 could not be heard within %2 s, so the music stays where it is"_s.arg(
            names.isEmpty() ? u"that device"_s : names.join(u", "_s),
            QString::number(
                std::chrono::duration_cast<std::chrono::seconds>(Limits::handoverWithin).count()))};
    const auto asker = m_connections.find(m_handoverAsker);
    if (asker != m_connections.end())
        asker->second->send(Frame::text(Native::serialize(Native::HubMessage(fault))));
}

void Room::handle(Connection &connection, const Native::SetVolume &volume)
{
    if (m_ledger.session().takeVolume(connection.id(), volume.device, volume.volume))
        return touchDevices();
    const Outcome fault =
        connection.caller().role < Role::Controller ? onlyListens(volume.type) : wish(volume);
    if (fault)
        connection.send(Frame::text(Native::serialize(Native::HubMessage(*fault))));
}

Room::Outcome Room::rename(const QString &device, const QString &name, const std::optional<QString> &formerly)
{
    return attempt(
        "rename"_L1, [&](Session &session) { return session.rename(device, name, formerly); }, "device"_L1);
}

Room::Outcome Room::wish(const Native::SetVolume &volume)
{
    const auto handOn = [&](Session &session) -> std::optional<Refusal> {
        const auto receiver = session.whoSetsVolume(volume.device, volume.volume);
        if (const auto *refusal = std::get_if<Refusal>(&receiver))
            return *refusal;
        const auto found = m_connections.find(std::get<ConnectionId>(receiver));
        if (found == m_connections.end())
            m_ledger.say(HubWords::WishVolume{.device = volume.device, .volume = volume.volume});
        else
            found->second->send(Frame::text(
                Native::serialize(Native::HubMessage(Native::VolumeWish{.volume = volume.volume}))));
        return std::nullopt;
    };
    return attempt(volume.type, handOn, "device"_L1);
}

} // namespace Sync
