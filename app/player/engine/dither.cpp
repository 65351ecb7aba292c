// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/dither.h"

namespace Player {

namespace {

constexpr int heardUpTo = 16; // bits

float stepOf(int bits) { return bits <= heardUpTo ? 1 / float(1 << (bits - 1)) : 0; }

} // namespace

Dither::Dither(const SoundFormat &format)
    : m_step(stepOf(format.bits))
{
}

void Dither::process(std::span<float> samples)
{
    if (m_step == 0)
        return;
    std::uniform_real_distribution<float> half(-m_step / 2, m_step / 2);
    for (float &sample : samples)
        sample += half(m_random) + half(m_random);
}

} // namespace Player
