// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/output.h"
#include "sync/session/tracks.h"

#include <chrono>
#include <deque>
#include <optional>
#include <variant>

namespace Player {

/// One playing of one track: the same track played again has another play id.
struct TrackKey {
    Sync::TrackId track = 0;
    quint64 playId = 0;

    bool operator==(const TrackKey &) const = default;
};

/// Where the session is now.
struct Target {
    TrackKey key;
    std::chrono::microseconds position{0}; ///< before `from` where it is to begin there only later
    std::chrono::milliseconds from{0}; ///< where it was started, resumed or sought to
    bool sure = true; ///< the hub's clock is known well
    qint64 revision = 0; ///< of the state that says so: the same one does not leap
    bool paused = false;
    bool together =
        false; ///< other outputs sound too: only then does closeness matter more than an unbroken sound
};

/// Where the own output is now.
struct Own {
    std::optional<TrackKey> key; ///< what it was last started with
    std::chrono::microseconds position{0};
    Condition condition = Condition::Idle;
    Delays delays{}; ///< it aims that far ahead
    bool exact = false; ///< it begins where its timeline says, and can be paced
};

struct Hold {
    bool operator==(const Hold &) const = default;
};
struct Jump {
    std::chrono::milliseconds to;
    bool operator==(const Jump &) const = default;
};
/// Runs that much faster than the device, in millionths.
struct Nudge {
    int ppm;
    bool operator==(const Nudge &) const = default;
};
struct Pause {
    bool operator==(const Pause &) const = default;
};
struct Resume {
    bool operator==(const Resume &) const = default;
};
struct Start {
    std::chrono::milliseconds from;
    bool paused;
    bool operator==(const Start &) const = default;
};
struct Stop {
    bool operator==(const Stop &) const = default;
};
using Action = std::variant<Hold, Jump, Nudge, Pause, Resume, Start, Stop>;

namespace Following {
using namespace std::chrono_literals;

// Two outputs may each be this far off, and 40 ms more that position() does not tell: within 250 ms of each
// other.
inline constexpr std::chrono::milliseconds togetherTolerance = 80ms;
inline constexpr std::chrono::milliseconds aloneTolerance =
    1500ms; ///< nobody hears it; a jump everybody would
inline constexpr std::chrono::milliseconds exactTolerance = 40ms; ///< above it an exact output jumps
inline constexpr std::chrono::milliseconds alignedAhead =
    150ms; ///< until then an exact output has decoded what it is to begin with
inline constexpr std::chrono::milliseconds exactSettling =
    400ms; ///< what was scheduled a little ahead has begun by then
inline constexpr std::chrono::milliseconds unsureAtMost = 500ms; ///< an exact output begins then all the same
inline constexpr std::chrono::milliseconds caughtUpIn = 1s; ///< what an exact output is off
inline constexpr int mostPpm = 5000; ///< nobody hears that
inline constexpr std::size_t errorsJudged = 5; ///< by their median
inline constexpr std::chrono::milliseconds pausedTolerance = 40ms; ///< putting it right is silent
inline constexpr std::chrono::milliseconds wishedFrom = 1000ms; ///< an error this large is somebody's seek

inline constexpr std::chrono::milliseconds settling =
    600ms; ///< after a start or a jump position() means little
inline constexpr std::chrono::milliseconds patience = 2s; ///< between jumps nobody wished for
inline constexpr std::chrono::milliseconds patienceAtMost = 64s; ///< it doubles while jumps do not help
} // namespace Following

/// Decides what the own output does to stay on the session's timeline. Ask at every change and a few times a
/// second; the action is to be carried out at once.
class Follower
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    [[nodiscard]] Action next(const std::optional<Target> &target, const Own &own, TimePoint now);

private:
    [[nodiscard]] Action begin(const Target &target, const Own &own, TimePoint now);
    [[nodiscard]] Action beginExactly(const Target &target, TimePoint now);
    [[nodiscard]] Action keepPaused(const Target &target, const Own &own);
    [[nodiscard]] Action goOn(const Target &target, const Own &own, TimePoint now);
    [[nodiscard]] Action stayClose(const Target &target, const Own &own, TimePoint now);
    [[nodiscard]] Action keepInTime(std::chrono::microseconds error, const Target &target, TimePoint now);
    [[nodiscard]] bool mayJump(std::chrono::microseconds error, TimePoint now);

    std::chrono::milliseconds m_patience = Following::patience;
    std::optional<TimePoint> m_aimedAt; ///< the last start or jump while playing
    std::optional<TimePoint> m_correctedAt; ///< the last jump nobody wished for
    std::optional<TimePoint> m_unsureSince; ///< it would have begun
    qint64 m_revision = 0; ///< that was last kept to
    std::deque<std::chrono::microseconds> m_errors; ///< the last ones since it was aimed
    bool m_cold = false; ///< placed while paused: nothing is decoded yet, resuming costs as much as a start
};

} // namespace Player
