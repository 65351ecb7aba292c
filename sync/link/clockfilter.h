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

/// The hub's clock as seen from ours at one moment.
struct ClockEstimate {
    std::chrono::microseconds offset{0}; ///< how far it is ahead
    double driftPpm = 0; ///< how much faster it runs
    /// As wrong as the offset may well be by all that varies: jitter, drift, and the age of what was heard.
    /// That one way always takes longer than the other nobody can hear: half the least delay bounds it.
    std::chrono::microseconds error{0};
};

/// Follows the hub's clock: a line through the last samples' offsets by weighted least squares. When the line
/// makes several samples in a row impossible, all to the same side, a clock was set, and they begin a new
/// one. A value; the samples carry all times.
///
/// A sample is wrong by at most half of what its delay exceeds the least possible one (Mills' wedge, the
/// reason for the clock filter of RFC 5905). Its variance is that of an even spread over this width,
/// (excess + floor)^2 / 12, where the floor stands for what the least delay seen exceeds the least possible
/// one. It is taken (1 + excess / floor) times, because long delays are mostly those of one way, all wrong to
/// the same side. It grows with age, because clocks do not keep their rate. What any two clocks may drift
/// apart enters like one more sample, so that the drift counts as much as it is known.
class ClockFilter
{
public:
    void add(const ClockSample &sample);
    void clear();
    /// Nothing before the first sample.
    [[nodiscard]] std::optional<ClockEstimate> at(std::chrono::microseconds ownTime) const;
    /// When to ask again after a question: soon while little is known.
    [[nodiscard]] std::chrono::milliseconds askAfter() const;

private:
    /// From the newest sample on, which is at (0, 0), in microseconds.
    struct Line {
        double offset = 0;
        double drift = 0;
        double offsetVariance = 0;
        double covariance = 0;
        double driftVariance = 0;
    };
    /// What the network does to all samples, in microseconds.
    struct Delays {
        double least = 0;
        double floor = 0;
    };

    [[nodiscard]] double contradiction(const ClockSample &sample) const;
    [[nodiscard]] Delays delays() const;
    [[nodiscard]] double weight(const ClockSample &sample) const;
    [[nodiscard]] Line line() const;

    std::deque<ClockSample> m_samples;
    Delays m_delays;
    Line m_line;
    double m_doubt = 0; ///< how far the newest sample was above the line, if that made it impossible
    int m_doubts = 0; ///< such samples in a row, to the same side
};

} // namespace Sync
