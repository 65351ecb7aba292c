// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/walk.h"

#include <atomic>
#include <variant>

namespace Library {

/// A file to be read.
struct ReadingJob {
    FoundFile file;
    bool isKnown = false;
    bool isInNewRoot = false;
};

struct Reading {
    ReadingJob job;
    std::variant<QList<Track>, Problem> result; ///< several where a cue sheet divides the file
    QList<Problem> sheetProblems{};
    bool wasOpened = true; ///< a file that cannot be opened tells nothing of what is in it
};

/// Reads these files; fewer where that is cancelled. In a new root a track counts as added when its file came
/// onto this disk, elsewhere it is added now.
[[nodiscard]] QList<Reading> readAll(const QList<ReadingJob> &jobs, WallTime now,
                                     const std::atomic_bool &cancelled);

/// How many files are worth reading at once.
[[nodiscard]] int readerThreads();

} // namespace Library
