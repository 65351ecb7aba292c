// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/queuepage.h"

#include "sync/protocol/nativefields.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

QJsonObject toJson(const QueueItem &item, const std::optional<TrackInfo> &track)
{
    QJsonObject json{{"item"_L1, qint64(item.id)}, {"track_id"_L1, qint64(item.track)}};
    Native::writeContext(json, item.context);
    if (!track)
        return json;
    json.insert("title"_L1, track->title);
    json.insert("artist"_L1, track->artist);
    json.insert("album"_L1, track->album);
    json.insert("duration_ms"_L1, qint64(track->duration.count()));
    if (track->albumId != 0)
        json.insert("album_id"_L1, qint64(track->albumId));
    return json;
}

} // namespace

QJsonObject queueHead(const Session &session)
{
    return {{"queue_rev"_L1, session.queueRevision()},
            {"total"_L1, session.queue().items().size()},
            {"can_undo"_L1, session.canUndo()},
            {"can_redo"_L1, session.canRedo()}};
}

QJsonObject queuePage(const Room &room, qsizetype offset, qsizetype limit)
{
    QJsonArray items;
    for (const QueueItem &item : room.session().queue().items().mid(offset, limit))
        items.append(toJson(item, room.track(item.track)));
    QJsonObject json = queueHead(room.session());
    json.insert("offset"_L1, offset);
    json.insert("items"_L1, items);
    return json;
}

QJsonObject queueAround(const Room &room, qsizetype before, qsizetype limit)
{
    const Queue &queue = room.session().queue();
    const auto current = std::ranges::find(queue.items(), queue.current(), &QueueItem::id);
    const bool isThere = current != queue.items().end();
    const qsizetype index = isThere ? current - queue.items().begin() : 0;
    QJsonObject json = queuePage(room, std::max<qsizetype>(0, index - before), limit);
    json.insert("current"_L1, qint64(isThere ? queue.current() : 0));
    return json;
}

} // namespace Sync
