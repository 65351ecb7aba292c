// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace Bench {

// What a process costs; zero where it is gone.

/// What it has for itself alone and no file holds, in KiB.
[[nodiscard]] qint64 anonymousKib(qint64 process);
/// The most it ever had in memory.
[[nodiscard]] qint64 peakKib(qint64 process);
/// User and system time of all its threads, to the nanosecond.
[[nodiscard]] double processorSeconds(qint64 process);

} // namespace Bench
