// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

namespace App {

/// What ReplayGain says, in decibels to its reference level; peaks are 1 at full scale. Nothing where nobody
/// has measured it.
struct Loudness {
    std::optional<float> trackGain{};
    std::optional<float> trackPeak{};
    std::optional<float> albumGain{};
    std::optional<float> albumPeak{};
    bool isMeasured = false; ///< the track's gain is not from tags: the sound itself was analysed

    bool operator==(const Loudness &) const = default;
};

} // namespace App
