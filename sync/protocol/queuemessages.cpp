// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/queuemessages.h"

#include "sync/limits.h"
#include "sync/protocol/nativefields.h"
#include "sync/protocol/queuejson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Sync::Native {

namespace {

constexpr std::array placeNames{
    WireName<Place>{Place::Next, "next"_L1},
    WireName<Place>{Place::End, "end"_L1},
    WireName<Place>{Place::Before, "before"_L1},
};

} // namespace

PlayItem PlayItem::from(Fields &fields) { return {.item = readId(fields, "item"_L1)}; }

void PlayItem::write(QJsonObject &json) const { json.insert("item"_L1, qint64(item)); }

Enqueue Enqueue::from(Fields &fields)
{
    Enqueue message{.tracks = fields.ids("tracks"_L1, Limits::idsInMessage),
                    .context = readContext(fields),
                    .place = fields.choice("place"_L1, placeNames)};
    if (message.place == Place::Before)
        message.before = readId(fields, "before"_L1);
    return message;
}

void Enqueue::write(QJsonObject &json) const
{
    json.insert("tracks"_L1, idArray(tracks));
    writeContext(json, context);
    json.insert("place"_L1, wireName(place, placeNames));
    if (place == Place::Before)
        json.insert("before"_L1, qint64(before));
}

Move Move::from(Fields &fields)
{
    return {.items = fields.ids("items"_L1, Limits::idsInMessage), .before = readId(fields, "before"_L1)};
}

void Move::write(QJsonObject &json) const
{
    json.insert("items"_L1, idArray(items));
    json.insert("before"_L1, qint64(before));
}

Remove Remove::from(Fields &fields) { return {.items = fields.ids("items"_L1, Limits::idsInMessage)}; }

void Remove::write(QJsonObject &json) const { json.insert("items"_L1, idArray(items)); }

SetModes SetModes::from(Fields &fields)
{
    return {.shuffle = fields.optional("shuffle"_L1, [&] { return fields.flag("shuffle"_L1); }),
            .repeat = fields.optional("repeat"_L1, [&] { return readRepeat(fields); }),
            .stopAfter = fields.optional("stop_after"_L1, [&] { return fields.flag("stop_after"_L1); })};
}

void SetModes::write(QJsonObject &json) const
{
    if (shuffle)
        json.insert("shuffle"_L1, *shuffle);
    if (repeat)
        json.insert("repeat"_L1, repeatName(*repeat));
    if (stopAfter)
        json.insert("stop_after"_L1, *stopAfter);
}

QueueChange QueueChange::from(Fields &fields)
{
    return {.revision = readRevision(fields, "queue_rev"_L1),
            .since = fields.optional("since"_L1, [&] { return readRevision(fields, "since"_L1); }),
            .splice = {.at = fields.integer("at"_L1, 0, Limits::queueItems),
                       .removed = fields.integer("removed"_L1, 0, Limits::queueItems),
                       .inserted = readItems(fields)},
            .canUndo = fields.flag("can_undo"_L1),
            .canRedo = fields.flag("can_redo"_L1)};
}

void QueueChange::write(QJsonObject &json) const
{
    json.insert("queue_rev"_L1, revision);
    if (since)
        json.insert("since"_L1, *since);
    json.insert("at"_L1, splice.at);
    json.insert("removed"_L1, splice.removed);
    writeItems(json, splice.inserted);
    json.insert("can_undo"_L1, canUndo);
    json.insert("can_redo"_L1, canRedo);
}

} // namespace Sync::Native
