// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/processing.h"

#include <algorithm>

namespace Player {

Processing::Processing(const SoundFormat &format)
    : m_equalizer(format)
    , m_limiter(format)
    , m_dither(format)
{
}

void Processing::setEqualization(const Equalization &wanted)
{
    // One by one: on their way they are not the wanted ones anyway.
    std::ranges::copy(wanted.gainsDb, m_wantedDb.begin());
}

void Processing::process(std::span<float> samples, bool exact)
{
    Equalization wanted;
    std::ranges::copy(m_wantedDb, wanted.gainsDb.begin());
    const bool equalized = m_equalizer.process(samples, wanted);
    const bool limited = m_limiter.process(samples);
    if (!exact || equalized || limited)
        m_dither.process(samples);
}

} // namespace Player
