// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/neighbour.h"
#include "sync/hub/room.h"
#include "sync/role.h"
#include "sync/sources/subscription.h"

#include <QHash>
#include <QHostAddress>
#include <QWebSocketServer>

#include <atomic>

namespace Sync {

/// An upgrade request that has passed the gate, with the socket it came on; nothing has been read from it
/// yet.
struct Guest {
    QTcpSocket *socket = nullptr;
    Caller caller;
    Native::Wire wire = Native::Wire::Plain;
    std::optional<Sources::Subscription> subscription{}; ///< of who has part in no session, but hears events
};

/// Takes sockets over, makes WebSockets of them and gives each to its user's room. Lives on the hub's thread;
/// what may be called from another says so.
class Hub : public QObject, private House
{
    Q_OBJECT

public:
    /// Told on the hub's thread where a session is now; nothing where it has ended or not begun to play.
    using Listener = std::function<void(const SessionOwner &owner, const std::optional<PlayerState> &player)>;

    /// @p shared: where other hubs have part in its sessions; may be nullptr. What is referred to must
    /// outlive it.
    Hub(Store &store, SharedStore *shared, const TrackSource &tracks, HubIdentity identity,
        Listener listener = {});
    ~Hub() override;

    /// Of any thread. The socket's thread must be the hub's already, and it must have no parent.
    void adopt(const Guest &guest);
    [[nodiscard]] int clients() const { return m_clients.load(std::memory_order_relaxed); }
    /// Of any thread: tells admins who waits to be let in.
    void setAsking(const Native::Asking &asking);
    /// Of any thread: ends what came in with that token (Caller::token), which is valid no more or means
    /// something else now.
    void drop(qint64 token);
    /// The same, and its devices leave the session: the token is another user's now.
    void sendOff(qint64 token);
    /// Of any thread: ends the sessions of @p user and calls @p done on this one with true; with false, and
    /// all stays, where devices are in them.
    void close(const QString &user, const std::function<void(bool closed)> &done);
    /// Of any thread: calls @p work on this one with the room that a device of a user is in, or would be,
    /// once its session has been read, and @p then when what it changed is settled; both as
    /// Room::receiveVisit(). They are dropped where the hub ends first.
    using Visit = std::function<void(Room &)>;
    void visit(const SessionOwner &device, const Visit &work, const Visit &then = {});
    void rename(const QString &name);
    /// Tells other hubs of its sessions how devices, and they themselves, come to this one.
    void announce(const Http::Neighbour &self);
    /// Who takes those in who subscribe to events, and lets go of those with a token.
    struct Subscribing {
        std::function<void(std::unique_ptr<Connection>, const Sources::Subscription &)> admit;
        std::function<void(qint64 token)> drop;
    };
    void setSubscribing(const Subscribing &subscribing) { m_subscribing = subscribing; }
    /// Calls @p done on this thread once all that was accepted is stored.
    void flush(const std::function<void()> &done);

Q_SIGNALS:
    /// Which other hubs of its sessions can be reached from here.
    void neighboursChanged(const QList<Sync::Http::Neighbour> &neighbours);

private:
    void take(const Guest &guest);
    void admit();
    void tick();
    void sayWhere();
    void takeOthers(const QByteArrayList &words);
    void sayOthers();
    [[nodiscard]] Room &room(const SessionOwner &owner);
    [[nodiscard]] Surroundings around();

    // Private sessions, hubprivate.cpp
    [[nodiscard]] bool listensPrivately(const SessionOwner &device) const override;
    [[nodiscard]] QList<Native::Device> privateDevices(const QString &user) const override;
    void privateDevicesChanged(const QString &user) override;
    [[nodiscard]] bool mayBeginOwn(const QString &user) const override;
    void moveToOwn(const QString &user, std::unique_ptr<Connection> connection,
                   const Native::Join &join) override;
    void beginOwn(const QString &user, std::unique_ptr<Connection> connection, const Native::Join &join,
                  Session session, bool wasActive) override;
    void endOwn(const QString &user, std::unique_ptr<Connection> connection, Native::Join join) override;
    void became(const SessionOwner &owner, const std::optional<PlayerState> &player) override;
    void sweep(const QList<Kept> &kept);
    void end(const SessionOwner &owner);

    using Peer = std::pair<QHostAddress, quint16>;

    Store &m_store;
    SharedStore *const m_shared;
    const TrackSource &m_tracks;
    HubIdentity m_identity;
    Native::Asking m_asking;
    Native::OtherHubs m_others;
    Http::Neighbour m_self; ///< as it is announced
    Subscribing m_subscribing;
    ConnectionId m_lastId = 0;
    std::atomic<int> m_clients = 0;
    const Listener m_listener;
    QTimer m_tick;
    QTimer m_sweep;
    QFutureWatcher<QList<Kept>> m_keeping;
    bool m_knowsPrivate = false; ///< those that were stored before it ran
    /// Names of private sessions, and whether their devices were active when they left the shared ones.
    QHash<QString, bool> m_private;
    QHash<Peer, Guest> m_guests; ///< between adopt() and the end of their handshake
    std::unordered_map<QString, std::unique_ptr<Room>> m_rooms; ///< by keyOf() their owners
    QWebSocketServer m_server; // last: dropping its sockets still reaches the rooms
};

} // namespace Sync
