// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/soundformat.h"

#include <span>

namespace Player {

/// Keeps samples within -1..1: turned down at once where they would be cut off, up again slowly. Without any
/// delay, so that the position stays exact.
class Limiter
{
public:
    explicit Limiter(const SoundFormat &format);

    /// False where it left everything as it was.
    [[nodiscard]] bool process(std::span<float> samples);

private:
    const std::size_t m_channels;
    const float m_step; ///< up, for each frame
    float m_gain = 1;
};

} // namespace Player
