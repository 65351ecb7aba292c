// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/session/tracks.h"

namespace Sync {

/// Names one place in a queue: a track that is queued twice has two. Never used again within an epoch; 0 is
/// none.
using QueueItemId = quint64;

struct QueueItem {
    QueueItemId id = 0;
    TrackId track = 0;
    Context context; ///< where it was queued from

    bool operator==(const QueueItem &) const = default;
};

enum class Repeat { Off, One, All };

struct Modes {
    bool shuffle = false;
    Repeat repeat = Repeat::Off;
    bool stopAfter = false; ///< pause at the end of this track, once

    bool operator==(const Modes &) const = default;
};

/// What makes one list of items another: at most one run of it is replaced.
struct Splice {
    qsizetype at = 0;
    qsizetype removed = 0;
    QList<QueueItem> inserted;

    bool operator==(const Splice &) const = default;
};

[[nodiscard]] Splice spliceBetween(const QList<QueueItem> &before, const QList<QueueItem> &after);
/// False, and nothing is changed, where @p splice does not fit.
[[nodiscard]] bool apply(const Splice &splice, QList<QueueItem> &items);

/// What a session plays, one after another, in playing order. A value; the shuffled order is an order like
/// any other, and the straight one is kept beside it.
class Queue
{
public:
    [[nodiscard]] const QList<QueueItem> &items() const { return m_items; }
    /// The straight order while shuffled, empty otherwise.
    [[nodiscard]] const QList<QueueItemId> &straight() const { return m_straight; }
    [[nodiscard]] std::optional<QueueItem> item(QueueItemId id) const;
    /// What plays now. It may have been removed: then following() is what came after it.
    [[nodiscard]] QueueItemId current() const { return m_current; }
    void setCurrent(QueueItemId id);

    /// The one after the current; wraps where @p wraps.
    [[nodiscard]] std::optional<QueueItem> following(bool wraps) const;
    [[nodiscard]] std::optional<QueueItem> preceding(bool wraps) const;

    /// Everything is new; the current one is the item at @p index. At most Limits::queueItems are taken, the
    /// current one among them.
    void replace(const QList<TrackId> &tracks, const Context &context, qsizetype index);
    /// Before the item @p before, at the end for 0.
    void insert(const QList<TrackId> &tracks, const Context &context, QueueItemId before);
    void insertNext(const QList<TrackId> &tracks, const Context &context);
    /// In the order given; before the item @p before, at the end for 0.
    void move(const QList<QueueItemId> &ids, QueueItemId before);
    void remove(const QList<QueueItemId> &ids);
    /// All but the current one.
    void clear();
    /// The current one first, the others in an order that depends on @p seed alone.
    void shuffle(quint64 seed);
    void straighten();
    /// The content of another version of this queue; what plays now stays.
    void restore(const Queue &content);

    /// Of what became of @p base this one, with what was done meanwhile to @p other: what that lost is gone
    /// here too, and what it gained is here as well, behind the same item where that is still there.
    [[nodiscard]] Queue mergedWith(const Queue &other, const Queue &base) const;

    /// As it was stored. Nothing where the parts do not fit together.
    [[nodiscard]] static std::optional<Queue> from(QList<QueueItem> items, QList<QueueItemId> straight,
                                                   QueueItemId current, QueueItemId lastId,
                                                   QueueItemId heir = 0);
    [[nodiscard]] QueueItemId lastId() const { return m_lastId; }
    /// What follows the current one where that has been removed; 0: the end.
    [[nodiscard]] QueueItemId heir() const { return m_heir; }

    bool operator==(const Queue &) const = default;

private:
    [[nodiscard]] qsizetype indexOf(QueueItemId id) const;
    [[nodiscard]] QList<QueueItem> made(const QList<TrackId> &tracks, const Context &context);
    void insertAt(qsizetype index, const QList<QueueItem> &items);
    void settle(const QList<QueueItem> &before);

    QList<QueueItem> m_items;
    QList<QueueItemId> m_straight;
    QueueItemId m_current = 0;
    QueueItemId m_heir = 0;
    QueueItemId m_lastId = 0;
};

} // namespace Sync
