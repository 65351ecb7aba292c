// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>
#include <QString>

#include <array>
#include <optional>
#include <span>

namespace Player {

/// How loud each octave is to be. All zero: nothing is changed.
struct Equalization {
    static constexpr std::array<int, 10> centresHz{31, 62, 125, 250, 500, 1000, 2000, 4000, 8000, 16000};
    static constexpr float mostDb = 12;

    std::array<float, 10> gainsDb{};

    bool operator==(const Equalization &) const = default;
};

struct EqualizationPreset {
    QLatin1StringView name; ///< as settings call it
    Equalization equalization;
};

/// The first is "off".
[[nodiscard]] std::span<const EqualizationPreset> equalizationPresets();
/// A preset's name, or ten numbers of decibels with commas between them; nothing for anything else.
[[nodiscard]] std::optional<Equalization> equalizationFrom(const QString &words);
/// A preset's name where it is one, else the ten numbers.
[[nodiscard]] QString wordsFor(const Equalization &equalization);

} // namespace Player
