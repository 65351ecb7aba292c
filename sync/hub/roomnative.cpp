// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/roomchange.h"

#include "sync/limits.h"
#include "sync/logging.h"

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

QString sentence(Refusal refusal)
{
    switch (refusal) {
    case Refusal::NoTrack:
        return u"no track has been started yet"_s;
    case Refusal::NoContext:
        return u"the first track must say where it is from"_s;
    case Refusal::NoSuchItem:
        return u"the queue does not have this item any more"_s;
    case Refusal::LastTrack:
        return u"this is the last track"_s;
    case Refusal::QueueFull:
        return u"the queue holds at most %1 tracks"_s.arg(Limits::queueItems);
    case Refusal::NothingToUndo:
        return u"there is nothing to undo"_s;
    case Refusal::NothingToRedo:
        return u"there is nothing to redo"_s;
    case Refusal::NothingChosen:
        return u"one device at least has to sound"_s;
    case Refusal::NoSuchDevice:
        return u"this device is not here"_s;
    case Refusal::NoOutput:
        return u"this device makes no sound"_s;
    case Refusal::NoVolume:
        return u"the volume of this device cannot be set from elsewhere"_s;
    }
    Q_UNREACHABLE();
}

/// What a device says of itself alone; a volume may be another's, which is seen to where it is handled.
bool isListenersOwn(const Native::ClientMessage &message)
{
    return std::holds_alternative<Native::Join>(message) || std::holds_alternative<Native::Ended>(message)
        || std::holds_alternative<Native::Report>(message) || std::holds_alternative<Native::Leave>(message)
        || std::holds_alternative<Native::SetVolume>(message)
        || std::holds_alternative<Native::ClockRequest>(message);
}

} // namespace

void Room::refuse(Connection &connection, QLatin1StringView command, QLatin1StringView field,
                  const QString &reason)
{
    connection.send(Frame::text(Native::serialize(
        Native::HubMessage(Native::Fault{.command = command, .field = field, .reason = reason}))));
}

void Room::refuseListener(Connection &connection, QLatin1StringView command)
{
    refuse(connection, command, {}, u"this device may only listen"_s);
}

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
    const bool mayAsk = connection.caller().role >= Role::Controller || isListenersOwn(what);
    std::visit(
        [&](const auto &m) {
            if (needsJoin && !connection.joined())
                refuse(connection, m.type, {}, u"join first"_s);
            else if (!mayAsk)
                refuseListener(connection, m.type);
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
                                   .output = join.output,
                                   .active = join.active,
                                   .volume = join.volume},
                                  join.playing, time);
    });
    if (superseded)
        supersede(*superseded);
    sendAll(connection);
    if (connection.caller().role == Role::Admin && !m_asking.requests.isEmpty())
        connection.send(Frame::text(Native::serialize(Native::HubMessage(m_asking))));
    touchDevices();
}

void Room::supersede(ConnectionId connection)
{
    // Gone already, where its lease was still running.
    const auto found = m_connections.find(connection);
    if (found != m_connections.end())
        found->second->close(u"this device has joined anew"_s);
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
    attempt(connection, name, [&](Session &session) { return session.apply(update); });
}

void Room::attempt(Connection &connection, QLatin1StringView command,
                   const std::function<std::optional<Refusal>(Session &)> &change)
{
    attempt(connection, command, {}, change);
}

void Room::attempt(Connection &connection, QLatin1StringView command, QLatin1StringView field,
                   const std::function<std::optional<Refusal>(Session &)> &change)
{
    std::optional<Refusal> refusal;
    changeSession([&](Session &session) {
        const qint64 revision = session.revision();
        refusal = change(session);
        if (session.revision() != revision && session.chooseSomeone(connection.id(), now()))
            sayDevices();
    });
    if (refusal)
        refuse(connection, command, field, sentence(*refusal));
}

void Room::sendAll(Connection &connection)
{
    for (const Native::HubMessage &message :
         {Native::HubMessage(queueSince(std::nullopt, {})), Native::HubMessage(state())})
        connection.send(Frame::text(Native::serialize(message)));
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

Native::State Room::state()
{
    Native::State state{.epoch = m_session->epoch(),
                        .revision = m_session->revision(),
                        .player = m_session->player(),
                        .track = std::nullopt,
                        .modes = m_session->modes()};
    if (state.player)
        state.track = lookUp(state.player->trackId);
    return state;
}

} // namespace Sync
