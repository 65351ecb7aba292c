// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/limits.h"

#include <chrono>

namespace Sync {

/// How long to wait before attempt @p attempt (from 0) to connect again: doubling from @p first to @p last,
/// spread by @p jitter in [0, 1) over the upper half so that a house full of devices does not come back in
/// one moment.
[[nodiscard]] std::chrono::milliseconds backoff(int attempt, double jitter,
                                                std::chrono::milliseconds first = Limits::reconnectFirst,
                                                std::chrono::milliseconds last = Limits::reconnectLast);

} // namespace Sync
