// SPDX-License-Identifier: Apache-2.0
#include "sync/session/queue.h"

#include "sync/limits.h"

#include <QSet>

#include <algorithm>
#include <random>

namespace Sync {

namespace {

QList<QueueItemId> idsOf(const QList<QueueItem> &items)
{
    QList<QueueItemId> ids;
    ids.reserve(items.size());
    for (const QueueItem &item : items)
        ids.append(item.id);
    return ids;
}

} // namespace

Splice spliceBetween(const QList<QueueItem> &before, const QList<QueueItem> &after)
{
    const auto [left, right] = std::ranges::mismatch(before, after);
    const qsizetype start = left - before.begin();
    qsizetype same = 0;
    while (same < std::min(before.size(), after.size()) - start
           && before.at(before.size() - 1 - same) == after.at(after.size() - 1 - same))
        ++same;
    return {.at = start,
            .removed = before.size() - start - same,
            .inserted = after.sliced(start, after.size() - start - same)};
}

bool apply(const Splice &splice, QList<QueueItem> &items)
{
    if (splice.at < 0 || splice.removed < 0 || splice.at > items.size()
        || splice.removed > items.size() - splice.at)
        return false;
    items = items.first(splice.at) + splice.inserted + items.sliced(splice.at + splice.removed);
    return true;
}

std::optional<QueueItem> Queue::item(QueueItemId id) const
{
    const qsizetype index = indexOf(id);
    return index < 0 ? std::nullopt : std::optional(m_items.at(index));
}

void Queue::setCurrent(QueueItemId id)
{
    m_current = id;
    m_heir = 0;
}

std::optional<QueueItem> Queue::following(bool wraps) const
{
    const qsizetype current = indexOf(m_current);
    const qsizetype index = current >= 0 ? current + 1 : indexOf(m_heir);
    if (index >= 0 && index < m_items.size())
        return m_items.at(index);
    return wraps && !m_items.isEmpty() ? std::optional(m_items.first()) : std::nullopt;
}

std::optional<QueueItem> Queue::preceding(bool wraps) const
{
    qsizetype index = indexOf(m_current);
    if (index < 0)
        index = m_heir == 0 ? m_items.size() : indexOf(m_heir);
    if (index > 0)
        return m_items.at(index - 1);
    return wraps && !m_items.isEmpty() ? std::optional(m_items.last()) : std::nullopt;
}

void Queue::replace(const QList<TrackId> &tracks, const Context &context, qsizetype index)
{
    // A little of what came before stays within reach of "previous".
    constexpr qsizetype keptBefore = Limits::queueItems / 10;
    const qsizetype room = std::max(tracks.size() - Limits::queueItems, qsizetype(0));
    const qsizetype first = std::clamp(index - keptBefore, qsizetype(0), room);
    m_items = made(tracks.sliced(first, std::min(tracks.size() - first, Limits::queueItems)), context);
    m_straight.clear();
    setCurrent(m_items.isEmpty() ? 0 : m_items.at(index - first).id);
}

void Queue::insert(const QList<TrackId> &tracks, const Context &context, QueueItemId before)
{
    const qsizetype index = indexOf(before);
    insertAt(index < 0 ? m_items.size() : index, made(tracks, context));
}

void Queue::insertNext(const QList<TrackId> &tracks, const Context &context)
{
    const auto next = following(false);
    insert(tracks, context, next ? next->id : 0);
}

void Queue::move(const QList<QueueItemId> &ids, QueueItemId before)
{
    const QList<QueueItem> previous = m_items;
    QList<QueueItem> moved;
    for (const QueueItemId id : ids)
        if (const auto found = item(id); found && !moved.contains(*found))
            moved.append(*found);
    // The place is in front of the first item from `before` on that does not move itself.
    qsizetype place = indexOf(before) < 0 ? m_items.size() : indexOf(before);
    while (place < m_items.size() && ids.contains(m_items.at(place).id))
        ++place;
    const QueueItemId anchor = place < m_items.size() ? m_items.at(place).id : 0;
    m_items.removeIf([&](const QueueItem &entry) { return moved.contains(entry); });
    const qsizetype index = anchor == 0 ? m_items.size() : indexOf(anchor);
    m_items = m_items.first(index) + moved + m_items.sliced(index);
    settle(previous);
}

void Queue::remove(const QList<QueueItemId> &ids)
{
    const QList<QueueItem> previous = m_items;
    const QSet<QueueItemId> gone(ids.cbegin(), ids.cend());
    m_items.removeIf([&](const QueueItem &entry) { return gone.contains(entry.id); });
    m_straight.removeIf([&](QueueItemId id) { return gone.contains(id); });
    settle(previous);
}

void Queue::clear()
{
    QList<QueueItemId> others = idsOf(m_items);
    others.removeAll(m_current);
    remove(others);
}

void Queue::shuffle(quint64 seed)
{
    const QList<QueueItem> previous = m_items;
    if (m_straight.isEmpty())
        m_straight = idsOf(m_items);
    std::mt19937_64 random(seed);
    std::ranges::shuffle(m_items, random);
    const qsizetype current = indexOf(m_current);
    if (current > 0)
        m_items.move(current, 0);
    settle(previous);
}

void Queue::straighten()
{
    QHash<QueueItemId, qsizetype> places;
    for (qsizetype i = 0; i < m_straight.size(); ++i)
        places.insert(m_straight.at(i), i);
    const QList<QueueItem> previous = m_items;
    std::ranges::sort(m_items, {}, [&](const QueueItem &entry) { return places.value(entry.id); });
    m_straight.clear();
    settle(previous);
}

void Queue::restore(const Queue &content)
{
    const QList<QueueItem> previous = std::exchange(m_items, content.m_items);
    m_straight = content.m_straight;
    settle(previous);
}

Queue Queue::mergedWith(const Queue &other, const Queue &base) const
{
    const auto idSet = [](const QList<QueueItem> &items) {
        const QList<QueueItemId> ids = idsOf(items);
        return QSet<QueueItemId>(ids.cbegin(), ids.cend());
    };
    const QSet<QueueItemId> before = idSet(base.m_items);
    QSet<QueueItemId> gone = before - idSet(other.m_items);
    gone.remove(m_current);
    Queue merged = *this;
    merged.remove(QList<QueueItemId>(gone.cbegin(), gone.cend()));
    merged.m_lastId = std::max(m_lastId, other.m_lastId);
    QueueItemId behind = 0; // of the items here, the last that comes before in the other
    for (const QueueItem &item : other.m_items) {
        if (!before.contains(item.id) && merged.m_items.size() < Limits::queueItems) {
            const qsizetype place = behind == 0 ? 0 : merged.indexOf(behind) + 1;
            const QueueItem added{.id = ++merged.m_lastId, .track = item.track, .context = item.context};
            merged.insertAt(place, {added});
            behind = added.id;
        } else if (before.contains(item.id) && merged.indexOf(item.id) >= 0) {
            behind = item.id;
        }
    }
    return merged;
}

std::optional<Queue> Queue::from(QList<QueueItem> items, QList<QueueItemId> straight, QueueItemId current,
                                 QueueItemId lastId, QueueItemId heir)
{
    QList<QueueItemId> ids = idsOf(items);
    std::ranges::sort(ids);
    QList<QueueItemId> sorted = straight;
    std::ranges::sort(sorted);
    const bool unique = std::ranges::adjacent_find(ids) == ids.end();
    const bool named = ids.isEmpty() || (ids.first() > 0 && ids.last() <= lastId);
    if (!unique || !named || current > lastId || (!straight.isEmpty() && sorted != ids))
        return std::nullopt;
    Queue queue;
    queue.m_items = std::move(items);
    queue.m_straight = std::move(straight);
    queue.m_current = current;
    queue.m_lastId = lastId;
    queue.m_heir = queue.indexOf(heir) < 0 ? 0 : heir;
    return queue;
}

qsizetype Queue::indexOf(QueueItemId id) const
{
    const auto found = std::ranges::find(m_items, id, &QueueItem::id);
    return found == m_items.end() ? -1 : found - m_items.begin();
}

QList<QueueItem> Queue::made(const QList<TrackId> &tracks, const Context &context)
{
    QList<QueueItem> items;
    items.reserve(tracks.size());
    for (const TrackId track : tracks)
        items.append({.id = ++m_lastId, .track = track, .context = context});
    return items;
}

void Queue::insertAt(qsizetype index, const QList<QueueItem> &items)
{
    if (!m_straight.isEmpty()) {
        // In the straight order they come after the same item as in this one.
        const qsizetype after = index == 0 ? -1 : m_straight.indexOf(m_items.at(index - 1).id);
        const qsizetype place = index == m_items.size() ? m_straight.size() : after + 1;
        m_straight = m_straight.first(place) + idsOf(items) + m_straight.sliced(place);
    }
    const bool isHeir = indexOf(m_current) < 0 && index == indexOf(m_heir);
    m_items = m_items.first(index) + items + m_items.sliced(index);
    if (isHeir && !items.isEmpty())
        m_heir = items.first().id;
}

/// Finds out again what follows the current one, where that is no longer among the items.
void Queue::settle(const QList<QueueItem> &before)
{
    if (indexOf(m_current) >= 0)
        return;
    auto old = std::ranges::find(before, m_current, &QueueItem::id);
    if (old == before.end())
        old = std::ranges::find(before, m_heir, &QueueItem::id);
    while (old != before.end() && indexOf(old->id) < 0)
        ++old;
    m_heir = old == before.end() ? 0 : old->id;
}

} // namespace Sync
