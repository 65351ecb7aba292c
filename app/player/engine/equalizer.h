// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/soundformat.h"
#include "app/player/equalization.h"

#include <span>
#include <vector>

namespace Player {

/// Ten peaking filters, one octave wide each. Gains change slowly enough not to be heard as clicks.
class Equalizer
{
public:
    explicit Equalizer(const SoundFormat &format);

    /// On the way to what is wanted; false where it left everything as it was.
    [[nodiscard]] bool process(std::span<float> samples, const Equalization &wanted);
    /// Forgets what it has heard.
    void rest();

private:
    static constexpr std::size_t bands = Equalization::centresHz.size();

    struct Filter {
        double b0 = 1, b1 = 0, b2 = 0, a1 = 0, a2 = 0;
    };
    struct Memory {
        double first = 0, second = 0;
    };

    void approach(const Equalization &wanted, std::size_t frames);
    [[nodiscard]] Filter filterFor(std::size_t band) const;

    const SoundFormat m_format;
    Equalization m_current;
    std::array<Filter, bands> m_filters{};
    std::vector<std::array<Memory, bands>> m_memories; ///< of each channel
};

} // namespace Player
