// SPDX-License-Identifier: Apache-2.0
#include "sync/link/clockfilter.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace Sync {

namespace {
constexpr std::size_t samplesKept = 192;
constexpr microseconds forgottenAfter = 2min; ///< of silence
constexpr int doubtsBelieved = 3;
constexpr std::size_t burstLength = 16;
constexpr std::size_t settledFrom = 128;
constexpr std::chrono::milliseconds burstEvery = 60ms;
constexpr std::chrono::milliseconds settlingEvery = 125ms; ///< the drift is not known before
constexpr std::chrono::milliseconds steadyEvery = 1s;
constexpr double million = 1e6;
constexpr double usualDrift = 100 / million; ///< of two clocks out of three by at most so much
constexpr double mostDrift = 500 / million;
constexpr double wander = 5 / million; ///< how much a clock's rate changes while samples are kept
constexpr double clockGrain = 5; ///< microseconds
constexpr double partOfUsualExcess = 0.25; ///< that the least delay may have too
constexpr double evenSpread = 12; ///< the width's square by the variance
constexpr double sigmasClaimed = 2.5;

microseconds middle(const ClockSample &sample) { return (sample.sent + sample.heard) / 2; }
double number(microseconds time) { return double(time.count()); }
microseconds rounded(double time) { return microseconds(std::llround(time)); }
} // namespace

microseconds ClockSample::offset() const
{
    return ((received.time_since_epoch() - sent) + (answered.time_since_epoch() - heard)) / 2;
}

microseconds ClockSample::delay() const { return (heard - sent) - (answered - received); }

void ClockFilter::clear() { *this = {}; }

void ClockFilter::add(const ClockSample &sample)
{
    if (sample.delay() < 0us)
        return; // an answer to something else
    if (!m_samples.empty()) {
        const ClockSample &last = m_samples.back();
        if (sample.heard < last.heard || sample.sent - last.heard > forgottenAfter)
            clear(); // our clock has gone back, or the machine has slept
        else if (sample.sent <= last.sent)
            return; // said twice, or overtaken
    }
    const double doubt = contradiction(sample);
    const bool isAgreed = doubt * std::exchange(m_doubt, doubt) > 0;
    m_doubts = isAgreed ? m_doubts + 1 : int(doubt != 0);
    m_samples.push_back(sample);
    if (m_doubts == doubtsBelieved)
        m_samples.erase(m_samples.begin(), m_samples.end() - std::exchange(m_doubts, 0));
    if (m_samples.size() > samplesKept)
        m_samples.pop_front();
    m_delays = delays();
    m_line = line();
}

std::optional<ClockEstimate> ClockFilter::at(microseconds ownTime) const
{
    if (m_samples.empty())
        return std::nullopt;
    const ClockSample &newest = m_samples.back();
    const double ahead = number(ownTime - middle(newest));
    const double variance =
        m_line.offsetVariance + ahead * (2 * m_line.covariance + ahead * m_line.driftVariance);
    return ClockEstimate{.offset = newest.offset() + rounded(m_line.offset + m_line.drift * ahead),
                         .driftPpm = m_line.drift * million,
                         .error = rounded(sigmasClaimed * std::sqrt(variance))};
}

std::chrono::milliseconds ClockFilter::askAfter() const
{
    if (m_samples.size() < burstLength)
        return burstEvery;
    return m_samples.size() < settledFrom ? settlingEvery : steadyEvery;
}

/// How far it is from the line, if that is more than both can be wrong; else 0.
double ClockFilter::contradiction(const ClockSample &sample) const
{
    const auto expected = at(middle(sample));
    if (!expected)
        return 0;
    const double excess = std::abs(number(sample.delay()) - m_delays.least);
    const double apart = number(sample.offset() - expected->offset);
    const double explained = (excess + m_delays.floor) / 2 + number(expected->error);
    return std::abs(apart) > explained ? apart : 0;
}

ClockFilter::Delays ClockFilter::delays() const
{
    std::vector<double> all(m_samples.size());
    std::ranges::transform(m_samples, all.begin(), number, &ClockSample::delay);
    const auto median = all.begin() + std::ptrdiff_t(all.size() / 2);
    std::ranges::nth_element(all, median);
    const double least = *std::min_element(all.begin(), median + 1);
    return {.least = least,
            .floor = clockGrain + partOfUsualExcess * (*median - least) + least / double(all.size())};
}

/// One over the variance.
double ClockFilter::weight(const ClockSample &sample) const
{
    const double width = number(sample.delay()) - m_delays.least + m_delays.floor;
    const double aged = wander * number(middle(m_samples.back()) - middle(sample));
    return 1 / (width * width / evenSpread * (width / m_delays.floor) + aged * aged);
}

ClockFilter::Line ClockFilter::line() const
{
    const ClockSample &newest = m_samples.back();
    double weights = 0;
    double times = 0;
    double squares = 1 / (usualDrift * usualDrift);
    double offsets = 0;
    double products = 0;
    for (const ClockSample &sample : m_samples) {
        const double weighed = weight(sample);
        const double time = number(middle(sample) - middle(newest));
        const double offset = number(sample.offset() - newest.offset());
        weights += weighed;
        times += weighed * time;
        squares += weighed * time * time;
        offsets += weighed * offset;
        products += weighed * time * offset;
    }
    const double determinant = weights * squares - times * times;
    const double slope = (weights * products - times * offsets) / determinant;
    const double drift = std::clamp(slope, -mostDrift, mostDrift);
    return {.offset = (offsets - drift * times) / weights,
            .drift = drift,
            .offsetVariance = squares / determinant,
            .covariance = -times / determinant,
            .driftVariance = weights / determinant};
}

} // namespace Sync
