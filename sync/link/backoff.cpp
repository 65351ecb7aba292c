// SPDX-License-Identifier: Apache-2.0
#include "sync/link/backoff.h"

#include <algorithm>

using std::chrono::milliseconds;

namespace Sync {

std::chrono::milliseconds backoff(int attempt, double jitter, milliseconds first, milliseconds last)
{
    constexpr int mostDoublings = 10;
    const milliseconds doubled = first * (1 << std::clamp(attempt, 0, mostDoublings));
    const milliseconds longest = std::min(doubled, last);
    const milliseconds spread(qint64(jitter * double(longest.count()) / 2));
    return std::max(longest / 2 + spread, first);
}

} // namespace Sync
