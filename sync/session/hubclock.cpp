// SPDX-License-Identifier: Apache-2.0
#include "sync/session/hubclock.h"

#include <ctime>

using namespace std::chrono_literals;

namespace Sync {

namespace {
constexpr std::chrono::microseconds believedOffsetError = 50ms;
}

HubTime HubClock::now() noexcept
{
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return HubTime(std::chrono::seconds(time.tv_sec)
                   + std::chrono::duration_cast<duration>(std::chrono::nanoseconds(time.tv_nsec)));
}

Instant read(const Instant &previous, HubTime now, WallTime wall)
{
    const std::chrono::microseconds offset = wall.time_since_epoch() - now.time_since_epoch();
    const bool stepped = std::chrono::abs(offset - previous.wallOffset) > believedOffsetError;
    return {.now = now, .wallOffset = stepped ? offset : previous.wallOffset};
}

Instant readClocks(const Instant &previous)
{
    const auto wall = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    return read(previous, HubClock::now(), wall);
}

} // namespace Sync
