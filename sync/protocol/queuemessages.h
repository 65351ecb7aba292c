// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/protocol/nativetypes.h"
#include "sync/session/queue.h"

/// What is said about the queue. Clients name items, not places: what another device has moved meanwhile is
/// still meant, and what it has removed is passed over.
namespace Sync::Native {

// Client to hub

/// Goes to an item of the queue and plays it.
struct PlayItem {
    static constexpr QLatin1StringView type{"play_item"};
    QueueItemId item = 0;

    static PlayItem from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const PlayItem &) const = default;
};

enum class Place {
    Next, ///< after what plays now
    End,
    Before, ///< an item
};

struct Enqueue {
    static constexpr QLatin1StringView type{"enqueue"};
    QList<TrackId> tracks;
    Context context;
    Place place = Place::End;
    QueueItemId before = 0; ///< for Place::Before

    static Enqueue from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const Enqueue &) const = default;
};

/// In the order given, in front of `before`; to the end for 0.
struct Move {
    static constexpr QLatin1StringView type{"move"};
    QList<QueueItemId> items;
    QueueItemId before = 0;

    static Move from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const Move &) const = default;
};

struct Remove {
    static constexpr QLatin1StringView type{"remove"};
    QList<QueueItemId> items;

    static Remove from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const Remove &) const = default;
};

/// Removes all but what plays now.
struct Clear {
    static constexpr QLatin1StringView type{"clear"};
    static Clear from(Fields &) { return {}; }
    void write(QJsonObject &) const { }
    bool operator==(const Clear &) const = default;
};

/// Takes the last change of the queue back, whoever made it; what plays now goes on.
struct Undo {
    static constexpr QLatin1StringView type{"undo"};
    static Undo from(Fields &) { return {}; }
    void write(QJsonObject &) const { }
    bool operator==(const Undo &) const = default;
};

struct Redo {
    static constexpr QLatin1StringView type{"redo"};
    static Redo from(Fields &) { return {}; }
    void write(QJsonObject &) const { }
    bool operator==(const Redo &) const = default;
};

/// What is absent stays as it is.
struct SetModes {
    static constexpr QLatin1StringView type{"modes"};
    std::optional<bool> shuffle;
    std::optional<Repeat> repeat;
    std::optional<bool> stopAfter;

    static SetModes from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const SetModes &) const = default;
};

// Hub to client

/// A change of the queue: of the one at revision `since`, or where that is absent of an empty one.
struct QueueChange {
    static constexpr QLatin1StringView type{"queue"};
    qint64 revision = 0;
    std::optional<qint64> since;
    Splice splice;
    bool canUndo = false;
    bool canRedo = false;

    static QueueChange from(Fields &fields);
    void write(QJsonObject &json) const;
    bool operator==(const QueueChange &) const = default;
};

} // namespace Sync::Native
