// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "integration/hub/redisfaults.h"

namespace Bench {

struct FaultFigures {
    std::vector<double>
        agreedMs; ///< after each fault was over: until every device knew of a change that was made then
    int paused = 0; ///< how often the music stopped
};

/// Has that happen @p rounds times to two hubs whose devices keep changing something. Throws
/// std::runtime_error where they do not agree any more.
[[nodiscard]] FaultFigures befall(const Testing::RedisFault &fault, int rounds);

} // namespace Bench
