// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/track.h"

#include <QList>
#include <QStringList>

#include <atomic>
#include <functional>
#include <optional>

namespace Library {

struct ScanProgress {
    int found = 0; ///< files seen so far
    int done = 0; ///< of these: known, read or refused
    QString folder{};
};

/// What a scan came to, in files.
struct ScanReport {
    int added = 0;
    int updated = 0;
    int unchanged = 0;
    int removed = 0;
    int postponed = 0; ///< changed a moment ago, and perhaps not yet whole
    bool cancelled = false; ///< nothing was removed then, and the numbers are those up to that point
    QList<Problem> problems{};
};

/// One scan. The callbacks are called on the thread that runs it, `entering` on another one.
struct ScanOrder {
    QString catalogue;
    QStringList roots;
    const std::atomic_bool &cancelled;
    std::function<void(const ScanProgress &)> progress;
    std::function<void()> stored;
    std::function<void(const QString &folder)> entering{}; ///< before the folder is read; may be empty
    WallTime now = wallTime();
    /// Files changed later than this are left to a later scan: somebody may still be writing them.
    std::optional<WallTime> wholeBefore{};
};

/// Brings the catalogue up to date with the roots; blocks until that is done. Whatever goes wrong is in the
/// report.
[[nodiscard]] ScanReport runScan(const ScanOrder &order);

} // namespace Library
