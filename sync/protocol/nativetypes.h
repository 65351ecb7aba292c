// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/protocol/fields.h"
#include "sync/session/playerstate.h"

namespace Sync::Native {

/// What an output does about the session's track, in its own words.
enum class Condition {
    Idle, ///< nothing to play
    Loading,
    Sounding,
    Paused,
    Missing, ///< the track is not in this device's library
    Failed, ///< it is, but cannot be played here
    Silent, ///< follows without making sound
};
/// False for a device that says it makes no sound of this track.
[[nodiscard]] bool canSound(Condition condition);

enum class Wire { Plain, Native };

/// Names one playing of one track; only comparable within an epoch.
struct Playing {
    QString epoch;
    quint64 playId = 0;
    std::chrono::milliseconds position{0};

    bool operator==(const Playing &) const = default;
};

} // namespace Sync::Native
