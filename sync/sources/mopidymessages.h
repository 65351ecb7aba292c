// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/protocol/fields.h"
#include "sync/sources/source.h"

#include <QJsonValue>
#include <QList>

/// What one says to a Mopidy and hears from it: JSON-RPC 2.0, and events that answer nothing.
namespace Sync::Sources::Mopidy {

/// A track at its place in Mopidy's list.
struct Entry {
    qint64 tlid = 0; ///< counts from 1 again after a restart
    TrackFacts track;

    [[nodiscard]] bool isSamePlace(const Entry &other) const
    {
        return tlid == other.tlid && track.uri == other.track.uri;
    }
    bool operator==(const Entry &) const = default;
};

// Events

struct StateChanged {
    PlaybackState before = PlaybackState::Stopped;
    PlaybackState after = PlaybackState::Stopped;

    bool operator==(const StateChanged &) const = default;
};
struct Started {
    Entry entry;

    bool operator==(const Started &) const = default;
};
struct Paused {
    Entry entry;
    std::chrono::milliseconds position{0};

    bool operator==(const Paused &) const = default;
};
struct Resumed {
    Entry entry;
    std::chrono::milliseconds position{0};

    bool operator==(const Resumed &) const = default;
};
struct Ended {
    Entry entry;
    std::chrono::milliseconds position{0};

    bool operator==(const Ended &) const = default;
};
struct Seeked {
    std::chrono::milliseconds position{0};

    bool operator==(const Seeked &) const = default;
};
struct VolumeChanged {
    int percent = 0;

    bool operator==(const VolumeChanged &) const = default;
};
struct MuteChanged {
    bool muted = false;

    bool operator==(const MuteChanged &) const = default;
};
struct TracklistChanged {
    bool operator==(const TracklistChanged &) const = default;
};
struct OptionsChanged {
    bool operator==(const OptionsChanged &) const = default;
};
/// One that is nothing to us.
struct OtherEvent {
    bool operator==(const OtherEvent &) const = default;
};

using Said = std::variant<StateChanged, Started, Paused, Resumed, Ended, Seeked, VolumeChanged, MuteChanged,
                          TracklistChanged, OptionsChanged, OtherEvent>;

struct Answer {
    qint64 id = 0;
    QJsonValue result;
    QString error; ///< empty: none

    bool operator==(const Answer &) const = default;
};

using Message = std::variant<Said, QList<Answer>>;

[[nodiscard]] std::variant<Message, ParseError> parse(const QByteArray &json);

// Requests

struct Call {
    QLatin1StringView method;
    QJsonObject parameters;

    bool operator==(const Call &) const = default;
};

/// Calls to be answered together: the n-th gets the id @p firstId + n.
[[nodiscard]] QByteArray serialize(const QList<Call> &calls, qint64 firstId);

/// All of a Mopidy at one time, as it was asked by snapshotCalls().
struct Snapshot {
    PlaybackState state = PlaybackState::Stopped;
    std::optional<Entry> current;
    std::chrono::milliseconds position{0};
    std::optional<int> percent; ///< nothing: it has no mixer
    std::optional<bool> muted;
    qint64 tracklistVersion = 0;
    qint64 tracklistLength = 0;

    bool operator==(const Snapshot &) const = default;
};

[[nodiscard]] const QList<Call> &snapshotCalls();
/// @p results: in the order of the calls.
[[nodiscard]] std::variant<Snapshot, ParseError> snapshotFrom(const QList<QJsonValue> &results);

/// What carries @p command out. PlayUrl and PlayNext only put it on the list; to play it then comes
/// playCall().
[[nodiscard]] QList<Call> callsFor(const Command &command);
[[nodiscard]] Call playCall(qint64 tlid);
/// The place of the one address that was put on the list, by the answer to it; nothing where Mopidy knows no
/// way to play it.
[[nodiscard]] std::optional<qint64> placeOf(const QJsonValue &added);

/// What puts what was @p added on the list anew with the @p length that it really has; nothing where it has
/// that. Mopidy finds out by reading a little of a stream, is wrong at times, and goes nowhere beyond it.
[[nodiscard]] QList<Call> correction(const QJsonValue &added, std::chrono::milliseconds length);

[[nodiscard]] QLatin1StringView wordFor(PlaybackState state);
/// As Mopidy's events have it, with what is known of it.
[[nodiscard]] QJsonObject jsonOf(const Entry &entry);

} // namespace Sync::Sources::Mopidy
