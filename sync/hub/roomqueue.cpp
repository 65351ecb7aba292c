// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/roomchange.h"

using namespace Qt::StringLiterals;

namespace Sync {

void Room::handle(Connection &connection, const Native::Play &play)
{
    const NewTrack track{.trackId = play.trackId,
                         .fromIs = play.context.fromIs,
                         .fromIsId = play.context.fromIsId,
                         .position = play.position,
                         .duration = durationOf(play.trackId),
                         .at = now()};
    attempt(connection, play.type, [&](Session &session) {
        return session.play(track, play.tracks.value_or(m_tracks.tracksOf(m_user, play.context)));
    });
}

void Room::handle(Connection &connection, const Native::PlayItem &play)
{
    attempt(connection, play.type, [&](Session &session) -> std::optional<Refusal> {
        const auto item = session.queue().item(play.item);
        if (!item)
            return Refusal::NoSuchItem;
        goTo(*item);
        return std::nullopt;
    });
}

void Room::handle(Connection &connection, const Native::Next &next)
{
    if (isStale(connection, next.type, next.revision))
        return;
    attempt(connection, next.type, [&](Session &session) -> std::optional<Refusal> {
        session.startNewRound();
        const auto item = session.next();
        if (!item)
            return Refusal::LastTrack;
        goTo(*item);
        return std::nullopt;
    });
}

void Room::handle(Connection &connection, const Native::Previous &previous)
{
    if (isStale(connection, previous.type, previous.revision))
        return;
    attempt(connection, previous.type, [&](Session &session) -> std::optional<Refusal> {
        const HubTime time = now();
        if (const auto item = session.previous(time))
            goTo(*item);
        else
            return session.apply(ChangePosition{.position = std::chrono::milliseconds(0), .at = time});
        return std::nullopt;
    });
}

void Room::handle(Connection &, const Native::Ended &ended)
{
    // Several outputs reach the end; the first moves on, the others' ids are old by then.
    if (!m_session->player() || m_session->player()->playId != ended.playId || m_session->player()->paused())
        return;
    changeSession([&](Session &session) {
        session.startNewRound();
        const AfterEnd after = session.afterEnd();
        const HubTime time = now();
        if (after.item)
            goTo(*after.item);
        if (after.pauses)
            (void)session.apply(Sync::Pause{.at = time});
        if (after.pauses || !after.item)
            (void)session.apply(ChangePosition{.position = std::chrono::milliseconds(0), .at = time});
        session.setModes({.stopAfter = false});
    });
}

void Room::handle(Connection &connection, const Native::SetModes &modes)
{
    attempt(connection, modes.type, [&](Session &session) -> std::optional<Refusal> {
        session.setModes(modes);
        return std::nullopt;
    });
}

void Room::goTo(const QueueItem &item) { m_session->goTo(item, durationOf(item.track), now()); }

Native::QueueChange Room::queueSince(std::optional<qint64> revision, const QList<QueueItem> &items) const
{
    return {.revision = m_session->queueRevision(),
            .since = revision,
            .splice = spliceBetween(items, m_session->queue().items()),
            .canUndo = m_session->canUndo(),
            .canRedo = m_session->canRedo()};
}

} // namespace Sync
