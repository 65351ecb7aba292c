// SPDX-License-Identifier: Apache-2.0
#include "app/player/sounddevice.h"

#include <algorithm>

namespace Player {

std::optional<SoundDevice> deviceLike(const SoundDevice &wanted, const QList<SoundDevice> &devices)
{
    auto found = std::ranges::find(devices, wanted.id, &SoundDevice::id);
    if (found == devices.end() && !wanted.name.isEmpty())
        found = std::ranges::find(devices, wanted.name, &SoundDevice::name);
    return found == devices.end() ? std::nullopt : std::optional(*found);
}

std::optional<SoundDevice> bestDevice(const SoundDevice &wanted, const QByteArray &usualId,
                                      const QList<SoundDevice> &devices)
{
    if (const auto there = deviceLike(wanted, devices))
        return there;
    if (const auto usual = deviceLike({.id = usualId}, devices))
        return usual;
    return devices.isEmpty() ? std::nullopt : std::optional(devices.first());
}

} // namespace Player
