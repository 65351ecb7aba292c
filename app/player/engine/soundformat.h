// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>

namespace Player {

/// Samples are floating-point and interleaved; a frame has one for each channel.
struct SoundFormat {
    int sampleRate = 44100;
    int channels = 2;
    int bits = 32; ///< of the whole numbers the samples come from, or go to; 32 where they are finer

    bool operator==(const SoundFormat &) const = default;

    [[nodiscard]] std::int64_t framesIn(std::chrono::microseconds time) const
    {
        // Whole seconds apart: the product of a long time and a high rate does not fit.
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time);
        return seconds.count() * sampleRate + (time - seconds).count() * sampleRate / 1'000'000;
    }
    [[nodiscard]] std::chrono::microseconds timeOf(std::int64_t frames) const
    {
        return std::chrono::seconds(frames / sampleRate)
            + std::chrono::microseconds(frames % sampleRate * 1'000'000 / sampleRate);
    }
};

} // namespace Player
