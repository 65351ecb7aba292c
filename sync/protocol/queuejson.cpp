// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/queuejson.h"

#include "sync/limits.h"
#include "sync/protocol/nativefields.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

constexpr std::array repeatNames{
    WireName<Repeat>{Repeat::Off, "off"_L1},
    WireName<Repeat>{Repeat::One, "one"_L1},
    WireName<Repeat>{Repeat::All, "all"_L1},
};

} // namespace

QJsonArray idArray(const QList<quint64> &ids)
{
    QJsonArray array;
    for (const quint64 id : ids)
        array.append(qint64(id));
    return array;
}

QList<QueueItem> readItems(Fields &fields)
{
    const QList<quint64> ids = fields.ids("items"_L1, Limits::queueItems);
    const QList<quint64> tracks = fields.ids("tracks"_L1, Limits::queueItems);
    if (ids.size() != tracks.size())
        fields.fail("tracks"_L1, "has another length than 'items'");
    QList<QueueItem> items;
    items.reserve(ids.size());
    for (Fields &run : fields.objects("contexts"_L1, Limits::queueItems)) {
        const Context context = Native::readContext(run);
        const qint64 count = run.integer("count"_L1, 1, Limits::queueItems);
        fields.adopt("contexts"_L1, run);
        for (qint64 i = 0; fields.ok() && i < count && items.size() < ids.size(); ++i)
            items.append({.id = ids.at(items.size()), .track = tracks.at(items.size()), .context = context});
    }
    if (items.size() != ids.size())
        fields.fail("contexts"_L1, "are for another number of items");
    return items;
}

void writeItems(QJsonObject &json, const QList<QueueItem> &items)
{
    QList<quint64> ids;
    QList<quint64> tracks;
    QJsonArray contexts;
    for (qsizetype i = 0; i < items.size();) {
        const Context &context = items.at(i).context;
        qsizetype end = i;
        for (; end < items.size() && items.at(end).context == context; ++end) {
            ids.append(items.at(end).id);
            tracks.append(items.at(end).track);
        }
        QJsonObject run{{"count"_L1, end - i}};
        Native::writeContext(run, context);
        contexts.append(run);
        i = end;
    }
    json.insert("items"_L1, idArray(ids));
    json.insert("tracks"_L1, idArray(tracks));
    json.insert("contexts"_L1, contexts);
}

Repeat readRepeat(Fields &fields) { return fields.choice("repeat"_L1, repeatNames); }

QLatin1StringView repeatName(Repeat repeat) { return wireName(repeat, repeatNames); }

Modes readModes(Fields &fields)
{
    Fields nested = fields.object("modes"_L1);
    Modes modes;
    if (fields.ok()) {
        modes = {.shuffle = nested.flag("shuffle"_L1),
                 .repeat = readRepeat(nested),
                 .stopAfter = nested.flag("stop_after"_L1)};
        fields.adopt("modes"_L1, nested);
    }
    return modes;
}

QJsonObject toJson(const Modes &modes)
{
    return {{"shuffle"_L1, modes.shuffle},
            {"repeat"_L1, repeatName(modes.repeat)},
            {"stop_after"_L1, modes.stopAfter}};
}

} // namespace Sync
