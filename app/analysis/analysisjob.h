// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/session/tracks.h"

#include <QString>

#include <atomic>
#include <functional>
#include <stop_token>

namespace Analysis {

/// In tracks.
struct AnalysisProgress {
    int done = 0;
    int total = 0;

    bool operator==(const AnalysisProgress &) const = default;
};

/// What an analysis came to.
struct AnalysisReport {
    int measured = 0; ///< tracks
    int flawed = 0; ///< tracks that were not whole, or no sound at all
    int albums = 0;
    bool cancelled = false;
    QString problem{}; ///< why it ended early, in a sentence
};

/// One analysis. The callbacks are called on the thread that runs it.
struct AnalysisOrder {
    QString catalogue;
    std::stop_token stop;
    std::atomic_bool &changed; ///< the catalogue is to be looked through again; taken back where it is
    std::function<void(const AnalysisProgress &)> progress;
    std::function<void()> stored; ///< something new is known
    /// What is about to be played: its album comes before the others.
    std::function<QList<Sync::TrackId>()> wanted;
};

/// Measures every track whose loudness nobody knows, and its album; blocks until that is done. Decoding has a
/// thread of its own, which gets what others leave of the processors.
[[nodiscard]] AnalysisReport runAnalysis(const AnalysisOrder &order);

} // namespace Analysis
