// SPDX-License-Identifier: Apache-2.0
#include "app/personal/listening.h"

#include <algorithm>

using std::chrono::milliseconds;

namespace Personal {

std::optional<Play> Listening::become(const std::optional<Sync::PlayerState> &state, Sync::HubTime now,
                                      Moment wall)
{
    if (m_current && !m_current->state.paused())
        m_current->heard +=
            std::chrono::floor<milliseconds>(std::max(now - m_since, Sync::HubTime::duration(0)));
    m_since = now;
    const bool goesOn = m_current && state && m_current->state.playId == state->playId
        && m_current->state.trackId == state->trackId;
    if (goesOn) {
        m_current->state = *state;
        return std::nullopt;
    }
    std::optional<Play> ended;
    if (m_current && m_current->heard >= least)
        ended = playOf(*m_current);
    m_current.reset();
    if (state)
        m_current = Current{.state = *state, .started = wall};
    return ended;
}

Play Listening::playOf(const Current &current)
{
    const milliseconds duration = current.state.duration;
    const milliseconds needed = duration > milliseconds(0) ? std::min(duration / 2, enough) : enough;
    return {.trackId = current.state.trackId,
            .started = current.started,
            .played = current.heard,
            .completed = current.heard >= needed};
}

} // namespace Personal
