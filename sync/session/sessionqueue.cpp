// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"
#include "sync/session/session.h"

#include <algorithm>

using std::chrono::milliseconds;

namespace Sync {

namespace {

// One step of "previous" is back to the start of the track, once so much of it has been played.
constexpr milliseconds restartAfter(3000);

bool sameContent(const Queue &a, const Queue &b)
{
    return a.items() == b.items() && a.straight() == b.straight();
}

/// The nearest item to play for a track that has been named from outside: the current one, or one after it
/// first.
std::optional<QueueItem> itemFor(const Queue &queue, TrackId track, const Context &context)
{
    std::optional<QueueItem> found;
    bool passedCurrent = false;
    for (const QueueItem &item : queue.items()) {
        passedCurrent = passedCurrent || item.id == queue.current();
        if (item.track != track || item.context != context)
            continue;
        if (passedCurrent)
            return item;
        if (!found)
            found = item;
    }
    return found;
}

} // namespace

Context Session::contextOf(const NewTrack &track) const
{
    const Context before = m_player ? m_player->context : Context();
    return {.fromIs = track.fromIs.value_or(before.fromIs),
            .fromIsId = track.fromIsId.value_or(before.fromIsId)};
}

std::optional<Refusal> Session::play(const NewTrack &track, const QList<TrackId> &tracks)
{
    const Context context = contextOf(track);
    if (const auto refusal = apply(track))
        return refusal;
    const qsizetype index = tracks.indexOf(track.trackId);
    changeQueue([&](Queue &queue) {
        if (index >= 0)
            queue.replace(tracks, context, index);
        else
            queue.replace({track.trackId}, context, 0); // not of its context, as far as is known here
        if (m_modes.shuffle)
            queue.shuffle(shuffleSeed());
    });
    m_player->item = m_queue.current();
    return std::nullopt;
}

bool Session::continueWith(const NewTrack &track)
{
    const auto item = itemFor(m_queue, track.trackId, contextOf(track));
    if (!item || apply(track))
        return false;
    m_queue.setCurrent(item->id);
    m_player->item = item->id;
    return true;
}

void Session::goTo(const QueueItem &item, milliseconds duration, HubTime at)
{
    const NewTrack track{.trackId = item.track,
                         .fromIs = item.context.fromIs,
                         .fromIsId = item.context.fromIsId,
                         .duration = duration,
                         .at = at};
    if (apply(track))
        return;
    m_queue.setCurrent(item.id);
    m_player->item = item.id;
}

std::optional<QueueItem> Session::next() const { return m_queue.following(m_modes.repeat == Repeat::All); }

std::optional<QueueItem> Session::previous(HubTime now) const
{
    if (m_player && positionAt(*m_player, now) > restartAfter)
        return std::nullopt;
    return m_queue.preceding(m_modes.repeat == Repeat::All);
}

AfterEnd Session::afterEnd() const
{
    const std::optional<QueueItem> following = next();
    if (m_modes.stopAfter)
        return {.item = following, .pauses = true};
    if (m_modes.repeat == Repeat::One)
        return {.item = m_queue.item(m_queue.current())};
    return {.item = following, .pauses = !following};
}

void Session::startNewRound()
{
    if (m_modes.shuffle && m_modes.repeat == Repeat::All && !m_queue.following(false))
        changeQueue([&](Queue &queue) { queue.shuffle(shuffleSeed()); });
}

std::optional<Refusal> Session::edit(const Native::Enqueue &enqueue)
{
    if (m_queue.items().size() + enqueue.tracks.size() > Limits::queueItems)
        return Refusal::QueueFull;
    changeQueue([&](Queue &queue) {
        switch (enqueue.place) {
        case Native::Place::Next:
            return queue.insertNext(enqueue.tracks, enqueue.context);
        case Native::Place::End:
            return queue.insert(enqueue.tracks, enqueue.context, 0);
        case Native::Place::Before:
            return queue.insert(enqueue.tracks, enqueue.context, enqueue.before);
        }
        Q_UNREACHABLE();
    });
    return std::nullopt;
}

std::optional<Refusal> Session::edit(const Native::Move &move)
{
    changeQueue([&](Queue &queue) { queue.move(move.items, move.before); });
    return std::nullopt;
}

std::optional<Refusal> Session::edit(const Native::Remove &remove)
{
    changeQueue([&](Queue &queue) { queue.remove(remove.items); });
    return std::nullopt;
}

std::optional<Refusal> Session::edit(const Native::Clear &)
{
    changeQueue([](Queue &queue) { queue.clear(); });
    return std::nullopt;
}

std::optional<Refusal> Session::edit(const Native::Undo &)
{
    return restore(m_history.undo(m_queue), Refusal::NothingToUndo);
}

std::optional<Refusal> Session::edit(const Native::Redo &)
{
    return restore(m_history.redo(m_queue), Refusal::NothingToRedo);
}

std::optional<Refusal> Session::restore(const std::optional<Queue> &content, Refusal otherwise)
{
    if (!content)
        return otherwise;
    m_queue.restore(*content);
    ++m_queueRevision;
    const bool shuffled = !m_queue.straight().isEmpty();
    if (!m_queue.items().isEmpty() && shuffled != m_modes.shuffle) {
        m_modes.shuffle = shuffled;
        ++m_revision;
    }
    return std::nullopt;
}

void Session::setModes(const Native::SetModes &wanted)
{
    const Modes before = m_modes;
    m_modes = {.shuffle = wanted.shuffle.value_or(before.shuffle),
               .repeat = wanted.repeat.value_or(before.repeat),
               .stopAfter = wanted.stopAfter.value_or(before.stopAfter)};
    if (m_modes == before)
        return;
    ++m_revision;
    if (m_modes.shuffle == before.shuffle)
        return;
    changeQueue([&](Queue &queue) {
        if (m_modes.shuffle)
            queue.shuffle(shuffleSeed());
        else
            queue.straighten();
    });
}

template <typename Change> void Session::changeQueue(Change change)
{
    const Queue before = m_queue;
    change(m_queue);
    if (sameContent(before, m_queue))
        return;
    m_history.add(before);
    ++m_queueRevision;
}

quint64 Session::shuffleSeed() const { return qHash(m_epoch) ^ (quint64(m_queueRevision) << 20); }

} // namespace Sync
