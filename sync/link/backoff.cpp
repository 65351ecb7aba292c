// SPDX-License-Identifier: Apache-2.0
#include "sync/link/backoff.h"

#include "sync/limits.h"

#include <algorithm>

namespace Sync {

std::chrono::milliseconds backoff(int attempt, double jitter)
{
    using std::chrono::milliseconds;
    constexpr int mostDoublings = 10;
    const milliseconds doubled = Limits::reconnectFirst * (1 << std::clamp(attempt, 0, mostDoublings));
    const milliseconds longest = std::min(doubled, Limits::reconnectLast);
    const milliseconds spread(qint64(jitter * double(longest.count()) / 2));
    return std::max(longest / 2 + spread, Limits::reconnectFirst);
}

} // namespace Sync
