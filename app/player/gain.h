// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

namespace Player {

/// How loud media is as ReplayGain tells it: decibels to be added, and the largest sample, 1 at full scale.
/// Nothing where nobody has measured it.
struct Loudness {
    std::optional<float> trackGain{};
    std::optional<float> trackPeak{};
    std::optional<float> albumGain{};
    std::optional<float> albumPeak{};

    bool operator==(const Loudness &) const = default;
};

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

/// What samples are multiplied with; 1 where nothing is known. Never so much that the peak would be cut off.
[[nodiscard]] float gainFor(const Loudness &loudness, const GainSettings &settings, bool withinAlbum);

} // namespace Player
