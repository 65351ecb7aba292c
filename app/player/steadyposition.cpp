// SPDX-License-Identifier: Apache-2.0
#include "app/player/steadyposition.h"

#include <algorithm>
#include <vector>

namespace Player {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr size_t reportsKept = 20;
constexpr milliseconds landing = 300ms; // what is said sooner after a seek is where it was meant to go
constexpr milliseconds stuckAfter = 500ms; // far above the engine's steps: the sound has stopped

milliseconds elapsed(SteadyPosition::TimePoint since, SteadyPosition::TimePoint now)
{
    return std::chrono::duration_cast<milliseconds>(now - since);
}

} // namespace

void SteadyPosition::restart(milliseconds position, TimePoint now)
{
    m_since = now;
    m_movedAt = now;
    m_from = position;
    m_reported = position;
    m_behind.clear();
}

void SteadyPosition::report(milliseconds position, TimePoint now)
{
    if (position != m_reported)
        m_movedAt = now;
    m_reported = position;
    if (now - m_since < landing)
        return;
    m_behind.push_back(m_from + elapsed(m_since, now) - position);
    if (m_behind.size() > reportsKept)
        m_behind.pop_front();
}

milliseconds SteadyPosition::at(TimePoint now) const
{
    if (now - m_movedAt > stuckAfter)
        return m_reported;
    const auto even = m_from + elapsed(m_since, now);
    if (m_behind.empty())
        return even;
    std::vector<milliseconds> sorted(m_behind.begin(), m_behind.end());
    const auto middle = sorted.begin() + std::ptrdiff_t(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    return std::max(even - *middle, 0ms);
}

} // namespace Player
