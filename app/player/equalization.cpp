// SPDX-License-Identifier: Apache-2.0
#include "app/player/equalization.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Player {

namespace {

constexpr EqualizationPreset presets[] = {
    {"off"_L1, {}},
    {"bass"_L1, {{6, 5, 4, 2.5, 1, 0, 0, 0, 0, 0}}},
    {"treble"_L1, {{0, 0, 0, 0, 0, 1, 2.5, 4, 5, 6}}},
    {"voice"_L1, {{-4, -3, -1, 1, 3, 3.5, 3, 1.5, 0, -1}}},
    {"quiet"_L1, {{6, 4.5, 2, 0, -1, -1, 0, 1, 3, 4}}},
    {"small"_L1, {{-6, -3, 3, 4, 2, 0, 0, 1, 2, 2}}},
    {"rock"_L1, {{4, 3.5, 2, 0, -1, -0.5, 1, 2.5, 3.5, 4}}},
    {"pop"_L1, {{-1, 0, 1.5, 2.5, 3, 2.5, 1, 0, -0.5, -1}}},
    {"dance"_L1, {{5, 5.5, 3, 0, -1, 0, 1.5, 2.5, 2, 1}}},
    {"jazz"_L1, {{3, 2, 1, 1.5, -1, -1, 0, 1, 2, 3}}},
    {"classical"_L1, {{2.5, 2, 1.5, 0.5, 0, 0, -0.5, 0.5, 1.5, 2}}},
};

} // namespace

std::span<const EqualizationPreset> equalizationPresets() { return presets; }

std::optional<Equalization> equalizationFrom(const QString &words)
{
    if (const auto preset = std::ranges::find(presets, words, &EqualizationPreset::name);
        preset != std::ranges::end(presets))
        return preset->equalization;
    Equalization equalization;
    const QStringList parts = words.split(u',');
    if (parts.size() != qsizetype(equalization.gainsDb.size()))
        return std::nullopt;
    for (std::size_t band = 0; band < equalization.gainsDb.size(); ++band) {
        bool good = false;
        const float gain = parts.at(qsizetype(band)).trimmed().toFloat(&good);
        if (!good || !(std::abs(gain) <= Equalization::mostDb))
            return std::nullopt;
        equalization.gainsDb[band] = gain;
    }
    return equalization;
}

QString wordsFor(const Equalization &equalization)
{
    const auto preset = std::ranges::find(presets, equalization, &EqualizationPreset::equalization);
    if (preset != std::ranges::end(presets))
        return preset->name;
    QStringList numbers;
    for (const float gain : equalization.gainsDb)
        numbers.append(QString::number(gain));
    return numbers.join(u',');
}

} // namespace Player
