// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/hub.h"

#include "sync/limits.h"
#include "sync/link/otherhubs.h"
#include "sync/logging.h"
#include "sync/protocol/fields.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QWebSocket>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Sync {

Hub::Hub(Store &store, SharedStore *shared, const TrackSource &tracks, HubIdentity identity,
         Listener listener)
    : m_store(store)
    , m_shared(shared)
    , m_tracks(tracks)
    , m_identity(std::move(identity))
    , m_listener(std::move(listener))
    , m_server(QStringLiteral("Segue"), QWebSocketServer::NonSecureMode)
{
    m_server.setSupportedSubprotocols({Native::subprotocol});
    m_server.setMaxPendingConnections(std::numeric_limits<int>::max()); // the front has its own limit
    connect(&m_server, &QWebSocketServer::newConnection, this, &Hub::admit);
    connect(&m_tick, &QTimer::timeout, this, &Hub::tick);
    m_tick.start(Limits::tickEvery);
    connect(&m_keeping, &QFutureWatcherBase::finished, this, [this] { sweep(m_keeping.result()); });
    connect(&m_sweep, &QTimer::timeout, this, [this] { m_keeping.setFuture(m_store.kept(privatePrefix)); });
    m_sweep.start(Limits::sweepEvery);
    if (m_shared) {
        connect(m_shared, &SharedStore::hubsChanged, this, &Hub::takeOthers);
        connect(m_shared, &SharedStore::reachableChanged, this, &Hub::sayOthers);
    }
    m_keeping.setFuture(m_store.kept(privatePrefix)); // before any session is read: who joins must be known
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
            room({.user = guest.caller.user}).admit(std::move(connection));
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
                room->drop(token, false);
            if (m_subscribing.drop)
                m_subscribing.drop(token);
        },
        Qt::QueuedConnection);
}

void Hub::sendOff(qint64 token)
{
    QMetaObject::invokeMethod(
        this,
        [this, token] {
            for (const auto &[user, room] : m_rooms)
                room->drop(token, true);
        },
        Qt::QueuedConnection);
}

void Hub::close(const QString &user, const std::function<void(bool closed)> &done)
{
    QMetaObject::invokeMethod(
        this,
        [this, user, done] {
            const auto isOf = [&user](const auto &entry) { return entry.second->owner().user == user; };
            const bool used = std::ranges::any_of(
                m_rooms, [&](const auto &entry) { return isOf(entry) && !entry.second->isEmpty(); });
            if (!used) {
                for (const auto &entry : m_rooms)
                    if (isOf(entry))
                        became(entry.second->owner(), std::nullopt);
                std::erase_if(m_rooms, isOf);
                m_private.removeIf([&user](const QHash<QString, bool>::iterator &entry) {
                    const auto owner = privateOwner(entry.key());
                    return owner && owner->user == user;
                });
            }
            done(!used);
        },
        Qt::QueuedConnection);
}

void Hub::visit(const SessionOwner &device, const Visit &work, const Visit &then)
{
    QMetaObject::invokeMethod(
        this,
        [this, device, work, then] {
            room(listensPrivately(device) ? device : SessionOwner{.user = device.user})
                .receiveVisit(work, then);
        },
        Qt::QueuedConnection);
}

void Hub::rename(const QString &name)
{
    m_identity.name = name;
    sayWhere();
}

void Hub::announce(const Http::Neighbour &self)
{
    m_self = self;
    sayWhere();
}

void Hub::sayWhere()
{
    if (!m_shared || m_self.url.isEmpty())
        return;
    QJsonObject self{{"key"_L1, QString::fromLatin1(m_self.key)}};
    Native::OtherHubs{.hubs = {{.id = m_identity.id, .name = m_identity.name, .url = m_self.url.toString()}}}
        .write(self);
    m_shared->announce(QJsonDocument(self).toJson(QJsonDocument::Compact));
}

void Hub::takeOthers(const QByteArrayList &words)
{
    m_others.hubs.clear();
    QList<Http::Neighbour> neighbours;
    for (const QByteArray &word : words.first(std::min(words.size(), Limits::hubsListed))) {
        auto parsed = parseObject(word);
        auto *const fields = std::get_if<Fields>(&parsed);
        const auto said = fields ? Native::OtherHubs::from(*fields) : Native::OtherHubs();
        const QString key = fields && fields->has("key"_L1) // earlier versions have none
            ? fields->text("key"_L1, Limits::hubKeyBytes)
            : QString();
        if (!fields || !fields->ok()) {
            qCWarning(hubLog) << "Another hub announces itself in a way that is not known here.";
            continue;
        }
        m_others.hubs += said.hubs;
        if (!key.isEmpty())
            for (const QUrl &url : waysTo(said, m_self.url))
                neighbours.append({.url = url, .key = key.toLatin1()});
    }
    sayOthers();
    for (const auto &[user, room] : m_rooms)
        room->askWhoIsThere(); // one that was away counted as gone here, perhaps, and does not know
    Q_EMIT neighboursChanged(neighbours);
}

void Hub::sayOthers()
{
    m_others.alone = !m_shared->isReachable();
    for (const auto &[user, room] : m_rooms)
        room->sayOthers();
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

Room &Hub::room(const SessionOwner &owner)
{
    std::unique_ptr<Room> &room = m_rooms[keyOf(owner)];
    if (!room)
        room = std::make_unique<Room>(owner, around());
    return *room;
}

Surroundings Hub::around()
{
    return {.store = m_store,
            .shared = m_shared,
            .tracks = m_tracks,
            .identity = m_identity,
            .asking = m_asking,
            .others = m_others,
            .house = *this};
}

} // namespace Sync
