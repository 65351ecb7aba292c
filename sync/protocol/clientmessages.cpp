// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/clientmessages.h"

#include "sync/limits.h"
#include "sync/protocol/nativefields.h"
#include "sync/protocol/queuejson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Sync::Native {

namespace {

constexpr QLatin1StringView positionKey{"position_ms"};
constexpr QLatin1StringView revisionKey{"rev"};
constexpr QLatin1StringView playIdKey{"play_id"};
constexpr QLatin1StringView endedKey{"at_us"};

Playing readPlaying(Fields &fields)
{
    Fields nested = fields.object("playing"_L1);
    Playing playing;
    if (fields.ok()) {
        playing = {.epoch = readName(nested, "epoch"_L1),
                   .playId = readId(nested, playIdKey),
                   .position = readPosition(nested, positionKey)};
        fields.adopt("playing"_L1, nested);
    }
    return playing;
}

std::optional<qint64> optionalRevision(Fields &fields)
{
    return fields.optional(revisionKey, [&] { return readRevision(fields, revisionKey); });
}

void writeOptionalRevision(QJsonObject &json, const std::optional<qint64> &revision)
{
    if (revision)
        json.insert(revisionKey, *revision);
}

} // namespace

Join Join::from(Fields &fields)
{
    return {.device = readDeviceId(fields, "device"_L1),
            .name = readName(fields, "name"_L1),
            .output = fields.flag("output"_L1),
            .active = fields.optional("active"_L1, [&] { return fields.flag("active"_L1); }).value_or(true),
            .volume = readVolume(fields),
            .timing = readTiming(fields),
            .playing = fields.optional("playing"_L1, [&] { return readPlaying(fields); })};
}

void Join::write(QJsonObject &json) const
{
    json.insert("device"_L1, device);
    json.insert("name"_L1, name);
    json.insert("output"_L1, output);
    if (!active)
        json.insert("active"_L1, active);
    writeVolume(json, volume);
    writeTiming(json, timing);
    if (playing)
        json.insert("playing"_L1,
                    QJsonObject{{"epoch"_L1, playing->epoch},
                                {playIdKey, qint64(playing->playId)},
                                {positionKey, qint64(playing->position.count())}});
}

Play Play::from(Fields &fields)
{
    return {.trackId = readId(fields, "track_id"_L1),
            .context = readContext(fields),
            .position = fields.optional(positionKey, [&] { return readPosition(fields, positionKey); })
                            .value_or(std::chrono::milliseconds(0)),
            .tracks =
                fields.optional("tracks"_L1, [&] { return fields.ids("tracks"_L1, Limits::idsInMessage); })};
}

void Play::write(QJsonObject &json) const
{
    json.insert("track_id"_L1, qint64(trackId));
    writeContext(json, context);
    json.insert(positionKey, qint64(position.count()));
    if (tracks)
        json.insert("tracks"_L1, idArray(*tracks));
}

Seek Seek::from(Fields &fields) { return {.position = readPosition(fields, positionKey)}; }

void Seek::write(QJsonObject &json) const { json.insert(positionKey, qint64(position.count())); }

Next Next::from(Fields &fields) { return {.revision = optionalRevision(fields)}; }

void Next::write(QJsonObject &json) const { writeOptionalRevision(json, revision); }

Previous Previous::from(Fields &fields) { return {.revision = optionalRevision(fields)}; }

void Previous::write(QJsonObject &json) const { writeOptionalRevision(json, revision); }

Ended Ended::from(Fields &fields)
{
    return {.playId = readId(fields, playIdKey),
            .at = fields.optional(endedKey, [&] { return HubTime(readMicroseconds(fields, endedKey)); })};
}

void Ended::write(QJsonObject &json) const
{
    json.insert(playIdKey, qint64(playId));
    if (at)
        json.insert(endedKey, qint64(at->time_since_epoch().count()));
}

ChooseOutputs ChooseOutputs::from(Fields &fields) { return {.devices = readDeviceIds(fields, "devices"_L1)}; }

void ChooseOutputs::write(QJsonObject &json) const
{
    json.insert("devices"_L1, QJsonArray::fromStringList(devices));
}

SetVolume SetVolume::from(Fields &fields)
{
    SetVolume message{.device = readDeviceId(fields, "device"_L1), .volume = readVolume(fields)};
    if (message.volume.isEmpty())
        fields.fail("volume"_L1, "is missing");
    return message;
}

void SetVolume::write(QJsonObject &json) const
{
    json.insert("device"_L1, device);
    writeVolume(json, volume);
}

SetPrivate SetPrivate::from(Fields &fields) { return {.on = fields.flag("on"_L1)}; }

void SetPrivate::write(QJsonObject &json) const { json.insert("on"_L1, on); }

Report Report::from(Fields &fields)
{
    return {.revision = readRevision(fields, revisionKey),
            .position = readPosition(fields, positionKey),
            .condition = readCondition(fields),
            .time = readTimekeeping(fields)};
}

void Report::write(QJsonObject &json) const
{
    json.insert(revisionKey, revision);
    json.insert(positionKey, qint64(position.count()));
    json.insert("condition"_L1, conditionName(condition));
    writeTimekeeping(json, time);
}

Leave Leave::from(Fields &fields)
{
    return {.connection = readId(fields, "connection"_L1),
            .position = fields.optional(positionKey, [&] { return readPosition(fields, positionKey); })};
}

void Leave::write(QJsonObject &json) const
{
    json.insert("connection"_L1, qint64(connection));
    if (position)
        json.insert(positionKey, qint64(position->count()));
}

ClockRequest ClockRequest::from(Fields &fields) { return {.sent = readMicroseconds(fields, "sent_us"_L1)}; }

void ClockRequest::write(QJsonObject &json) const { json.insert("sent_us"_L1, qint64(sent.count())); }

} // namespace Sync::Native
