// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/equalization.h"
#include "app/player/gain.h"
#include "app/player/sounddevice.h"

#include <chrono>

namespace Player {

/// What happens when the device that sounds goes away.
enum class Unplugged { FallBack, Pause };

/// What somebody may set about the sound of this device. It holds at once.
struct SoundSettings {
    SoundDevice device; ///< empty: the system's default
    Unplugged unplugged = Unplugged::FallBack;
    GainSettings gain;
    std::chrono::milliseconds crossfade{0};
    Equalization equalization;

    bool operator==(const SoundSettings &) const = default;
};

} // namespace Player
