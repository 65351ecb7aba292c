// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace Sync {

/// How long to wait before attempt @p attempt (from 0) to connect again: doubling from Limits::reconnectFirst
/// to Limits::reconnectLast, spread by @p jitter in [0, 1) over the upper half so that a house full of
/// devices does not come back in one moment.
[[nodiscard]] std::chrono::milliseconds backoff(int attempt, double jitter);

} // namespace Sync
