// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/roomchange.h"

#include "sync/limits.h"

using namespace Qt::StringLiterals;

namespace Sync {

void Room::touchDevices()
{
    if (!m_deviceDelay.isActive())
        m_deviceDelay.start();
}

void Room::sayDevices()
{
    QList<Native::Device> devices = m_session->devices();
    const int total = int(devices.size());
    devices.resize(qMin(devices.size(), qsizetype(Limits::devicesListed)));
    sendNative(Native::Devices{.devices = devices, .total = total});
}

void Room::handle(Connection &connection, const Native::ChooseOutputs &choice)
{
    attempt(connection, choice.type, "devices"_L1,
            [&](Session &session) { return session.choose(choice.devices, now()); });
    sayDevices(); // at once: the sound moves with it
}

void Room::handle(Connection &connection, const Native::SetVolume &volume)
{
    if (m_session->takeVolume(connection.id(), volume.device, volume.volume))
        return touchDevices();
    if (connection.caller().role < Role::Controller)
        return refuseListener(connection, volume.type);
    attempt(connection, volume.type, "device"_L1, [&](Session &session) -> std::optional<Refusal> {
        const auto receiver = session.whoSetsVolume(volume.device, volume.volume);
        if (const auto *refusal = std::get_if<Refusal>(&receiver))
            return *refusal;
        m_connections.at(std::get<ConnectionId>(receiver))
            ->send(Frame::text(
                Native::serialize(Native::HubMessage(Native::VolumeWish{.volume = volume.volume}))));
        return std::nullopt;
    });
}

} // namespace Sync
