// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Bench {

/// Opens the window over this data and music in this process, scrolls through its tracks, and prints:
/// milliseconds from the start of the process to the first frame, KiB of anonymous memory once the scan is
/// done, and the median, the 95th percentile and the longest of the frames, in milliseconds.
int openWindowHere(int argc, char *argv[], const QString &data, const QString &music);

} // namespace Bench
