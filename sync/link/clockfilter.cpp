// SPDX-License-Identifier: Apache-2.0
#include "sync/link/clockfilter.h"

#include <algorithm>

namespace Sync {

namespace {
// At one sample in three seconds the oldest is 48 s old: two clocks 100 ppm apart differ by 5 ms in that
// time.
constexpr std::size_t samplesKept = 16;
} // namespace

std::chrono::microseconds ClockSample::offset() const
{
    return ((received.time_since_epoch() - sent) + (answered.time_since_epoch() - heard)) / 2;
}

std::chrono::microseconds ClockSample::delay() const { return (heard - sent) - (answered - received); }

void ClockFilter::add(const ClockSample &sample)
{
    if (sample.delay() < std::chrono::microseconds(0))
        return; // an answer to something else
    m_samples.push_back(sample);
    if (m_samples.size() > samplesKept)
        m_samples.pop_front();
}

std::optional<std::chrono::microseconds> ClockFilter::offset() const
{
    const auto sample = std::ranges::min_element(m_samples, {}, &ClockSample::delay);
    if (sample == m_samples.end())
        return std::nullopt;
    return sample->offset();
}

} // namespace Sync
