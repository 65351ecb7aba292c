// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/roomchange.h"

#include "sync/logging.h"
#include "sync/protocol/plainmessages.h"

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
    const WallTime received = m_instant.wall();
    const bool believed = Plain::believable(update.stamp, received);
    if (!believed)
        update.stamp = received;
    std::optional<Refusal> refusal;
    const bool changed = changeStored([&](Session &session) { refusal = applyPlain(session, update); });
    if (refusal) {
        connection.send(
            Frame::text(*refusal == Refusal::NoTrack ? Plain::noTrackState : Plain::invalidFormat));
        return;
    }
    if (setsMusicGoing(update)) {
        m_session->becomePlainOutput(connection.id());
        touchDevices();
    }
    sendPlain({believed ? message : Plain::restamped(message, update.stamp)}, &connection);
    if (!changed)
        return;
    sendNative(state());
    Q_EMIT stateChanged();
}

std::optional<Refusal> Room::applyPlain(Session &session, const Plain::Message &message)
{
    const auto *started = std::get_if<Plain::NewTrack>(&message.what);
    const auto duration = started ? durationOf(started->trackId) : std::chrono::milliseconds(0);
    const Update update = Plain::toUpdate(message, m_instant, duration);
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
