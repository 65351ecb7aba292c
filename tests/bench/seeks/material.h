// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace Seeks {

/// A file to play, and what it sounds like at 8000 samples a second.
struct Material {
    static constexpr int samplesPerMs = 8;

    QString name;
    QString path;
    std::vector<float> sound;

    [[nodiscard]] int durationMs() const { return int(sound.size()) / samplesPerMs; }
};

/// Pink noise in the format the suffix names: it differs at every moment, so a place in it can be recognised.
[[nodiscard]] std::optional<Material> makeNoise(const QString &directory, const QString &suffix);

[[nodiscard]] std::optional<Material> readMaterial(const QString &name, const QString &path);

/// The music of Debian's wesnoth-music package that is here and long enough.
[[nodiscard]] QStringList installedMusic();

} // namespace Seeks
