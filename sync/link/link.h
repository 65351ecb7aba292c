// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/link/clockfilter.h"
#include "sync/protocol/nativemessages.h"

#include <QTimer>
#include <QUrl>
#include <QWebSocket>

#include <functional>

namespace Sync {

/// Who this device is to a hub.
struct DeviceIdentity {
    QString id;
    QString name;
    bool output = false;
    bool active = true; ///< an output that sounds along from the start
};

/// A device's side of a connection to a hub: connects, connects again, keeps the hub's clock and mirrors the
/// session. While the hub is away the last state stays, so that an output can play on.
class Link : public QObject
{
    Q_OBJECT

public:
    explicit Link(DeviceIdentity identity, QObject *parent = nullptr);
    ~Link() override;

    /// What an output has gone on playing, told to the hub when it is back.
    void setPlaying(std::function<std::optional<Native::Playing>()> playing)
    {
        m_playing = std::move(playing);
    }

    /// How loud this output is: told to the hub now and at each join. Others can then wish another volume,
    /// see volumeWished().
    void setVolume(const Native::Volume &volume);

    /// How well this output keeps together with others; told at each join.
    void setTiming(Native::Timing timing) { m_timing = timing; }

    /// "ws://HOST:PORT" or "wss://HOST:PORT", with or without the path; in place of a hub that was open. The
    /// latter's certificate must be one that this system trusts, or with "#sha256=..." behind the address the
    /// one with that fingerprint. @p token: what this device was let in with; empty where none is needed.
    void open(const QUrl &hub, const QByteArray &token = {});
    /// Until it is opened again.
    void close();
    /// Comes as that user, by id or by name, where the hub lets this machine say so; to be called before
    /// open().
    void setUser(const QString &user) { m_user = user; }
    /// Leaves the session at that position and joins the one of that user.
    void enter(const QString &user, std::optional<std::chrono::milliseconds> position);
    /// Joins the hub anew under this name; what plays goes on, and wishes meanwhile wait.
    void rename(const QString &name);
    /// Tells the hub that this device goes and where it was, and calls @p done once that is stored, the hub
    /// is not there, or Limits::leaveWithin is over.
    void leave(std::optional<std::chrono::milliseconds> position, std::function<void()> done);

    [[nodiscard]] const QString &deviceId() const { return m_identity.id; }
    /// Also in the moment in which rename() connects anew.
    [[nodiscard]] bool isConnected() const { return m_joined || m_rejoining; }
    /// Chosen to sound, as far as the hub has told; remembered while it is away.
    [[nodiscard]] bool isActive() const { return m_active; }
    [[nodiscard]] const std::optional<Native::Hello> &hub() const { return m_hub; }
    /// Where that is, as open() has it: the hub that was meant, or another one with the same session.
    [[nodiscard]] const QUrl &hubUrl() const { return m_hubUrl; }
    [[nodiscard]] const std::optional<Native::State> &state() const { return m_state; }
    [[nodiscard]] const QList<Native::Device> &devices() const { return m_devices; }
    /// Who waits to be let in, told to admins alone.
    [[nodiscard]] const QList<Native::Asker> &asking() const { return m_asking; }
    [[nodiscard]] const QList<QueueItem> &queue() const { return m_queue; }
    /// The hub cannot reach what it shares with others.
    [[nodiscard]] bool isHubAlone() const { return m_isHubAlone; }
    [[nodiscard]] bool canUndo() const { return m_canUndo; }
    [[nodiscard]] bool canRedo() const { return m_canRedo; }
    /// The hub's clock now, as far as it is known.
    [[nodiscard]] HubTime hubNow() const;
    /// How wrong that may be, see ClockEstimate; nothing between a hub's hello and its first answer.
    [[nodiscard]] std::optional<std::chrono::microseconds> clockError() const;
    /// Where the session's track is now; zero where there is none.
    [[nodiscard]] std::chrono::milliseconds position() const;

    /// The same to the microsecond, negative or further on where the session will only be, or would be.
    [[nodiscard]] std::chrono::microseconds timeline() const;

    /// Sends a wish or a report. Away from the hub it is dropped, with faulted() for what a person asked for.
    void send(const Native::ClientMessage &message);

Q_SIGNALS:
    /// Or connected to a hub that may have another name now.
    void connectedChanged();
    void stateChanged();
    void devicesChanged();
    void askingChanged();
    void hubAloneChanged();
    /// The queue has become what @p splice makes of the former one.
    void queueChanged(const Sync::Splice &splice);
    /// What is absent is to stay. Whoever sets it says so by setVolume().
    void volumeWished(const Sync::Native::Volume &wish);
    void faulted(const Sync::Native::Fault &fault);

private:
    void connectNow();
    void lost();
    void joined();
    void giveUpRejoining();
    void sentAway();
    void judgeCertificate();
    void receive(const QString &text);
    void askTime();
    void finishLeaving();
    void write(const Native::ClientMessage &message);

    // One overload for each HubMessage alternative
    void handle(const Native::Hello &hello);
    void handle(const Native::State &state);
    void handle(const Native::QueueChange &change);
    void handle(const Native::Devices &devices);
    void handle(const Native::OtherHubs &others);
    void handle(const Native::Asking &asking);
    void handle(const Native::ClockAnswer &answer);
    void handle(const Native::Fault &fault);
    void handle(const Native::VolumeWish &wish);
    void handle(const Native::Left &left);

    DeviceIdentity m_identity;
    QUrl m_url; ///< the hub that is meant
    QUrl m_hubUrl; ///< the one that is tried, or open
    QUrl m_address; ///< of its socket
    QList<QUrl> m_others; ///< hubs at which the same session is
    QByteArray m_token;
    QString m_user;
    std::optional<QByteArray> m_pin; ///< the fingerprint the hub's certificate must have
    QString m_distrust; ///< why the hub's certificate was refused last
    std::function<std::optional<Native::Playing>()> m_playing = [] { return std::nullopt; };
    std::function<void()> m_left;
    std::optional<Native::Hello> m_hub;
    std::optional<Native::State> m_state;
    QList<Native::Device> m_devices;
    QList<Native::Asker> m_asking;
    QList<QueueItem> m_queue;
    std::optional<qint64> m_queueRevision; ///< nothing before a connection's first
    bool m_isHubAlone = false;
    Native::Volume m_volume;
    Native::Timing m_timing = Native::Timing::Loose;
    bool m_active = true;
    bool m_canUndo = false;
    bool m_canRedo = false;
    ClockFilter m_clock;
    std::chrono::microseconds m_formerOffset{0}; ///< of the connection before, until this one knows better
    int m_attempt = 0;
    bool m_joined = false;
    bool m_rejoining = false;
    QList<Native::ClientMessage> m_wishes; ///< while rejoining
    QTimer m_retry;
    QTimer m_askTime;
    QTimer m_silence; ///< a hub that says nothing for so long is gone
    QTimer m_leaveDeadline;
    QWebSocket m_socket; // last: it still speaks while it dies
};

} // namespace Sync
