// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace Bench {

/// One sound in a file of some format.
struct Piece {
    QString name;
    QString path;
    bool isLossless = false;
    bool isMp3 = false;
};

/// Noise at Noise::sampleRate, of which any short piece tells where it is from.
class Material
{
public:
    /// @p seconds of it, under @p folder.
    Material(const QString &folder, int seconds);

    /// In ten formats; fewer, having said so, where ffmpeg cannot make one.
    [[nodiscard]] std::vector<Piece> inAllFormats() const;
    /// Frames from @p begin on, as a file. Nothing where that cannot be made.
    [[nodiscard]] std::optional<QString> cut(const QString &name, int begin, int frames,
                                             const QStringList &options = {}) const;

    [[nodiscard]] const std::vector<qint16> &samples() const { return m_samples; } ///< of two channels
    [[nodiscard]] int frames() const { return int(m_samples.size()) / 2; }
    [[nodiscard]] QString folder() const { return m_folder; }

private:
    QString m_folder;
    std::vector<qint16> m_samples;
};

} // namespace Bench
