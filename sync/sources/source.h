// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/session/hubclock.h"

#include <QFuture>
#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

/// Foreign players whose events are gathered, and who do what they are told.
namespace Sync::Sources {

enum class PlaybackState { Stopped, Paused, Playing };

/// What a player says of its track; what it does not say is empty.
struct TrackFacts {
    QString uri;
    QString name;
    QString artist;
    QString album;
    std::optional<std::chrono::milliseconds> length; ///< nothing: unknown, as of a radio station

    bool operator==(const TrackFacts &) const = default;
};

/// A player that has a track, or none, and may go through a list of them.
struct PlayerFacts {
    QString id; ///< unique in its source, and the same after a restart
    QString name;
    bool online = true; ///< what is told of one that is not, is what was true of it last
    PlaybackState state = PlaybackState::Stopped;
    std::optional<TrackFacts> track;
    std::chrono::milliseconds position{0}; ///< at positionAt; while playing it goes on from there
    HubTime positionAt{};
    int volumePercent = 100; ///< as that player shows it
    bool muted = false;

    bool operator==(const PlayerFacts &) const = default;
};

/// Something a sound server can play on.
struct SinkFacts {
    enum class State { Running, Idle, Suspended };

    quint32 index = 0; ///< another one after a restart of the server
    QString name; ///< unique; the same after a restart
    QString description;
    State state = State::Suspended;
    double volume = 0; ///< 0..1, more where it is amplified; as PulseAudio's own programs show it (cubic)
    bool muted = false;
    bool isDefault = false;
    bool online = true; ///< what is told of one that is not, is what was true of it last

    bool operator==(const SinkFacts &) const = default;
};

/// A stream of a program to a sink.
struct InputFacts {
    quint32 index = 0;
    QString name; ///< never null
    QString sink; ///< its name
    QString sinkDescription;
    double volume = 0; ///< as a sink's
    bool muted = false;

    bool operator==(const InputFacts &) const = default;
};

/// Something happened, and what the source tells of itself is up to date with it.
struct Event {
    QString source; ///< Source::kind()
    QString event; ///< such as "playback_state_changed" and "sink.change"
    QString player; ///< PlayerFacts::id; empty where it is about none
    QJsonObject data;

    bool operator==(const Event &) const = default;
};

// Commands to a player: PlayerFacts::id

struct Play {
    QString player;
};
struct Pause {
    QString player;
};
struct Stop {
    QString player;
};
struct Next {
    QString player;
};
struct Previous {
    QString player;
};
struct Seek {
    QString player;
    std::chrono::milliseconds position{0};
};
/// What is absent stays.
struct SetVolume {
    QString player;
    std::optional<int> percent; ///< 0..100
    std::optional<bool> muted;
};
/// Plays that and nothing else.
struct PlayUrl {
    QString player;
    QString url;
    std::optional<std::chrono::milliseconds> length{}; ///< where it is known better here than there
};
/// What is to follow what plays, without a gap, in place of what was to follow it so far.
struct PlayNext {
    QString player;
    QString url; ///< empty: nothing
    std::optional<std::chrono::milliseconds> length{}; ///< as above
    QStringList others{}; ///< addresses that are not to follow any more, and those that are over
};

// Commands to a sound server: SinkFacts::name, InputFacts::index

struct SetSinkVolume {
    QString sink;
    double volume = 0; ///< 0..1
};
struct SetSinkMute {
    QString sink;
    bool muted = false;
};
struct SetDefaultSink {
    QString sink;
};
struct MoveInput {
    quint32 input = 0;
    QString sink;
};
struct MoveAll {
    QString sink;
};
struct SetInputVolume {
    quint32 input = 0;
    double volume = 0; ///< 0..1
};
struct SetInputMute {
    quint32 input = 0;
    bool muted = false;
};
/// A new sink that plays on all of @p sinks.
struct Combine {
    QString name; ///< of the new sink
    QStringList sinks;
};
/// A new sink whose left channel is heard on all of one sink, and its right one on all of another.
struct PairUp {
    QString name; ///< of the new sink
    QString left;
    QString right;
};
/// Of either.
struct Uncombine {
    QString name;
};

using Command = std::variant<Play, Pause, Stop, Next, Previous, Seek, SetVolume, PlayUrl, PlayNext,
                             SetSinkVolume, SetSinkMute, SetDefaultSink, MoveInput, MoveAll, SetInputVolume,
                             SetInputMute, Combine, PairUp, Uncombine>;

/// The answer to a command that has it already.
[[nodiscard]] QFuture<QString> answered(const QString &reason);

/// Foreign players of one kind. Lives on the hub's thread.
class Source : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// "mopidy", "pulseaudio" or "segue".
    [[nodiscard]] virtual QString kind() const = 0;
    // The newest of each; nothing where this kind has none.
    [[nodiscard]] virtual std::vector<PlayerFacts> players() const { return {}; }
    [[nodiscard]] virtual std::vector<SinkFacts> sinks() const { return {}; }
    [[nodiscard]] virtual std::vector<InputFacts> inputs() const { return {}; }
    /// Which of its players a sink plays, where the source knows.
    [[nodiscard]] virtual QHash<QString, QString> assignments() const { return {}; }
    /// What else it tells of itself to who has heard nothing yet.
    [[nodiscard]] virtual QJsonObject details() const { return {}; }
    /// Empty: it is done, and what the above answer shows it. Else a sentence that says why not. The future
    /// is finished in this thread, and also when the source dies.
    [[nodiscard]] virtual QFuture<QString> perform(const Command &command) = 0;

Q_SIGNALS:
    void happened(const Sync::Sources::Event &event);
};

} // namespace Sync::Sources
