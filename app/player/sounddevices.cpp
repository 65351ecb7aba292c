// SPDX-License-Identifier: Apache-2.0
#include "app/player/sounddevices.h"

#include <QAudioDevice>
#include <QMediaDevices>

#include <algorithm>

namespace Player {

namespace {

SoundDevice from(const QAudioDevice &device) { return {.id = device.id(), .name = device.description()}; }

} // namespace

SoundDevices::SoundDevices(QObject *parent)
    : QObject(parent)
    , m_devices(std::make_unique<QMediaDevices>())
{
    connect(m_devices.get(), &QMediaDevices::audioOutputsChanged, this, &SoundDevices::changed);
}

SoundDevices::~SoundDevices() = default;

QList<SoundDevice> SoundDevices::all() const
{
    QList<SoundDevice> devices;
    for (const QAudioDevice &device : QMediaDevices::audioOutputs())
        devices.append(from(device));
    return devices;
}

std::optional<SoundDevice> SoundDevices::usual() const
{
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    return device.isNull() ? std::nullopt : std::optional(from(device));
}

std::optional<SoundDevice> deviceWith(const QByteArray &id, const QList<SoundDevice> &devices)
{
    const auto found = std::ranges::find(devices, id, &SoundDevice::id);
    return found == devices.end() ? std::nullopt : std::optional(*found);
}

} // namespace Player
