// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bench/library/mpd.h"

#include <QStringList>

namespace Bench {

/// Scans in this process and prints the seconds and what was found: what a child is started for.
int scanHere(const QString &catalogue, const QString &music);

/// The same in a child, so that its memory is its own.
[[nodiscard]] std::optional<Cost> scanInChild(const QString &catalogue, const QString &music);

/// A catalogue of so many tracks with a file each, which holds nothing: for what does not read them.
[[nodiscard]] bool fillCatalogue(const QString &catalogue, const QString &music, int count);

struct SearchCost {
    double median = 0; ///< milliseconds, as the rest
    double late = 0; ///< 95 of 100 are faster
    double latest = 0;
    double lateOfProcessor = 0; ///< of its time, whatever else the machine did
    QString latestTyped;
    int count = 0;
};

/// Types the names of the catalogue letter by letter, and asks after each. For ids it asks for more of them,
/// as a page of results does.
enum class Asked { Rows, Ids };
[[nodiscard]] SearchCost typeSearches(const QString &catalogue, Asked asked);

struct ListCost {
    double tracks = 0; ///< milliseconds for the ids of all, in library order
    double albums = 0;
};
/// What a window asks for when it opens: the median of several times.
[[nodiscard]] ListCost listAll(const QString &catalogue);

} // namespace Bench
