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

} // namespace Player
