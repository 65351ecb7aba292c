// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/protocol/fields.h"
#include "sync/session/playerstate.h"

#include <QByteArrayList>

/// The plain wire: sync_player's messages as its README gives them. docs/protocol.md has every shape.
namespace Sync::Plain {

struct NewTrack {
    static constexpr QLatin1StringView type{"new_track"};
    TrackId trackId = 0;
    std::optional<QString> fromIs;
    std::optional<quint64> fromIsId;

    bool operator==(const NewTrack &) const = default;
};
struct OnPause {
    static constexpr QLatin1StringView type{"on_pause"};
    bool operator==(const OnPause &) const = default;
};
struct OffPause {
    static constexpr QLatin1StringView type{"off_pause"};
    bool operator==(const OffPause &) const = default;
};
struct ChangePosition {
    static constexpr QLatin1StringView type{"change_position"};
    std::chrono::milliseconds position{0};

    bool operator==(const ChangePosition &) const = default;
};

struct Message {
    std::variant<NewTrack, OnPause, OffPause, ChangePosition> what;
    WallTime stamp;

    bool operator==(const Message &) const = default;
};

/// Reads one update. Unknown fields are left alone, known ones must be right.
[[nodiscard]] std::variant<Message, ParseError> parse(const QByteArray &json);
[[nodiscard]] QByteArray serialize(const Message &message);

/// False for a stamp so far off the hub's receive time that the sender's clock must be wrong.
[[nodiscard]] bool believable(WallTime stamp, WallTime received);

/// @p json, a valid update, with the value of its time_state_update replaced and every other byte as it was.
[[nodiscard]] QByteArray restamped(const QByteArray &json, WallTime stamp);

/// What @p message does to a session; its stamp becomes hub time. Duration is that of the named track, if
/// known.
[[nodiscard]] Update toUpdate(const Message &message, const Instant &instant,
                              std::chrono::milliseconds duration);

/// The six-field state object a client gets on connecting.
[[nodiscard]] QByteArray snapshot(const PlayerState &state, const Instant &instant);

/// The updates that take a plain client from @p before to @p after, for changes that came over another wire.
[[nodiscard]] QByteArrayList transition(const std::optional<PlayerState> &before, const PlayerState &after,
                                        const Instant &instant);

inline constexpr QByteArrayView noTrackState{R"({"type_push_state":"no_track_state"})"};
inline constexpr QByteArrayView invalidFormat{R"({"type_push_state":"invalid_format"})"};

} // namespace Sync::Plain
