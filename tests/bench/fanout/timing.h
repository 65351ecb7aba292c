// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>

namespace Fanout {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;
using Microseconds = std::chrono::duration<double, std::micro>;

// The end of one phase, never later than the end of the whole run.
inline Clock::time_point phaseEnd(Clock::duration limit, Clock::time_point runEnd)
{
    return std::min(Clock::now() + limit, runEnd);
}

} // namespace Fanout
