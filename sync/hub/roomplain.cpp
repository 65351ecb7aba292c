// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/room.h"

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
    const auto *track = std::get_if<Plain::NewTrack>(&update.what);
    const auto duration = track ? durationOf(track->trackId) : std::chrono::milliseconds(0);

    const qint64 revision = m_session->revision();
    if (const auto refusal = m_session->apply(Plain::toUpdate(update, m_instant, duration))) {
        connection.send(
            Frame::text(*refusal == Refusal::NoTrack ? Plain::noTrackState : Plain::invalidFormat));
        return;
    }
    if (setsMusicGoing(update)) {
        m_session->becomePlainOutput(connection.id());
        touchDevices();
    }
    sendPlain({believed ? message : Plain::restamped(message, update.stamp)}, &connection);
    if (m_session->revision() != revision) {
        m_saver->changed();
        sendNative(state());
    }
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
