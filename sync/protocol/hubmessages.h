// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/protocol/nativetypes.h"
#include "sync/role.h"
#include "sync/session/queue.h"

#include <QList>

/// What the hub says, but for the queue: see queuemessages.h.
namespace Sync::Native {

/// The hub's first word on every connection.
struct Hello {
    static constexpr QLatin1StringView type{"hello"};
    QString hub; ///< stable id
    QString name;
    QString version;
    quint64 connection = 0;
    Role role = Role::Controller; ///< what this device may do
    QString user{}; ///< whose session it is let in to; empty from a hub that does not say so

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
    Modes modes;

    static State from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const State &) const = default;
};

struct Device {
    QString id;
    QString name;
    Wire wire = Wire::Native;
    bool output = false;
    bool active = false; ///< an output that is chosen to sound
    Condition condition = Condition::Idle;
    Timekeeping time{};
    Volume volume{};
    Timing timing = Timing::Loose;
    bool isPrivate = false; ///< has a session of its own; of what it does there nothing is told

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

/// A hub that shares this user's session, and where a device may go when this one is gone.
struct OtherHub {
    QString id;
    QString name;
    QString url; ///< "ws://HOST:PORT/", "wss://HOST:PORT/#sha256=..."

    bool operator==(const OtherHub &) const = default;
};

/// All of them.
struct OtherHubs {
    static constexpr QLatin1StringView type{"hubs"};
    QList<OtherHub> hubs;
    bool alone = false; ///< this hub cannot reach what it shares with the others; it goes on by itself

    static OtherHubs from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const OtherHubs &) const = default;
};

/// A device that wants to be let in.
struct Asker {
    QString id; ///< of its request
    QString name; ///< as it calls itself
    QString address;
    QString code{}; ///< that it shows; only a television does

    bool operator==(const Asker &) const = default;
};

/// Told to admins: who waits to be let in now.
struct Asking {
    static constexpr QLatin1StringView type{"asking"};
    QList<Asker> requests;

    static Asking from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const Asking &) const = default;
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

/// Somebody wishes this volume of the device this is said to.
struct VolumeWish {
    static constexpr QLatin1StringView type{"volume"};
    Volume volume{};

    static VolumeWish from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const VolumeWish &) const = default;
};

/// Everything the leaver caused is stored; it may go.
struct Left {
    static constexpr QLatin1StringView type{"left"};
    static Left from(Fields &) { return {}; }
    void write(QJsonObject &) const { }
    bool operator==(const Left &) const = default;
};

} // namespace Sync::Native
