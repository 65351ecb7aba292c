// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/house.h"
#include "sync/hub/ledger.h"
#include "sync/protocol/plainmessages.h"

#include <QTimer>

namespace Sync {

/// How this hub names itself to native clients.
struct HubIdentity {
    QString id;
    QString name;
};

/// What all rooms of a hub have in common.
struct Surroundings {
    Store &store;
    SharedStore *shared; ///< nullptr: no other hub has part in its sessions
    const TrackSource &tracks;
    const HubIdentity &identity;
    const Native::Asking &asking;
    const Native::OtherHubs &others;
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
    [[nodiscard]] bool isEmpty() const
    {
        return m_connections.empty() && m_waiting.empty() && !m_ledger.hasEntries();
    }

    /// Takes @p connection in; until the stored session has been read it waits.
    void admit(std::unique_ptr<Connection> connection);
    /// As Ledger::queueUp().
    void queueUp(std::function<void()> entry) { m_ledger.queueUp(std::move(entry)); }
    /// The same. All that @p work changes is one change; it may run again where another hub was first. @p
    /// then is called once that is settled.
    void receiveVisit(std::function<void(Room &)> work, std::function<void(Room &)> then);
    /// Pings everybody, drops who has been silent too long, ends leases, stores confirmed positions.
    void tick();
    /// Tells admins who waits to be let in.
    void sayAsking();
    /// Tells everybody at which other hubs this session is.
    void sayOthers();
    /// Asks other hubs that; where it can, and the session is open.
    void askWhoIsThere();
    /// Ends what came in with that token. @p leaves: it will not come back to this room.
    void drop(qint64 token, bool leaves);
    /// Takes one in that has said hello elsewhere.
    void takeIn(std::unique_ptr<Connection> connection, const Native::Join &join);
    /// Who is here, as told elsewhere.
    [[nodiscard]] QList<Native::Device> privateDevices() const;
    void touchDevices();
    /// Calls @p done once all changes are stored.
    void flush(std::function<void()> done) { m_ledger.whenStored(std::move(done)); }

    // For visitors, which have no connection, while receiveVisit() has them work

    /// Nothing, or why @p command was refused and nothing has changed.
    [[nodiscard]] std::optional<Native::Fault> perform(const Native::Command &command,
                                                       ConnectionId asker = 0);
    /// Hands the wish on to the device it is about; or why it cannot. Changes nothing itself.
    [[nodiscard]] std::optional<Native::Fault> wish(const Native::SetVolume &volume);
    /// As Session::rename(); everybody is told, and it is stored.
    [[nodiscard]] std::optional<Native::Fault> rename(const QString &device, const QString &name,
                                                      const std::optional<QString> &formerly);
    [[nodiscard]] Native::Devices devices() const;
    void letGo(const Native::Leave &leave);
    /// Moves on, where that is what plays now.
    void end(const Native::Ended &ended);
    [[nodiscard]] const Session &session() const { return m_ledger.session(); }
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
    void opened();
    void hold(std::unique_ptr<Connection> connection);
    void greet(Connection &connection);
    void receive(Connection &connection, const QByteArray &message);
    void forget(ConnectionId connection);
    void sendNative(const Native::HubMessage &message);
    void catchUp(Connection &connection);
    void sayDevices();
    void tellDevices();
    void tellMembersChanged();
    void tell(const Before &before, bool isRelayed);

    // Plain wire, roomplain.cpp
    void receivePlain(Connection &connection, const QByteArray &message);
    [[nodiscard]] std::optional<Refusal> applyPlain(Session &session, const Plain::Message &message);
    void relay(const QByteArray &message, const Connection *sender);
    void sendPlain(const QByteArrayList &messages, const Connection *except);

    // Native wire, roomnative.cpp; one overload for each ClientMessage alternative but the commands
    void receiveNative(Connection &connection, const QByteArray &message);
    void handle(Connection &connection, const Native::Join &join);
    void handle(Connection &connection, const Native::SetVolume &volume);
    void handle(Connection &connection, const Native::Ended &ended);
    void handle(Connection &connection, const Native::Report &report);
    void handle(Connection &connection, const Native::Leave &leave);
    void handle(Connection &connection, const Native::ClockRequest &request);
    [[nodiscard]] HubTime endOf(const Native::Ended &ended);
    void command(Connection &connection, const Native::Command &command);
    void enter(Connection &connection, const Native::Join &join);
    void welcome(Connection &connection);
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
    void mindHandover();
    /// Tries @p change on the session, which may refuse it.
    [[nodiscard]] Outcome attempt(QLatin1StringView command,
                                  const std::function<std::optional<Refusal>(Session &)> &change,
                                  QLatin1StringView field = {});
    [[nodiscard]] static Native::Fault onlyListens(QLatin1StringView command);
    [[nodiscard]] Outcome unlessAt(const std::optional<qint64> &revision, QLatin1StringView command) const;
    void goTo(const QueueItem &item, HubTime at);
    /// What has become of @p items, the queue at @p revision; nothing for a client that has none.
    [[nodiscard]] Native::QueueChange queueSince(std::optional<qint64> revision,
                                                 const QList<QueueItem> &items) const;

    /// What the library knows of @p track; asked once while it stays the same.
    [[nodiscard]] const std::optional<TrackInfo> &lookUp(TrackId track);
    [[nodiscard]] std::chrono::milliseconds durationOf(TrackId track);
    [[nodiscard]] HubTime now() { return m_ledger.now(); }
    /// When what somebody asks for begins.
    [[nodiscard]] HubTime soon();

    const SessionOwner m_owner;
    House &m_house;
    const TrackSource &m_tracks;
    const HubIdentity &m_identity;
    const Native::Asking &m_asking;
    const Native::OtherHubs &m_others;
    Ledger m_ledger;
    QTimer m_deviceDelay;
    int m_ticks = 0;
    qsizetype m_waitingBytes = 0; ///< of messages that are not handled yet
    HubTime m_receivedAt; ///< the message that is handled; it may have waited
    TrackId m_lookedUp = 0;
    HubTime m_askedAt;
    std::optional<TrackInfo> m_track; ///< of m_lookedUp
    std::vector<std::unique_ptr<Connection>> m_waiting; ///< for the session
    // Last, so that nothing above is gone while connections close.
    std::unordered_map<ConnectionId, std::unique_ptr<Connection>> m_connections;
    ConnectionId m_handoverAsker = 0; ///< who is told where the sound does not move
};

} // namespace Sync
