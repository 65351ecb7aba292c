// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/room.h"

#include "sync/logging.h"
#include "sync/protocol/plainmessages.h"

#include <QPointer>

#include <memory>

namespace Sync {

namespace {

// Who pauses is not the one that plays on.
bool setsMusicGoing(const Plain::Message &message)
{
    return !std::holds_alternative<Plain::OnPause>(message.what);
}

} // namespace

void Room::receivePlain(Connection &connection, const QByteArray &message)
{
    if (connection.caller().role == Role::Listener)
        return connection.send(Frame::text(Plain::invalidFormat)); // this wire has no word for it
    const auto parsed = Plain::parse(message);
    if (const auto *error = std::get_if<ParseError>(&parsed)) {
        qCDebug(hubLog).noquote() << "Connection" << connection.id()
                                  << "sent an invalid update:" << error->reason;
        connection.send(Frame::text(Plain::invalidFormat));
        return;
    }
    auto update = std::get<Plain::Message>(parsed);
    (void)now();
    const WallTime received = m_ledger.instant().wall();
    const bool believed = Plain::believable(update.stamp, received);
    if (!believed)
        update.stamp = received;
    const QByteArray relayed = believed ? message : Plain::restamped(message, update.stamp);
    const auto refusal = std::make_shared<std::optional<Refusal>>();
    m_ledger.transact({.work =
                           [this, refusal, update, id = connection.id()] {
                               *refusal = applyPlain(m_ledger.session(), update);
                               if (!*refusal && setsMusicGoing(update))
                                   m_ledger.session().becomePlainOutput(id);
                           },
                       .then =
                           [this, refusal, relayed, sender = QPointer(&connection)] {
                               if (!*refusal)
                                   return relay(relayed, sender);
                               if (sender)
                                   sender->send(Frame::text(**refusal == Refusal::NoTrack
                                                                ? Plain::noTrackState
                                                                : Plain::invalidFormat));
                           },
                       .isRelayed = true});
}

void Room::relay(const QByteArray &message, const Connection *sender)
{
    sendPlain({message}, sender);
    touchDevices(); // the sender may be the plain output now
}

std::optional<Refusal> Room::applyPlain(Session &session, const Plain::Message &message)
{
    const auto *started = std::get_if<Plain::NewTrack>(&message.what);
    const auto duration = started ? durationOf(started->trackId) : std::chrono::milliseconds(0);
    const Update update = Plain::toUpdate(message, m_ledger.instant(), duration);
    const auto *track = std::get_if<NewTrack>(&update);
    if (!track)
        return session.apply(update);
    // Somebody who presses "next" by the wire's only means does not mean to throw the queue away.
    if (session.continueWith(*track))
        return std::nullopt;
    return session.play(*track, m_tracks.tracksOf(m_owner.user, session.contextOf(*track)));
}

void Room::sendPlain(const QByteArrayList &messages, const Connection *except)
{
    for (const QByteArray &message : messages) {
        const Frame frame = Frame::text(message);
        for (const auto &[id, connection] : m_connections)
            if (connection->wire() == Native::Wire::Plain && connection.get() != except
                && connection->keepsUp())
                connection->send(frame);
    }
}

} // namespace Sync
