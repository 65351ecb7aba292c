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

/// How an output keeps time, as it measures itself.
struct Timekeeping {
    std::chrono::microseconds error{0}; ///< own position less the session's
    std::optional<std::chrono::microseconds>
        clockError{}; ///< what it takes for the hub's clock may be off by that
    int pacePpm = 0; ///< faster than its sound device, to make up for the error

    bool operator==(const Timekeeping &) const = default;
};

/// How well an output keeps together with others, as it says itself.
enum class Timing {
    Loose, ///< its positions are rough, or each correction is a gap
    Close, ///< tens of milliseconds
    Exact, ///< it begins at the hub's time to the frame, and says when it sounds
};

/// How loud a device is. Of what it says of itself an absent part cannot be set from afar; of a wish it stays
/// as it is.
struct Volume {
    std::optional<int> percent{}; ///< 0 to Limits::loudest, as the ear hears it
    std::optional<bool> muted{};

    [[nodiscard]] bool isEmpty() const { return !percent && !muted; }
    bool operator==(const Volume &) const = default;
};

/// Names one playing of one track; only comparable within an epoch.
struct Playing {
    QString epoch;
    quint64 playId = 0;
    std::chrono::milliseconds position{0};

    bool operator==(const Playing &) const = default;
};

} // namespace Sync::Native
