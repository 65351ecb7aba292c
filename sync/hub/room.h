// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/house.h"
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

[[nodiscard]] QString newEpoch();

/// What all rooms of a hub have in common.
struct Surroundings {
    Store &store;
    const TrackSource &tracks;
    const HubIdentity &identity;
    const Native::Asking &asking;
    House &house;
};

/// One user's session, or a device's own, with the connections of both wires that share it: the messages of
/// one become, through the session's rules, the messages to all others. Hub thread.
class Room : public QObject
{
    Q_OBJECT

public:
    /// Reads the session that is stored; or begins with @p session, in place of any that is.
    Room(SessionOwner owner, const Surroundings &around, std::optional<Session> session = std::nullopt);
    ~Room() override;

    [[nodiscard]] const SessionOwner &owner() const { return m_owner; }
    [[nodiscard]] bool isEmpty() const { return m_connections.empty() && m_waiting.empty(); }

    /// Takes @p connection in; until the stored session has been read it waits.
    void admit(std::unique_ptr<Connection> connection);
    /// Calls @p visit with this room: at once, or when the stored session has been read.
    void receiveVisit(std::function<void(Room &)> visit);
    /// Pings everybody, drops who has been silent too long, ends leases, stores confirmed positions.
    void tick();
    /// Tells admins who waits to be let in.
    void sayAsking();
    /// Ends what came in with that token. @p leaves: it will not come back to this room.
    void drop(qint64 token, bool leaves);
    /// Takes one in that has said hello elsewhere.
    void takeIn(std::unique_ptr<Connection> connection, const Native::Join &join);
    /// Who is here, as told elsewhere.
    [[nodiscard]] QList<Native::Device> privateDevices() const;
    void touchDevices();
    /// Calls @p done once all changes are stored.
    void flush(std::function<void()> done);

    // For visitors, which have no connection

    /// Nothing, or why @p command was refused and nothing has changed.
    [[nodiscard]] std::optional<Native::Fault> perform(const Native::Command &command,
                                                       ConnectionId asker = 0);
    /// Hands the wish on to the device it is about; or why it cannot.
    [[nodiscard]] std::optional<Native::Fault> wish(const Native::SetVolume &volume);
    /// As Session::rename(); everybody is told, and it is stored.
    [[nodiscard]] std::optional<Native::Fault> rename(const QString &device, const QString &name,
                                                      const std::optional<QString> &formerly);
    [[nodiscard]] Native::Devices devices() const;
    void letGo(const Native::Leave &leave);
    /// Moves on, where that is what plays now.
    void end(const Native::Ended &ended);
    [[nodiscard]] const Session &session() const { return *m_session; }
    [[nodiscard]] Native::State state();
    [[nodiscard]] std::optional<TrackInfo> track(TrackId id) const
    {
        return m_tracks.track(m_owner.user, id);
    }

Q_SIGNALS:
    /// state() is another.
    void stateChanged();
    /// The session's queue is another, and what plays maybe as well: stateChanged() comes later.
    void queueChanged();
    /// devices() may be another, or has been said anew.
    void devicesChanged();

private:
    // Coming and going, room.cpp
    void loaded(const Loaded &stored);
    void begin(const std::optional<Version> &stored);
    void hold(std::unique_ptr<Connection> connection);
    void greet(Connection &connection);
    void receive(Connection &connection, const QByteArray &message);
    void forget(ConnectionId connection);
    template <typename Change> void changeSession(Change change);
    template <typename Change> bool changeStored(Change change);
    void announce(const std::optional<PlayerState> &before);
    void sendNative(const Native::HubMessage &message);
    void catchUp(Connection &connection);
    void sayDevices();
    void sayChoice();
    void tellMembersChanged();

    // Plain wire, roomplain.cpp
    void receivePlain(Connection &connection, const QByteArray &message);
    [[nodiscard]] std::optional<Refusal> applyPlain(Session &session, const Plain::Message &message);
    void sendPlain(const QByteArrayList &messages, const Connection *except);

    // Native wire, roomnative.cpp; one overload for each ClientMessage alternative but the commands
    void receiveNative(Connection &connection, const QByteArray &message);
    void handle(Connection &connection, const Native::Join &join);
    void handle(Connection &connection, const Native::SetVolume &volume);
    void handle(Connection &connection, const Native::Ended &ended);
    void handle(Connection &connection, const Native::Report &report);
    void handle(Connection &connection, const Native::Leave &leave);
    void handle(Connection &connection, const Native::ClockRequest &request);
    void enter(Connection &connection, const Native::Join &join);
    void supersede(ConnectionId connection);
    void sendAll(Connection &connection);

    // Listening privately, roomprivate.cpp
    void handle(Connection &connection, const Native::SetPrivate &wish);
    [[nodiscard]] std::unique_ptr<Connection> release(Connection &connection);

    // Commands, roomcommands.cpp; one overload for each Command alternative
    using Outcome = std::optional<Native::Fault>;
    [[nodiscard]] Outcome carryOut(const Native::Play &play);
    [[nodiscard]] Outcome carryOut(const Native::PlayItem &play);
    [[nodiscard]] Outcome carryOut(const Native::Pause &pause);
    [[nodiscard]] Outcome carryOut(const Native::Resume &resume);
    [[nodiscard]] Outcome carryOut(const Native::Seek &seek);
    [[nodiscard]] Outcome carryOut(const Native::Next &next);
    [[nodiscard]] Outcome carryOut(const Native::Previous &previous);
    [[nodiscard]] Outcome carryOut(const Native::SetModes &modes);
    template <typename Edit>
        requires requires(Session &session, const Edit &edit) { session.edit(edit); }
    [[nodiscard]] Outcome carryOut(const Edit &edit)
    {
        return attempt(edit.type, [&](Session &session) { return session.edit(edit); });
    }
    [[nodiscard]] Outcome carryOut(const Native::ChooseOutputs &choice);
    /// Tries @p change on the session, which may refuse it.
    [[nodiscard]] Outcome attempt(QLatin1StringView command,
                                  const std::function<std::optional<Refusal>(Session &)> &change,
                                  QLatin1StringView field = {});
    [[nodiscard]] static Native::Fault onlyListens(QLatin1StringView command);
    [[nodiscard]] Outcome unlessAt(const std::optional<qint64> &revision, QLatin1StringView command) const;
    void goTo(const QueueItem &item);
    /// What has become of @p items, the queue at @p revision; nothing for a client that has none.
    [[nodiscard]] Native::QueueChange queueSince(std::optional<qint64> revision,
                                                 const QList<QueueItem> &items) const;

    /// What the library knows of @p track; asked once while it stays the same.
    [[nodiscard]] const std::optional<TrackInfo> &lookUp(TrackId track);
    [[nodiscard]] std::chrono::milliseconds durationOf(TrackId track);
    /// Now, on whole milliseconds, so that both wires mean the same moment.
    [[nodiscard]] HubTime now();

    const SessionOwner m_owner;
    House &m_house;
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
    std::vector<std::function<void(Room &)>> m_visits; ///< likewise
    // Last, so that nothing above is gone while connections close.
    std::unordered_map<ConnectionId, std::unique_ptr<Connection>> m_connections;
};

} // namespace Sync
