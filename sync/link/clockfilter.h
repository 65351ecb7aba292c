// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/session/hubclock.h"

#include <deque>
#include <optional>

namespace Sync {

/// One question and answer between two monotonic clocks: sent and heard by ours, received and answered by the
/// hub's.
struct ClockSample {
    std::chrono::microseconds sent{0};
    HubTime received;
    HubTime answered;
    std::chrono::microseconds heard{0};

    /// How far the hub's clock is ahead of ours, if both ways took equally long.
    [[nodiscard]] std::chrono::microseconds offset() const;
    /// Time on the way, both ways; half of it bounds the offset's error.
    [[nodiscard]] std::chrono::microseconds delay() const;
};

/// The hub's clock as seen from here: of the last samples the one with the least delay, which the network has
/// disturbed least. A value; the samples carry all times.
class ClockFilter
{
public:
    void add(const ClockSample &sample);
    void clear() { m_samples.clear(); }
    /// Nothing before the first sample.
    [[nodiscard]] std::optional<std::chrono::microseconds> offset() const;

private:
    std::deque<ClockSample> m_samples;
};

} // namespace Sync
