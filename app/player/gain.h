// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/loudness.h"

namespace Player {

using App::Loudness;

enum class GainMode {
    Off,
    Track, ///< all tracks are equally loud
    Album, ///< an album keeps its own differences
    Automatic, ///< album within an album, else track
};

struct GainSettings {
    GainMode mode = GainMode::Off;
    float preampDb = 0; ///< added to what the tags say

    bool operator==(const GainSettings &) const = default;
};

/// What samples are multiplied with at a volume of 0..1 as the ear hears it: cubic, as PulseAudio has it.
[[nodiscard]] constexpr float gainAt(double volume) { return float(volume * volume * volume); }

/// What samples are multiplied with; 1 where nothing is known. Never so much that the peak would be cut off.
[[nodiscard]] float gainFor(const Loudness &loudness, const GainSettings &settings, bool withinAlbum);

} // namespace Player
