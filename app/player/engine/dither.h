// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/soundformat.h"

#include <random>
#include <span>

namespace Player {

/// Makes rounding to a device's few bits sound like even noise, and not like distortion: adds two random
/// values of up to half a step each.
class Dither
{
public:
    explicit Dither(const SoundFormat &format);

    /// Does nothing where steps are too small to be heard.
    void process(std::span<float> samples);

private:
    const float m_step; ///< zero where they are too small
    std::minstd_rand m_random;
};

} // namespace Player
