// SPDX-License-Identifier: Apache-2.0
#include "app/player/gain.h"

#include <algorithm>
#include <cmath>

namespace Player {

float gainFor(const Loudness &loudness, const GainSettings &settings, bool withinAlbum)
{
    if (settings.mode == GainMode::Off)
        return 1;
    const bool album =
        settings.mode == GainMode::Album || (settings.mode == GainMode::Automatic && withinAlbum);
    // Many files have only one of them, and either is better than none.
    const auto gain = album && loudness.albumGain ? loudness.albumGain
        : loudness.trackGain                      ? loudness.trackGain
                                                  : loudness.albumGain;
    if (!gain)
        return 1;
    const auto peak =
        gain == loudness.albumGain && loudness.albumPeak ? loudness.albumPeak : loudness.trackPeak;
    const float factor = std::pow(10.F, (*gain + settings.preampDb) / 20.F);
    return peak && *peak > 0 ? std::min(factor, 1.F / *peak) : factor;
}

} // namespace Player
