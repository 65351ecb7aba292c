// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/connection.h"
#include "sync/hub/saver.h"
#include "sync/protocol/plainmessages.h"
#include "sync/session/session.h"

#include <QFutureWatcher>
#include <QTimer>

namespace Sync {

/// How this hub names itself to native clients.
struct HubIdentity {
    QString id;
    QString name;
};

/// One user's session with the connections of both wires that share it: the messages of one become, through
/// the session's rules, the messages to all others. Hub thread.
class Room : public QObject
{
    Q_OBJECT

public:
    Room(QString user, Store &store, const TrackSource &tracks, const HubIdentity &identity,
         const Native::Asking &asking);
    ~Room() override;

    /// Takes @p connection in; until the stored session has been read it waits.
    void admit(std::unique_ptr<Connection> connection);
    /// Pings everybody, drops who has been silent too long, ends leases, stores confirmed positions.
    void tick();
    /// Tells admins who waits to be let in.
    void sayAsking();
    /// Ends what came in with that token.
    void drop(qint64 token);
    /// Calls @p done once all changes are stored.
    void flush(std::function<void()> done);

    [[nodiscard]] int connections() const { return int(m_connections.size()); }

private:
    // Coming and going, room.cpp
    void loaded(const Loaded &stored);
    void greet(Connection &connection);
    void receive(Connection &connection, const QByteArray &message);
    void forget(Connection &connection);
    template <typename Change> void changeSession(Change change);
    template <typename Change> bool changeStored(Change change);
    void announce(const std::optional<PlayerState> &before);
    void sendNative(const Native::HubMessage &message);
    void catchUp(Connection &connection);

    // Who is here, roomdevices.cpp
    void touchDevices();
    void sayDevices();

    // Plain wire, roomplain.cpp
    void receivePlain(Connection &connection, const QByteArray &message);
    [[nodiscard]] std::optional<Refusal> applyPlain(Session &session, const Plain::Message &message);
    void sendPlain(const QByteArrayList &messages, const Connection *except);

    // Native wire, roomnative.cpp and roomqueue.cpp; one overload for each ClientMessage alternative
    void receiveNative(Connection &connection, const QByteArray &message);
    void handle(Connection &connection, const Native::Join &join);
    void handle(Connection &connection, const Native::Play &play);
    void handle(Connection &connection, const Native::PlayItem &play);
    void handle(Connection &connection, const Native::Pause &pause);
    void handle(Connection &connection, const Native::Resume &resume);
    void handle(Connection &connection, const Native::Seek &seek);
    void handle(Connection &connection, const Native::Next &next);
    void handle(Connection &connection, const Native::Previous &previous);
    void handle(Connection &connection, const Native::SetModes &modes);
    template <typename Edit>
        requires requires(Session &session, const Edit &edit) { session.edit(edit); }
    void handle(Connection &connection, const Edit &edit)
    {
        attempt(connection, edit.type, [&](Session &session) { return session.edit(edit); });
    }
    void handle(Connection &connection, const Native::ChooseOutputs &choice);
    void handle(Connection &connection, const Native::SetVolume &volume);
    void handle(Connection &connection, const Native::Ended &ended);
    void handle(Connection &connection, const Native::Report &report);
    void handle(Connection &connection, const Native::Leave &leave);
    void handle(Connection &connection, const Native::ClockRequest &request);
    static void refuse(Connection &connection, QLatin1StringView command, QLatin1StringView field,
                       const QString &reason);
    static void refuseListener(Connection &connection, QLatin1StringView command);
    void supersede(ConnectionId connection);
    void command(Connection &connection, QLatin1StringView name, const Update &update);
    /// Tries @p change; what the session refuses is told to the one who asked, with the field to blame where
    /// there is one.
    void attempt(Connection &connection, QLatin1StringView command,
                 const std::function<std::optional<Refusal>(Session &)> &change);
    void attempt(Connection &connection, QLatin1StringView command, QLatin1StringView field,
                 const std::function<std::optional<Refusal>(Session &)> &change);
    void goTo(const QueueItem &item);
    void sendAll(Connection &connection);
    [[nodiscard]] bool isStale(Connection &connection, QLatin1StringView command,
                               const std::optional<qint64> &revision);
    [[nodiscard]] Native::State state();
    /// What has become of @p items, the queue at @p revision; nothing for a client that has none.
    [[nodiscard]] Native::QueueChange queueSince(std::optional<qint64> revision,
                                                 const QList<QueueItem> &items) const;

    /// What the library knows of @p track; asked once while it stays the same.
    [[nodiscard]] const std::optional<TrackInfo> &lookUp(TrackId track);
    [[nodiscard]] std::chrono::milliseconds durationOf(TrackId track);
    /// Now, on whole milliseconds, so that both wires mean the same moment.
    [[nodiscard]] HubTime now();

    const QString m_user;
    Store &m_store;
    const TrackSource &m_tracks;
    const HubIdentity &m_identity;
    const Native::Asking &m_asking;
    Instant m_instant;
    std::optional<Session> m_session; ///< nothing until it has been read from the store
    std::unique_ptr<Saver> m_saver;
    QTimer m_deviceDelay;
    HubTime m_confirmedAt;
    int m_ticks = 0;
    TrackId m_lookedUp = 0;
    HubTime m_askedAt;
    std::optional<TrackInfo> m_track; ///< of m_lookedUp
    QFutureWatcher<Loaded> m_loading; ///< unlike QFuture::then() it may go before the store has answered
    std::vector<std::unique_ptr<Connection>> m_waiting;
    // Last, so that nothing above is gone while connections close.
    std::unordered_map<ConnectionId, std::unique_ptr<Connection>> m_connections;
};

} // namespace Sync
