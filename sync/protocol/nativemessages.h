// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/protocol/fields.h"
#include "sync/session/playerstate.h"

#include <QList>

/// The native wire, WebSocket subprotocol "segue.v1". docs/protocol.md tells what each message is for; times
/// on this wire are microseconds of the hub's monotonic clock (`*_us`), positions milliseconds (`*_ms`).
namespace Sync::Native {

inline constexpr QLatin1StringView subprotocol{"segue.v1"};

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

// Client to hub

struct Join {
    static constexpr QLatin1StringView type{"join"};
    QString device; ///< stable id
    QString name;
    bool output = false; ///< this device makes sound
    std::optional<Playing> playing; ///< it went on sounding while it was away

    static Join from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const Join &) const = default;
};

struct Play {
    static constexpr QLatin1StringView type{"play"};
    TrackId trackId = 0;
    Context context;
    std::chrono::milliseconds position{0};

    static Play from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const Play &) const = default;
};

struct Pause {
    static constexpr QLatin1StringView type{"pause"};
    static Pause from(Fields &) { return {}; }
    void write(QJsonObject &) const { }
    bool operator==(const Pause &) const = default;
};

struct Resume {
    static constexpr QLatin1StringView type{"resume"};
    static Resume from(Fields &) { return {}; }
    void write(QJsonObject &) const { }
    bool operator==(const Resume &) const = default;
};

struct Seek {
    static constexpr QLatin1StringView type{"seek"};
    std::chrono::milliseconds position{0};

    static Seek from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const Seek &) const = default;
};

/// Refused where `revision` is given and no longer the session's: two people pressing "next" at once skip one
/// track.
struct Next {
    static constexpr QLatin1StringView type{"next"};
    std::optional<qint64> revision;

    static Next from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const Next &) const = default;
};

/// Like Next; back to the start of the track where more than a few seconds have been played.
struct Previous {
    static constexpr QLatin1StringView type{"previous"};
    std::optional<qint64> revision;

    static Previous from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const Previous &) const = default;
};

/// An output has played a track to its end. The hub moves on once per id.
struct Ended {
    static constexpr QLatin1StringView type{"ended"};
    quint64 playId = 0;

    static Ended from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const Ended &) const = default;
};

/// What an output does now: the confirmed position if the hub should lose it.
struct Report {
    static constexpr QLatin1StringView type{"report"};
    qint64 revision = 0; ///< the state this is about
    std::chrono::milliseconds position{0};
    Condition condition = Condition::Idle;
    std::chrono::milliseconds error{0}; ///< own position less the session's, as measured

    static Report from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const Report &) const = default;
};

/// The last word of a device that goes. Answered by Left once a pause it caused is stored.
struct Leave {
    static constexpr QLatin1StringView type{"leave"};
    quint64 connection = 0; ///< from Hello; a leave of an older connection changes nothing
    std::optional<std::chrono::milliseconds> position;

    static Leave from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const Leave &) const = default;
};

/// Asks for the hub's time; `sent` is the client's own clock and comes back as it was.
struct ClockRequest {
    static constexpr QLatin1StringView type{"clock"};
    std::chrono::microseconds sent{0};

    static ClockRequest from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const ClockRequest &) const = default;
};

// Hub to client

/// The hub's first word on every connection.
struct Hello {
    static constexpr QLatin1StringView type{"hello"};
    QString hub; ///< stable id
    QString name;
    QString version;
    quint64 connection = 0;

    static Hello from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const Hello &) const = default;
};

/// The whole session: also all that a reconnecting device needs.
struct State {
    static constexpr QLatin1StringView type{"state"};
    QString epoch;
    qint64 revision = 0;
    std::optional<PlayerState> player; ///< nothing before the first track
    std::optional<TrackInfo> track; ///< what the hub knows of player->trackId

    static State from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const State &) const = default;
};

struct Device {
    QString id;
    QString name;
    Wire wire = Wire::Native;
    bool output = false;
    Condition condition = Condition::Idle;
    std::chrono::milliseconds error{0};

    bool operator==(const Device &) const = default;
};

struct Devices {
    static constexpr QLatin1StringView type{"devices"};
    QList<Device> devices; ///< the first Limits::devicesListed
    int total = 0;

    static Devices from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const Devices &) const = default;
};

struct ClockAnswer {
    static constexpr QLatin1StringView type{"clock"};
    std::chrono::microseconds sent{0};
    HubTime received;
    HubTime answered;

    static ClockAnswer from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const ClockAnswer &) const = default;
};

/// A refusal; nothing has changed.
struct Fault {
    static constexpr QLatin1StringView type{"fault"};
    QString command; ///< the refused message's type; empty where it had none
    QString field; ///< empty where no single field is to blame
    QString reason;

    static Fault from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const Fault &) const = default;
};

/// Everything the leaver caused is stored; it may go.
struct Left {
    static constexpr QLatin1StringView type{"left"};
    static Left from(Fields &) { return {}; }
    void write(QJsonObject &) const { }
    bool operator==(const Left &) const = default;
};

using ClientMessage =
    std::variant<Join, Play, Pause, Resume, Seek, Next, Previous, Ended, Report, Leave, ClockRequest>;
using HubMessage = std::variant<Hello, State, Devices, ClockAnswer, Fault, Left>;

/// A refused message as far as it could be read.
struct Refused {
    QString command;
    ParseError error;
};

[[nodiscard]] std::variant<ClientMessage, Refused> parseClientMessage(const QByteArray &json);
[[nodiscard]] std::variant<HubMessage, Refused> parseHubMessage(const QByteArray &json);
[[nodiscard]] QByteArray serialize(const ClientMessage &message);
[[nodiscard]] QByteArray serialize(const HubMessage &message);

} // namespace Sync::Native
