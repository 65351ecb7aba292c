// SPDX-License-Identifier: Apache-2.0
#include "app/player/sleeptimer.h"

#include <algorithm>

namespace Player {

using std::chrono::milliseconds;

void SleepTimer::start(milliseconds length, TimePoint now)
{
    m_end = now + length;
    m_asked.reset();
}

milliseconds SleepTimer::left(TimePoint now) const
{
    return m_end ? std::max(std::chrono::ceil<milliseconds>(*m_end - now), milliseconds(0)) : milliseconds(0);
}

SleepTimer::Step SleepTimer::next(bool playing, TimePoint now)
{
    if (!m_end)
        return {};
    if (const milliseconds rest = left(now); rest.count() > 0)
        return {.gain = playing ? std::min(1.0, double(rest.count()) / Sleeping::fade.count()) : 1};
    if (!playing) {
        cancel();
        return {};
    }
    const bool asks = !m_asked || now - *m_asked >= Sleeping::askAgain;
    if (asks)
        m_asked = now;
    return {.gain = 0, .pause = asks};
}

} // namespace Player
