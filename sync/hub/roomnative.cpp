// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/room.h"

#include "sync/limits.h"
#include "sync/logging.h"

#include <QPointer>

#include <memory>

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

void refuse(Connection &connection, const Native::Fault &fault)
{
    connection.send(Frame::text(Native::serialize(Native::HubMessage(fault))));
}

template <typename T, typename Variant> constexpr bool isOneOf = false;
template <typename T, typename... Alternatives> constexpr bool isOneOf<T, std::variant<Alternatives...>> =
    (std::same_as<T, Alternatives> || ...);

/// What a device says of itself alone; a volume may be another's, which is seen to where it is handled.
bool isListenersOwn(const Native::ClientMessage &message)
{
    return std::holds_alternative<Native::Join>(message) || std::holds_alternative<Native::Ended>(message)
        || std::holds_alternative<Native::Report>(message) || std::holds_alternative<Native::Leave>(message)
        || std::holds_alternative<Native::SetVolume>(message)
        || std::holds_alternative<Native::ClockRequest>(message);
}

} // namespace

Native::Fault Room::onlyListens(QLatin1StringView command)
{
    return {.command = command, .field = {}, .reason = u"this device may only listen"_s};
}

void Room::receiveNative(Connection &connection, const QByteArray &message)
{
    const auto parsed = Native::parseClientMessage(message);
    if (const auto *refused = std::get_if<Native::Refused>(&parsed))
        return refuse(connection,
                      {.command = refused->command.left(32),
                       .field = refused->error.field,
                       .reason = refused->error.reason});
    const auto &what = std::get<Native::ClientMessage>(parsed);
    const bool needsJoin =
        !std::holds_alternative<Native::Join>(what) && !std::holds_alternative<Native::ClockRequest>(what);
    const bool mayAsk = connection.caller().role >= Role::Controller || isListenersOwn(what);
    std::visit(
        [&]<typename Message>(const Message &m) {
            if (needsJoin && !connection.joined())
                return refuse(connection, {.command = m.type, .field = {}, .reason = u"join first"_s});
            if (!mayAsk)
                return refuse(connection, onlyListens(m.type));
            if constexpr (!isOneOf<Message, Native::Command>)
                handle(connection, m);
            else
                command(connection, m);
        },
        what);
}

void Room::command(Connection &connection, const Native::Command &command)
{
    const auto fault = std::make_shared<Outcome>();
    m_ledger.transact(
        {.work = [this, fault, command, id = connection.id()] { *fault = perform(command, id); },
         .then =
             [fault, asker = QPointer(&connection)] {
                 if (*fault && asker)
                     refuse(*asker, **fault);
             }});
}

void Room::handle(Connection &connection, const Native::Join &join)
{
    if (connection.joined())
        return refuse(connection, {.command = join.type, .field = {}, .reason = u"already joined"_s});
    connection.markJoined();
    if (!m_owner.isPrivate() && m_house.listensPrivately({.user = m_owner.user, .device = join.device}))
        return m_house.moveToOwn(m_owner.user, release(connection), join);
    enter(connection, join);
}

void Room::enter(Connection &connection, const Native::Join &join)
{
    const Member member{.connection = connection.id(),
                        .wire = Native::Wire::Native,
                        .device = join.device,
                        .name = join.name,
                        .output = join.output,
                        .active = join.active,
                        .volume = join.volume,
                        .timing = join.timing};
    const auto superseded = std::make_shared<std::optional<ConnectionId>>();
    m_ledger.transact(
        {.work = [this, superseded, member, playing = join.playing,
                  time = now()] { *superseded = m_ledger.session().join(member, playing, time); },
         .then =
             [this, superseded, guest = QPointer(&connection)] {
                 if (*superseded)
                     supersede(**superseded);
                 if (guest)
                     welcome(*guest);
             }});
}

void Room::welcome(Connection &connection)
{
    sendAll(connection);
    if (connection.caller().role == Role::Admin && !m_asking.requests.isEmpty())
        connection.send(Frame::text(Native::serialize(Native::HubMessage(m_asking))));
    if (m_others != Native::OtherHubs())
        connection.send(Frame::text(Native::serialize(Native::HubMessage(m_others))));
    if (m_owner.isPrivate())
        m_ledger.touch(); // so that the store knows that it is still used
    tellMembersChanged();
}

void Room::supersede(ConnectionId connection)
{
    // Gone already, where its lease was still running.
    const auto found = m_connections.find(connection);
    if (found != m_connections.end())
        found->second->close(u"this device has joined anew"_s);
}

void Room::handle(Connection &connection, const Native::Report &report)
{
    m_ledger.session().report(connection.id(), report);
    if (m_ledger.session().handedOver(now()))
        return m_ledger.transact({.work = [this] { mindHandover(); }});
    touchDevices();
}

void Room::handle(Connection &connection, const Native::Leave &leave)
{
    m_ledger.transact(
        {.work =
             [this, leave, id = connection.id()] {
                 if (leave.connection == id)
                     letGo(leave);
             },
         .then =
             [this, guest = QPointer(&connection)] {
                 flush([guest] {
                     if (guest)
                         guest->send(Frame::text(Native::serialize(Native::HubMessage(Native::Left{}))));
                 });
             }});
}

void Room::handle(Connection &, const Native::Ended &ended)
{
    m_ledger.transact({.work = [this, ended] { end(ended); }});
}

/// What follows began where this was heard to end, not when the hub hears of it.
HubTime Room::endOf(const Native::Ended &ended)
{
    const HubTime time = now();
    return ended.at ? std::clamp(*ended.at, time - Limits::endedAgo, time) : time;
}

void Room::end(const Native::Ended &ended)
{
    // Several outputs reach the end; the first moves on, the others' ids are old by then.
    if (!m_ledger.session().player() || m_ledger.session().player()->playId != ended.playId
        || m_ledger.session().player()->paused())
        return;
    m_ledger.session().startNewRound();
    const AfterEnd after = m_ledger.session().afterEnd();
    const HubTime time = endOf(ended);
    if (after.item)
        goTo(*after.item, time);
    if (after.pauses)
        (void)m_ledger.session().apply(Sync::Pause{.at = time});
    if (after.pauses || !after.item)
        (void)m_ledger.session().apply(ChangePosition{.position = std::chrono::milliseconds(0), .at = time});
    m_ledger.session().setModes({.stopAfter = false});
}

void Room::handle(Connection &connection, const Native::ClockRequest &request)
{
    connection.send(Frame::text(Native::serialize(Native::HubMessage(
        Native::ClockAnswer{.sent = request.sent, .received = m_receivedAt, .answered = HubClock::now()}))));
}

void Room::letGo(const Native::Leave &leave)
{
    m_ledger.session().leave(leave.connection, leave.position, now());
    m_ledger.say(HubWords::Left{.connection = leave.connection, .position = leave.position});
    tellMembersChanged();
}

void Room::sendAll(Connection &connection)
{
    for (const Native::HubMessage &message :
         {Native::HubMessage(queueSince(std::nullopt, {})), Native::HubMessage(state())})
        connection.send(Frame::text(Native::serialize(message)));
}

Native::State Room::state()
{
    Native::State state{.epoch = m_ledger.session().epoch(),
                        .revision = m_ledger.session().revision(),
                        .player = m_ledger.session().player(),
                        .track = std::nullopt,
                        .modes = m_ledger.session().modes()};
    if (state.player)
        state.track = lookUp(state.player->trackId);
    return state;
}

} // namespace Sync
