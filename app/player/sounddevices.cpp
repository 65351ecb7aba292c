// SPDX-License-Identifier: Apache-2.0
#include "app/player/sounddevices.h"

#include "app/player/engine/pulseserver.h"

#include <algorithm>

namespace Player {

namespace {

SoundDevice from(const PulseDevice &device) { return {.id = device.id, .name = device.name}; }

} // namespace

SoundDevices::SoundDevices(QObject *parent)
    : QObject(parent)
    , m_server(std::make_unique<PulseServer>())
{
    connect(m_server.get(), &PulseServer::devicesChanged, this, &SoundDevices::changed);
    connect(m_server.get(), &PulseServer::lost, this, &SoundDevices::changed);
}

SoundDevices::~SoundDevices() = default;

QList<SoundDevice> SoundDevices::all() const
{
    QList<SoundDevice> devices;
    for (const PulseDevice &device : m_server->devices())
        devices.append(from(device));
    return devices;
}

std::optional<SoundDevice> SoundDevices::usual() const { return deviceWith(m_server->usualDevice(), all()); }

std::optional<SoundDevice> deviceWith(const QByteArray &id, const QList<SoundDevice> &devices)
{
    const auto found = std::ranges::find(devices, id, &SoundDevice::id);
    return found == devices.end() ? std::nullopt : std::optional(*found);
}

} // namespace Player
