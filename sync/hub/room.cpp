// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/room.h"

#include "sync/hub/roomchange.h"
#include "sync/limits.h"
#include "sync/logging.h"
#include "sync/protocol/plainmessages.h"

#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sync {

namespace {

// Devices come and go in bursts.
constexpr std::chrono::milliseconds devicesDelay = 50ms;

constexpr std::chrono::milliseconds unknownFor = 3s;

} // namespace

QString newEpoch() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

Room::Room(SessionOwner owner, const Surroundings &around, std::optional<Session> session)
    : m_owner(std::move(owner))
    , m_house(around.house)
    , m_store(around.store)
    , m_tracks(around.tracks)
    , m_identity(around.identity)
    , m_asking(around.asking)
    , m_session(std::move(session))
{
    m_deviceDelay.setSingleShot(true);
    m_deviceDelay.setInterval(devicesDelay);
    connect(&m_deviceDelay, &QTimer::timeout, this, &Room::sayDevices);
    connect(&m_loading, &QFutureWatcherBase::finished, this, [this] { loaded(m_loading.result()); });
    if (m_session) {
        begin(std::nullopt);
        m_saver->queueChanged();
    } else {
        m_loading.setFuture(m_store.load(keyOf(m_owner)));
    }
}

Room::~Room() = default;

void Room::loaded(const Loaded &stored)
{
    std::optional<Version> version;
    if (!stored.error.isEmpty())
        qCWarning(hubLog).noquote() << "The stored session of user" << m_owner.user
                                    << "cannot be read:" << stored.error;
    if (stored.record) {
        version = Version{.epoch = stored.record->epoch, .revision = stored.record->revision};
        auto restored = Session::restored(*stored.record, now());
        if (const auto *error = std::get_if<ParseError>(&restored))
            qCWarning(hubLog).noquote()
                << "The stored session of user" << m_owner.user << "is not used:" << error->reason;
        else
            m_session = std::get<Session>(std::move(restored));
    }
    if (!m_session)
        m_session.emplace(newEpoch());
    begin(version);
    for (auto &connection : std::exchange(m_waiting, {}))
        admit(std::move(connection));
    for (const auto &visit : std::exchange(m_visits, {}))
        visit(*this);
}

void Room::begin(const std::optional<Version> &stored)
{
    m_saver = std::make_unique<Saver>(m_store, keyOf(m_owner), stored, [this](bool withQueue) {
        (void)now();
        return m_session->record(m_instant, withQueue);
    });
    m_house.became(m_owner, m_session->player());
}

void Room::receiveVisit(std::function<void(Room &)> visit)
{
    if (m_session)
        visit(*this);
    else
        m_visits.push_back(std::move(visit));
}

void Room::admit(std::unique_ptr<Connection> connection)
{
    if (!m_session)
        return m_waiting.push_back(std::move(connection));
    Connection &guest = *connection;
    hold(std::move(connection));
    greet(guest);
    guest.start();
}

void Room::hold(std::unique_ptr<Connection> connection)
{
    Connection &guest = *connection;
    m_connections.emplace(guest.id(), std::move(connection));
    connect(&guest, &Connection::received, this,
            [this, &guest](const QByteArray &message) { receive(guest, message); });
    connect(&guest, &Connection::answeredPing, this,
            [this, &guest] { m_session->heardPlain(guest.id(), now()); });
    connect(&guest, &Connection::caughtUp, this, [this, &guest] { catchUp(guest); });
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
        (void)m_session->join(
            {.connection = connection.id(), .wire = Native::Wire::Plain, .name = connection.peer()},
            std::nullopt, now());
        connection.send(Frame::text(m_session->player() ? Plain::snapshot(*m_session->player(), m_instant)
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
    switch (connection.wire()) {
    case Native::Wire::Plain:
        return receivePlain(connection, message);
    case Native::Wire::Native:
        return receiveNative(connection, message);
    }
}

void Room::forget(ConnectionId connection)
{
    const auto found = m_connections.find(connection);
    if (found == m_connections.end())
        return; // in another room by now
    const HubTime time = now();
    changeSession([&](Session &session) {
        session.lose(connection, found->second->lastHeard(), time);
        session.expire(time);
    });
    tellMembersChanged();
    m_connections.erase(connection);
}

void Room::announce(const std::optional<PlayerState> &before)
{
    if (!m_session->player())
        return;
    sendPlain(Plain::transition(before, *m_session->player(), m_instant), nullptr);
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
        if (m_session->player())
            for (const QByteArray &update : Plain::transition(std::nullopt, *m_session->player(), m_instant))
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

void Room::drop(qint64 token, bool leaves)
{
    for (const auto &[id, connection] : m_connections) {
        if (connection->caller().token != token)
            continue;
        if (leaves)
            letGo({.connection = id});
        connection->abort(u"its token was changed or revoked"_s);
    }
}

void Room::tick()
{
    if (!m_session)
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
    changeSession([&](Session &session) { session.expire(time); });
    if (m_session->player() && !m_session->player()->paused()
        && time - m_confirmedAt >= Limits::confirmEvery) {
        m_confirmedAt = time;
        m_saver->changed();
    }
}

void Room::flush(std::function<void()> done)
{
    if (m_saver)
        m_saver->whenStored(std::move(done));
    else
        done();
}

const std::optional<TrackInfo> &Room::lookUp(TrackId track)
{
    // One that is not known may yet be scanned, but need not be asked for at each message.
    const bool askAgain = !m_track && m_instant.now - m_askedAt >= unknownFor;
    if (m_lookedUp != track || askAgain) {
        m_lookedUp = track;
        m_askedAt = m_instant.now;
        m_track = m_tracks.track(m_owner.user, track);
    }
    return m_track;
}

std::chrono::milliseconds Room::durationOf(TrackId track)
{
    const std::optional<TrackInfo> &info = lookUp(track);
    return info ? info->duration : std::chrono::milliseconds(0);
}

HubTime Room::now()
{
    m_instant = readClocks(m_instant);
    return m_instant.hub(m_instant.wall());
}

} // namespace Sync
