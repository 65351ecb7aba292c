// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/protocol/nativetypes.h"

#include <QList>
#include <QStringList>

/// What a client says, but for the queue: see queuemessages.h.
namespace Sync::Native {

struct Join {
    static constexpr QLatin1StringView type{"join"};
    QString device; ///< stable id
    QString name;
    bool output = false; ///< this device makes sound
    bool active = true; ///< an output: chosen to sound; false keeps silent until it is chosen
    Volume volume{};
    Timing timing = Timing::Loose;
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
    /// What to queue, `trackId` among them; absent: the tracks of the context, as far as the hub knows it.
    std::optional<QList<TrackId>> tracks;

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
    std::optional<HubTime> at{}; ///< when the end was heard, where the output knows; what follows began then

    static Ended from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const Ended &) const = default;
};

/// Exactly these devices sound from now on.
struct ChooseOutputs {
    static constexpr QLatin1StringView type{"outputs"};
    QStringList devices; ///< ids

    static ChooseOutputs from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const ChooseOutputs &) const = default;
};

/// A wish for another device's volume, or what the own one is now.
struct SetVolume {
    static constexpr QLatin1StringView type{"volume"};
    QString device;
    Volume volume{};

    static SetVolume from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const SetVolume &) const = default;
};

/// This device has a session of its own from now on, or shares the others' again.
struct SetPrivate {
    static constexpr QLatin1StringView type{"private"};
    bool on = false;

    static SetPrivate from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const SetPrivate &) const = default;
};

/// What an output does now: the confirmed position if the hub should lose it.
struct Report {
    static constexpr QLatin1StringView type{"report"};
    qint64 revision = 0; ///< the state this is about
    std::chrono::milliseconds position{0};
    Condition condition = Condition::Idle;
    Timekeeping time{};

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

} // namespace Sync::Native
