// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/dither.h"
#include "app/player/engine/equalizer.h"
#include "app/player/engine/limiter.h"

#include <atomic>

namespace Player {

/// What is done to all sound on its way out: the equalizer, the limiter, and dither for a device of few bits.
class Processing
{
public:
    explicit Processing(const SoundFormat &format);

    /// Of any thread.
    void setEqualization(const Equalization &wanted);

    // The pulling thread's.
    /// @p exact: the samples are whole numbers of the format's bits. They stay as they are, then, where
    /// nothing is to be changed.
    void process(std::span<float> samples, bool exact);
    /// Silence comes.
    void rest() { m_equalizer.rest(); }

private:
    std::array<std::atomic<float>, Equalization::centresHz.size()> m_wantedDb{};
    Equalizer m_equalizer;
    Limiter m_limiter;
    Dither m_dither;
};

} // namespace Player
