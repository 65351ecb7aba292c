// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/session/hubclock.h"
#include "sync/session/queue.h"

#include <optional>
#include <variant>

namespace Sync {

enum class PausedBy {
    Nobody, ///< playing
    User,
    Lease, ///< the hub: the last output vanished; an output that kept sounding takes it back
};

/// What a session plays, as of `since`. Positions later than that are computed, never stored.
struct PlayerState {
    TrackId trackId = 0;
    Context context;
    PausedBy pausedBy = PausedBy::Nobody;
    std::chrono::milliseconds position{0};
    HubTime since;
    quint64 playId = 0; ///< a new one each time a track starts: the revision it started at
    std::chrono::milliseconds duration{0}; ///< zero where it is not known
    QueueItemId item = 0; ///< of the queue; 0 before the first

    [[nodiscard]] bool paused() const { return pausedBy != PausedBy::Nobody; }
    bool operator==(const PlayerState &) const = default;
};

/// Where @p state is at @p time: within [0, duration] where that is known, never before `position`.
[[nodiscard]] std::chrono::milliseconds positionAt(const PlayerState &state, HubTime time);

/// The same, not yet begun where @p time is before `since`, and beyond the end where nobody has said that it
/// is over.
[[nodiscard]] std::chrono::microseconds timelineAt(const PlayerState &state, HubTime time);

// What may happen to a session's state, whichever wire it came over.

struct NewTrack {
    TrackId trackId = 0;
    std::optional<QString> fromIs; ///< absent: as before
    std::optional<quint64> fromIsId;
    std::chrono::milliseconds position{0};
    std::chrono::milliseconds duration{0};
    HubTime at;
};
struct Pause {
    HubTime at;
    PausedBy by = PausedBy::User;
};
struct Resume {
    HubTime at;
};
struct ChangePosition {
    std::chrono::milliseconds position{0};
    HubTime at;
};
using Update = std::variant<NewTrack, Pause, Resume, ChangePosition>;

enum class Refusal {
    NoTrack, ///< nothing to pause, resume or seek in yet
    NoContext, ///< the first track must say where it is from
    NoSuchItem, ///< the queue does not have it
    LastTrack,
    QueueFull,
    NothingToUndo,
    NothingToRedo,
    NothingChosen, ///< somebody has to sound
    NoSuchDevice,
    NoOutput,
    NoVolume, ///< it cannot be set from afar
    NoName, ///< it has none that would be known again
};

/// @p before with @p update applied; play id and item are left to the session. An update that says what is so
/// already gives back an equal state.
[[nodiscard]] std::variant<PlayerState, Refusal> updated(const std::optional<PlayerState> &before,
                                                         const Update &update);

} // namespace Sync
