// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/analysis/analysisjob.h"
#include "app/library/measurements.h"
#include "app/library/track.h"

#include <QList>
#include <QString>

#include <chrono>

/// Music of known loudness. A sine of 1 kHz in both channels is as loud in LUFS as its peak is high in dBFS
/// (EBU Tech 3341, case 1).
namespace LoudMusic {

/// A stretch of that sine.
struct Stretch {
    double decibels = -23; ///< of full scale
    double seconds = 2;
};

/// With ffmpeg; the ending of @p path chooses the format. False where that cannot be.
[[nodiscard]] bool make(const QString &path, const QList<Stretch> &stretches);

/// Whether a gain leads from there to ReplayGain's reference, within what Tech 3341 allows a meter.
[[nodiscard]] bool fits(const std::optional<float> &gain, double loudness);

/// Measures what the catalogue has to be measured.
[[nodiscard]] Analysis::AnalysisReport analyse(const QString &catalogue);

} // namespace LoudMusic
