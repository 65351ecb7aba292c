// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <vector>

/// Sound of which any short piece tells where it is from.
namespace Noise {

inline constexpr int sampleRate = 44100;
inline constexpr int channels = 2;

/// Interleaved samples; the same @p seed makes the same.
[[nodiscard]] std::vector<qint16> make(int frames, quint32 seed);
/// Of @p count channels, with ffmpeg; the suffix of @p path names the format. False where that cannot be.
[[nodiscard]] bool write(const QString &path, const std::vector<qint16> &samples,
                         const QStringList &options = {}, int count = channels);

} // namespace Noise
