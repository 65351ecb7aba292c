// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/limiter.h"

#include <algorithm>
#include <cmath>

namespace Player {

namespace {

constexpr float recoverySeconds = 1; // shorter ones are heard as pumping

float peakOf(std::span<const float> samples)
{
    float peak = 0;
    for (const float sample : samples)
        peak = std::max(peak, std::abs(sample));
    return peak;
}

} // namespace

Limiter::Limiter(const SoundFormat &format)
    : m_channels(std::size_t(format.channels))
    , m_step(1 / (recoverySeconds * float(format.sampleRate)))
{
}

bool Limiter::process(std::span<float> samples)
{
    if (m_gain == 1 && peakOf(samples) <= 1)
        return false;
    for (; !samples.empty(); samples = samples.subspan(m_channels)) {
        const std::span<float> frame = samples.first(m_channels);
        const float peak = peakOf(frame);
        m_gain = std::min(m_gain + m_step, peak > 1 ? 1 / peak : 1.F);
        for (float &sample : frame)
            sample = std::clamp(sample * m_gain, -1.F, 1.F); // the product is rounded
    }
    return true;
}

} // namespace Player
