// SPDX-License-Identifier: Apache-2.0
#include "sync/session/playerstate.h"

#include <algorithm>

using std::chrono::milliseconds;

namespace Sync {

namespace {

milliseconds within(milliseconds position, milliseconds duration)
{
    const milliseconds low = std::max(position, milliseconds(0));
    return duration > milliseconds(0) ? std::min(low, duration) : low;
}

PlayerState next(const PlayerState &state, const NewTrack &track)
{
    return {.trackId = track.trackId,
            .context = {.fromIs = track.fromIs.value_or(state.context.fromIs),
                        .fromIsId = track.fromIsId.value_or(state.context.fromIsId)},
            .position = within(track.position, track.duration),
            .since = track.at,
            .playId = state.playId,
            .duration = track.duration,
            .item = state.item};
}

PlayerState next(PlayerState state, const Pause &pause)
{
    if (state.paused()) {
        // A person who pauses what the hub had paused means it: no output takes that back.
        if (pause.by == PausedBy::User)
            state.pausedBy = PausedBy::User;
        return state;
    }
    state.position = positionAt(state, pause.at);
    state.since = pause.at;
    state.pausedBy = pause.by;
    return state;
}

PlayerState next(PlayerState state, const Resume &resume)
{
    if (!state.paused())
        return state;
    state.since = resume.at;
    state.pausedBy = PausedBy::Nobody;
    return state;
}

PlayerState next(PlayerState state, const ChangePosition &change)
{
    state.position = within(change.position, state.duration);
    state.since = change.at;
    return state;
}

} // namespace

milliseconds positionAt(const PlayerState &state, HubTime time)
{
    if (state.paused())
        return within(state.position, state.duration);
    const auto elapsed =
        std::chrono::floor<milliseconds>(std::max(time - state.since, HubClock::duration(0)));
    return within(state.position + elapsed, state.duration);
}

std::chrono::microseconds timelineAt(const PlayerState &state, HubTime time)
{
    return state.position + (state.paused() ? HubClock::duration(0) : time - state.since);
}

std::variant<PlayerState, Refusal> updated(const std::optional<PlayerState> &before, const Update &update)
{
    if (const auto *track = std::get_if<NewTrack>(&update)) {
        if (!before && !(track->fromIs && track->fromIsId))
            return Refusal::NoContext;
    } else if (!before) {
        return Refusal::NoTrack;
    }
    return std::visit([&](const auto &u) { return next(before.value_or(PlayerState{}), u); }, update);
}

} // namespace Sync
