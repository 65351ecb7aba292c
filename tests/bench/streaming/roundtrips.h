// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/session/tracks.h"

#include <vector>

namespace Bench {

/// From a word of one client of the hub at @p port to its arrival at another, @p count times one after the
/// other. Fewer where some did not arrive.
[[nodiscard]] std::vector<double> roundTripsMs(quint16 port, Sync::TrackId track, int count);

} // namespace Bench
