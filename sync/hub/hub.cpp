// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/hub.h"

#include "sync/limits.h"
#include "sync/logging.h"

#include <QTcpSocket>
#include <QWebSocket>

#include <limits>

namespace Sync {

Hub::Hub(Store &store, const TrackSource &tracks, HubIdentity identity)
    : m_store(store)
    , m_tracks(tracks)
    , m_identity(std::move(identity))
    , m_server(QStringLiteral("Segue"), QWebSocketServer::NonSecureMode)
{
    m_server.setSupportedSubprotocols({Native::subprotocol});
    m_server.setMaxPendingConnections(std::numeric_limits<int>::max()); // the front has its own limit
    connect(&m_server, &QWebSocketServer::newConnection, this, &Hub::admit);
    connect(&m_tick, &QTimer::timeout, this, &Hub::tick);
    m_tick.start(Limits::tickEvery);
}

Hub::~Hub() = default;

void Hub::adopt(const Guest &guest)
{
    QMetaObject::invokeMethod(this, [this, guest] { take(guest); }, Qt::QueuedConnection);
}

void Hub::take(const Guest &guest)
{
    QTcpSocket *const socket = guest.socket;
    if (socket->state() != QAbstractSocket::ConnectedState) {
        socket->deleteLater();
        return;
    }
    socket->setParent(this); // QWebSocketServer owns it only once its handshake is done
    const Peer peer(socket->peerAddress(), socket->peerPort());
    m_guests.insert(peer, guest);
    connect(socket, &QTcpSocket::disconnected, this, [this, peer] { m_guests.remove(peer); });
    m_server.handleConnection(socket);
}

void Hub::admit()
{
    while (QWebSocket *const socket = m_server.nextPendingConnection()) {
        const Guest guest = m_guests.take(Peer(socket->peerAddress(), socket->peerPort()));
        if (!guest.socket) {
            socket->deleteLater(); // closed between its handshake and now
            continue;
        }
        guest.socket->disconnect(this);
        auto connection = std::make_unique<Connection>(socket, guest.socket, ++m_lastId, guest.wire,
                                                       guest.caller, HubClock::now());
        ++m_clients;
        connect(connection.get(), &QObject::destroyed, this, [this] { --m_clients; });
        if (!guest.subscription)
            room(guest.caller.user).admit(std::move(connection));
        else if (m_subscribing.admit)
            m_subscribing.admit(std::move(connection), *guest.subscription);
    }
}

void Hub::setAsking(const Native::Asking &asking)
{
    QMetaObject::invokeMethod(
        this,
        [this, asking] {
            m_asking = asking;
            for (const auto &[user, room] : m_rooms)
                room->sayAsking();
        },
        Qt::QueuedConnection);
}

void Hub::drop(qint64 token)
{
    QMetaObject::invokeMethod(
        this,
        [this, token] {
            for (const auto &[user, room] : m_rooms)
                room->drop(token);
            if (m_subscribing.drop)
                m_subscribing.drop(token);
        },
        Qt::QueuedConnection);
}

void Hub::visit(const QString &user, const std::function<void(Room &)> &visit)
{
    QMetaObject::invokeMethod(
        this, [this, user, visit] { room(user).receiveVisit(visit); }, Qt::QueuedConnection);
}

void Hub::tick()
{
    for (const auto &[user, room] : m_rooms)
        room->tick();
}

void Hub::flush(const std::function<void()> &done)
{
    const auto left = std::make_shared<qsizetype>(qsizetype(m_rooms.size()));
    if (*left == 0)
        return done();
    for (const auto &[user, room] : m_rooms)
        room->flush([left, done] {
            if (--*left == 0)
                done();
        });
}

Room &Hub::room(const QString &user)
{
    std::unique_ptr<Room> &room = m_rooms[user];
    if (!room)
        room = std::make_unique<Room>(user, m_store, m_tracks, m_identity, m_asking);
    return *room;
}

} // namespace Sync
