// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/roomchange.h"

#include "sync/logging.h"
#include "sync/session/order.h"

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

void refuse(Connection &connection, QLatin1StringView command, QLatin1StringView field, const QString &reason)
{
    connection.send(Frame::text(Native::serialize(
        Native::HubMessage(Native::Fault{.command = command, .field = field, .reason = reason}))));
}

QString sentence(Refusal refusal)
{
    switch (refusal) {
    case Refusal::NoTrack:
        return u"no track has been started yet"_s;
    case Refusal::NoContext:
        return u"the first track must say where it is from"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

void Room::receiveNative(Connection &connection, const QByteArray &message)
{
    const auto parsed = Native::parseClientMessage(message);
    if (const auto *refused = std::get_if<Native::Refused>(&parsed)) {
        const Native::Fault fault{.command = refused->command.left(32),
                                  .field = refused->error.field,
                                  .reason = refused->error.reason};
        connection.send(Frame::text(Native::serialize(Native::HubMessage(fault))));
        return;
    }
    const auto &what = std::get<Native::ClientMessage>(parsed);
    const bool needsJoin =
        !std::holds_alternative<Native::Join>(what) && !std::holds_alternative<Native::ClockRequest>(what);
    std::visit(
        [&](const auto &m) {
            if (needsJoin && !connection.joined())
                refuse(connection, m.type, {}, u"join first"_s);
            else
                handle(connection, m);
        },
        what);
}

void Room::handle(Connection &connection, const Native::Join &join)
{
    if (connection.joined())
        return refuse(connection, join.type, {}, u"already joined"_s);
    connection.markJoined();
    const HubTime time = now();
    std::optional<ConnectionId> superseded;
    changeSession([&](Session &session) {
        superseded = session.join({.connection = connection.id(),
                                   .wire = Native::Wire::Native,
                                   .device = join.device,
                                   .name = join.name,
                                   .output = join.output},
                                  join.playing, time);
    });
    if (superseded)
        supersede(*superseded);
    connection.send(Frame::text(Native::serialize(Native::HubMessage(state()))));
    touchDevices();
}

void Room::supersede(ConnectionId connection)
{
    // Gone already, where its lease was still running.
    const auto found = m_connections.find(connection);
    if (found != m_connections.end())
        found->second->close(u"this device has joined anew"_s);
}

void Room::handle(Connection &connection, const Native::Play &play)
{
    command(connection, play.type,
            NewTrack{.trackId = play.trackId,
                     .fromIs = play.context.fromIs,
                     .fromIsId = play.context.fromIsId,
                     .position = play.position,
                     .duration = durationOf(play.trackId),
                     .at = now()});
}

void Room::handle(Connection &connection, const Native::Pause &pause)
{
    command(connection, pause.type, Sync::Pause{.at = now()});
}

void Room::handle(Connection &connection, const Native::Resume &resume)
{
    command(connection, resume.type, Sync::Resume{.at = now()});
}

void Room::handle(Connection &connection, const Native::Seek &seek)
{
    command(connection, seek.type, ChangePosition{.position = seek.position, .at = now()});
}

void Room::handle(Connection &connection, const Native::Next &next)
{
    if (isStale(connection, next.type, next.revision))
        return;
    const auto track = following(order(), m_session->player()->trackId);
    if (!track)
        return refuse(connection, next.type, {}, u"this is the last track"_s);
    startTrack(*track);
}

void Room::handle(Connection &connection, const Native::Previous &previous)
{
    if (isStale(connection, previous.type, previous.revision))
        return;
    const auto track = preceding(order(), m_session->player()->trackId);
    if (track && !previousRestarts(*m_session->player(), now()))
        return startTrack(*track);
    command(connection, previous.type, ChangePosition{.position = std::chrono::milliseconds(0), .at = now()});
}

void Room::handle(Connection &, const Native::Ended &ended)
{
    // Several outputs reach the end; the first moves on, the others' ids are old by then.
    if (!m_session->player() || m_session->player()->playId != ended.playId || m_session->player()->paused())
        return;
    if (const auto track = following(order(), m_session->player()->trackId))
        return startTrack(*track);
    const HubTime time = now();
    changeSession([&](Session &session) {
        (void)session.apply(Sync::Pause{.at = time});
        (void)session.apply(ChangePosition{.position = std::chrono::milliseconds(0), .at = time});
    });
}

void Room::handle(Connection &connection, const Native::Report &report)
{
    m_session->report(connection.id(), report);
    touchDevices();
}

void Room::handle(Connection &connection, const Native::Leave &leave)
{
    if (leave.connection == connection.id()) {
        const HubTime time = now();
        changeSession([&](Session &session) { session.leave(connection.id(), leave.position, time); });
        touchDevices();
    }
    flush([guest = QPointer(&connection)] {
        if (guest)
            guest->send(Frame::text(Native::serialize(Native::HubMessage(Native::Left{}))));
    });
}

void Room::handle(Connection &connection, const Native::ClockRequest &request)
{
    const HubTime time = HubClock::now();
    connection.send(Frame::text(Native::serialize(Native::HubMessage(
        Native::ClockAnswer{.sent = request.sent, .received = time, .answered = HubClock::now()}))));
}

void Room::command(Connection &connection, QLatin1StringView name, const Update &update)
{
    std::optional<Refusal> refusal;
    changeSession([&](Session &session) { refusal = session.apply(update); });
    if (refusal)
        refuse(connection, name, {}, sentence(*refusal));
}

void Room::startTrack(TrackId track)
{
    const HubTime time = now();
    changeSession([&](Session &session) {
        (void)session.apply(NewTrack{.trackId = track, .duration = durationOf(track), .at = time});
    });
}

bool Room::isStale(Connection &connection, QLatin1StringView command, const std::optional<qint64> &revision)
{
    if (!m_session->player()) {
        refuse(connection, command, {}, sentence(Refusal::NoTrack));
        return true;
    }
    if (revision && *revision != m_session->revision()) {
        refuse(connection, command, "rev"_L1,
               u"field 'rev' is %1, but the session is at %2"_s.arg(*revision).arg(m_session->revision()));
        return true;
    }
    return false;
}

QList<TrackId> Room::order() const { return m_tracks.tracksOf(m_session->player()->context); }

Native::State Room::state()
{
    Native::State state{.epoch = m_session->epoch(),
                        .revision = m_session->revision(),
                        .player = m_session->player(),
                        .track = std::nullopt};
    if (state.player)
        state.track = lookUp(state.player->trackId);
    return state;
}

} // namespace Sync
