// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/room.h"

#include "sync/limits.h"
#include "sync/logging.h"
#include "sync/protocol/plainmessages.h"

#include <QPointer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sync {

namespace {

// Devices come and go in bursts.
constexpr std::chrono::milliseconds devicesDelay = 50ms;

constexpr std::chrono::milliseconds unknownFor = 3s;

} // namespace

Room::Room(SessionOwner owner, const Surroundings &around, std::optional<Session> session)
    : m_owner(std::move(owner))
    , m_house(around.house)
    , m_tracks(around.tracks)
    , m_identity(around.identity)
    , m_asking(around.asking)
    , m_others(around.others)
    , m_ledger(keyOf(m_owner), around.store, m_owner.isPrivate() ? nullptr : around.shared)
{
    m_deviceDelay.setSingleShot(true);
    m_deviceDelay.setInterval(devicesDelay);
    connect(&m_deviceDelay, &QTimer::timeout, this, [this] { queueUp([this] { sayDevices(); }); });
    connect(&m_ledger, &Ledger::opened, this, &Room::opened);
    connect(&m_ledger, &Ledger::changed, this, &Room::tell);
    connect(&m_ledger, &Ledger::guestsChanged, this, [this](const QList<ConnectionId> &moved) {
        for (const ConnectionId connection : moved)
            supersede(connection);
        tellDevices();
    });
    connect(&m_ledger, &Ledger::volumeWished, this, [this](const Native::SetVolume &volume) {
        (void)wish(volume);
    }); // the device says what becomes of it
    m_ledger.open(std::move(session));
}

Room::~Room() = default;

void Room::opened()
{
    m_house.became(m_owner, session().player());
    for (auto &connection : std::exchange(m_waiting, {}))
        admit(std::move(connection));
}

void Room::receiveVisit(std::function<void(Room &)> work, std::function<void(Room &)> then)
{
    queueUp([this, work = std::move(work), then = std::move(then)] {
        SessionChange transaction{.work = [this, work] { work(*this); }};
        if (then)
            transaction.then = [this, then] { then(*this); };
        m_ledger.transact(std::move(transaction));
    });
}

void Room::admit(std::unique_ptr<Connection> connection)
{
    if (!m_ledger.isOpen())
        return m_waiting.push_back(std::move(connection));
    Connection &guest = *connection;
    hold(std::move(connection));
    queueUp([this, guest = QPointer(&guest)] {
        if (!guest)
            return;
        greet(*guest);
        guest->start();
    });
}

void Room::hold(std::unique_ptr<Connection> connection)
{
    Connection &guest = *connection;
    m_connections.emplace(guest.id(), std::move(connection));
    connect(&guest, &Connection::received, this,
            [this, &guest](const QByteArray &message) { receive(guest, message); });
    connect(&guest, &Connection::answeredPing, this,
            [this, id = guest.id()] { queueUp([this, id] { m_ledger.session().heardPlain(id, now()); }); });
    connect(&guest, &Connection::caughtUp, this, [this, guest = QPointer(&guest)] {
        queueUp([this, guest] {
            if (guest)
                catchUp(*guest);
        });
    });
    // Queued: the socket that has just closed is still on the stack.
    const auto forgetIt = [this, id = guest.id()] { forget(id); };
    connect(&guest, &Connection::closed, this, forgetIt, Qt::QueuedConnection);
    if (guest.ended()) // on its way here
        QMetaObject::invokeMethod(this, forgetIt, Qt::QueuedConnection);
}

void Room::greet(Connection &connection)
{
    switch (connection.wire()) {
    case Native::Wire::Plain:
        (void)m_ledger.session().join(
            {.connection = connection.id(), .wire = Native::Wire::Plain, .name = connection.peer()},
            std::nullopt, now());
        connection.send(Frame::text(m_ledger.session().player()
                                        ? Plain::snapshot(*m_ledger.session().player(), m_ledger.instant())
                                        : Plain::noTrackState));
        touchDevices();
        return;
    case Native::Wire::Native:
        connection.send(Frame::text(
            Native::serialize(Native::HubMessage(Native::Hello{.hub = m_identity.id,
                                                               .name = m_identity.name,
                                                               .version = QStringLiteral(SEGUE_VERSION),
                                                               .connection = connection.id(),
                                                               .role = connection.caller().role,
                                                               .user = m_owner.user}))));
        return;
    }
}

void Room::receive(Connection &connection, const QByteArray &message)
{
    if (m_waitingBytes + message.size() > Limits::waitingBytes)
        return connection.close(u"more is said here than can be stored"_s);
    m_waitingBytes += message.size();
    queueUp([this, guest = QPointer(&connection), message, receivedAt = HubClock::now()] {
        m_waitingBytes -= message.size();
        if (!guest || !m_connections.contains(guest->id()))
            return; // dropped meanwhile, or in another room
        m_receivedAt = receivedAt;
        switch (guest->wire()) {
        case Native::Wire::Plain:
            return receivePlain(*guest, message);
        case Native::Wire::Native:
            return receiveNative(*guest, message);
        }
    });
}

