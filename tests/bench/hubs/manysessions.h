// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/redisserver.h"

#include <vector>

namespace Bench {

/// What many sessions in one Redis cost.
struct ManySessions {
    double bytesEach = 0; ///< of Redis' memory: of one with a queue of a hundred tracks that two hubs watch
    double changesPerSecond = 0;
    double redisUsEach = 0; ///< of Redis' processor, for a change
    std::vector<double> latenessMs; ///< until the other hub has heard of it
};

/// Every session is watched by two of @p hubs, and changed by one of them: @p each a second of all, or as
/// fast as Redis takes them where that is zero. Only the stores of hubs, without hubs. Throws
/// std::runtime_error.
[[nodiscard]] ManySessions changeMany(const Testing::RedisServer &redis, int sessions, int hubs, int each,
                                      int seconds);

} // namespace Bench
