// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/measurements.h"
#include "app/player/engine/soundformat.h"

#include <memory>
#include <span>
#include <vector>

namespace Analysis {

/// Measures loudness by EBU R 128, as ReplayGain 2.0 has it: gains lead to -18 LUFS, peaks are those of the
/// samples. Memory does not grow with the length.
class Meter
{
public:
    /// Throws std::bad_alloc.
    explicit Meter(const Player::SoundFormat &format);
    ~Meter();
    Meter(Meter &&other) noexcept;
    Meter &operator=(Meter &&other) noexcept;

    /// Whole frames.
    void take(std::span<const float> samples);
    /// That was all. Keeps only what it takes to measure an album.
    void finish();

    /// After finish().
    [[nodiscard]] Library::Measured measured() const { return m_measured; }
    /// Of several, all finished, as if they were one.
    [[nodiscard]] static Library::Measured together(const std::vector<Meter> &meters);

private:
    class State;
    std::unique_ptr<State> m_state;
    Library::Measured m_measured;
};

} // namespace Analysis