void Room::forget(ConnectionId connection)
{
    queueUp([this, connection] {
        const auto found = m_connections.find(connection);
        if (found == m_connections.end())
            return; // in another room by now
        const HubTime time = now();
        const HubTime heard = found->second->lastHeard();
        m_connections.erase(found);
        m_ledger.transact({.work =
                               [this, connection, heard, time] {
                                   m_ledger.session().lose(connection, heard, time);
                                   m_ledger.session().expire(time);
                               },
                           .then = [this] { tellMembersChanged(); }});
    });
}

/// Whoever is here hears what has become of the session.
void Room::tell(const Before &before, bool isRelayed)
{
    if (session().queueRevision() != before.queueRevision) {
        sendNative(
            queueSince(before.queueRevision, before.items)); // before the state, which names an item of it
        Q_EMIT queueChanged();
    }
    if (session().devicesRevision() != before.devicesRevision)
        sayDevices(); // at once, and first: the sound moves with it
    if (session().revision() == before.revision && session().epoch() == before.version.epoch)
        return;
    m_house.became(m_owner, session().player());
    if (!session().player())
        return;
    if (!isRelayed)
        sendPlain(Plain::transition(before.player, *session().player(), m_ledger.instant()), nullptr);
    sendNative(state());
    Q_EMIT stateChanged();
}

void Room::sendNative(const Native::HubMessage &message)
{
    const Frame frame = Frame::text(Native::serialize(message));
    for (const auto &[id, connection] : m_connections)
        if (connection->wire() == Native::Wire::Native && connection->joined() && connection->keepsUp())
            connection->send(frame);
}

void Room::catchUp(Connection &connection)
{
    switch (connection.wire()) {
    case Native::Wire::Plain:
        if (m_ledger.session().player())
            for (const QByteArray &update :
                 Plain::transition(std::nullopt, *m_ledger.session().player(), m_ledger.instant()))
                connection.send(Frame::text(update));
        return;
    case Native::Wire::Native:
        sendAll(connection);
        touchDevices(); // the newest list was not sent either
        return;
    }
}

void Room::sayAsking()
{
    const Frame frame = Frame::text(Native::serialize(Native::HubMessage(m_asking)));
    for (const auto &[id, connection] : m_connections)
        if (connection->wire() == Native::Wire::Native && connection->joined()
            && connection->caller().role == Role::Admin)
            connection->send(frame);
}

void Room::sayOthers() { sendNative(m_others); }

void Room::askWhoIsThere()
{
    if (m_ledger.isOpen())
        m_ledger.askWhoIsThere();
}

void Room::drop(qint64 token, bool leaves)
{
    for (const auto &[id, connection] : m_connections) {
        if (connection->caller().token != token)
            continue;
        if (leaves)
            queueUp([this, id] { m_ledger.transact({.work = [this, id] { letGo({.connection = id}); }}); });
        connection->abort(u"its token was changed or revoked"_s);
    }
}

void Room::tick()
{
    if (!m_ledger.isOpen())
        return;
    const HubTime time = now();
    const bool pings = m_ticks++ % (Limits::pingEvery / Limits::tickEvery) == 0;
    const Frame ping = Frame::ping();
    for (const auto &[id, connection] : m_connections) {
        if (time - connection->lastHeard() >= Limits::goneAfter)
            connection->abort(u"nothing was heard from it"_s);
        else if (!connection->joined() && time - connection->since() >= Limits::handshakeWithin)
            connection->abort(u"it did not join"_s);
        else if (pings)
            connection->send(ping);
    }
    m_ledger.tick();
    if (m_ledger.session().handover())
        queueUp([this] { m_ledger.transact({.work = [this] { mindHandover(); }}); });
}

const std::optional<TrackInfo> &Room::lookUp(TrackId track)
{
    // One that is not known may yet be scanned, but need not be asked for at each message.
    const bool askAgain = !m_track && m_ledger.instant().now - m_askedAt >= unknownFor;
    if (m_lookedUp != track || askAgain) {
        m_lookedUp = track;
        m_askedAt = m_ledger.instant().now;
        m_track = m_tracks.track(m_owner.user, track);
    }
    return m_track;
}

std::chrono::milliseconds Room::durationOf(TrackId track)
{
    const std::optional<TrackInfo> &info = lookUp(track);
    return info ? info->duration : std::chrono::milliseconds(0);
}

} // namespace Sync
