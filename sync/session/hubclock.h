// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace Sync {

/// The hub's monotonic clock in microseconds. Counts time asleep too, so that a suspended machine notices.
struct HubClock {
    using duration = std::chrono::microseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<HubClock>;
    static constexpr bool is_steady = true;

    static time_point now() noexcept;
};
using HubTime = HubClock::time_point;

/// UTC as the wires carry it.
using WallTime = std::chrono::sys_time<std::chrono::milliseconds>;

/// One reading of the hub's clock, with what turns it into wall time and back. While `wallOffset` stays the
/// same wall(hub(t)) == t, so differences of stamps are exact.
struct Instant {
    HubTime now;
    std::chrono::microseconds wallOffset{0};

    [[nodiscard]] WallTime wall(HubTime time) const
    {
        return WallTime(std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch() + wallOffset));
    }
    [[nodiscard]] WallTime wall() const { return wall(now); }
    [[nodiscard]] HubTime hub(WallTime time) const { return HubTime(time.time_since_epoch() - wallOffset); }

    bool operator==(const Instant &) const = default;
};

/// The next reading: the offset is kept until the wall clock has stepped, or crept away, by more than 50 ms.
[[nodiscard]] Instant read(const Instant &previous, HubTime now, WallTime wall);

/// Reads both clocks of this machine.
[[nodiscard]] Instant readClocks(const Instant &previous);

} // namespace Sync
