// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/hubmessages.h"

#include "sync/limits.h"
#include "sync/protocol/nativefields.h"
#include "sync/protocol/queuejson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace Sync::Native {

namespace {

// Titles come from tags and have no sensible upper bound of their own.
constexpr qsizetype titleLength = 1024;
constexpr qsizetype titleBytes = 4 * titleLength;

constexpr QLatin1StringView privateKey{"private"};

constexpr std::array pausedByNames{
    WireName<PausedBy>{PausedBy::Nobody, "nobody"_L1},
    WireName<PausedBy>{PausedBy::User, "user"_L1},
    WireName<PausedBy>{PausedBy::Lease, "lease"_L1},
};

constexpr std::array wireNames{
    WireName<Wire>{Wire::Plain, "plain"_L1},
    WireName<Wire>{Wire::Native, "native"_L1},
};

HubTime readHubTime(Fields &fields, QLatin1StringView key) { return HubTime(readMicroseconds(fields, key)); }

qint64 number(HubTime time) { return time.time_since_epoch().count(); }

PlayerState readPlayer(Fields &fields)
{
    Fields nested = fields.object("player"_L1);
    PlayerState player;
    if (fields.ok()) {
        player = {.trackId = readId(nested, "track_id"_L1),
                  .context = readContext(nested),
                  .pausedBy = nested.choice("paused_by"_L1, pausedByNames),
                  .position = readPosition(nested, "position_ms"_L1),
                  .since = readHubTime(nested, "at_us"_L1),
                  .playId = readId(nested, "play_id"_L1),
                  .duration = readPosition(nested, "duration_ms"_L1),
                  .item = readId(nested, "item"_L1)};
        fields.adopt("player"_L1, nested);
    }
    return player;
}

QJsonObject toJson(const PlayerState &player)
{
    QJsonObject json{{"track_id"_L1, qint64(player.trackId)},
                     {"paused_by"_L1, wireName(player.pausedBy, pausedByNames)},
                     {"position_ms"_L1, qint64(player.position.count())},
                     {"at_us"_L1, number(player.since)},
                     {"play_id"_L1, qint64(player.playId)},
                     {"duration_ms"_L1, qint64(player.duration.count())},
                     {"item"_L1, qint64(player.item)}};
    writeContext(json, player.context);
    return json;
}

TrackInfo readTrack(Fields &fields)
{
    Fields nested = fields.object("track"_L1);
    TrackInfo track;
    if (fields.ok()) {
        track = {
            .id = readId(nested, "id"_L1),
            .title = nested.text("title"_L1, titleBytes),
            .artist = nested.text("artist"_L1, titleBytes),
            .album = nested.text("album"_L1, titleBytes),
            .duration = readPosition(nested, "duration_ms"_L1),
            .albumId =
                nested.optional("album_id"_L1, [&] { return readId(nested, "album_id"_L1); }).value_or(0)};
        fields.adopt("track"_L1, nested);
    }
    return track;
}

QJsonObject toJson(const TrackInfo &track)
{
    QJsonObject json{{"id"_L1, qint64(track.id)},
                     {"title"_L1, track.title.left(titleLength)},
                     {"artist"_L1, track.artist.left(titleLength)},
                     {"album"_L1, track.album.left(titleLength)},
                     {"duration_ms"_L1, qint64(track.duration.count())}};
    if (track.albumId != 0)
        json.insert("album_id"_L1, qint64(track.albumId));
    return json;
}

Device readDevice(Fields &fields)
{
    return {.id = readDeviceId(fields, "id"_L1),
            .name = readName(fields, "name"_L1),
            .wire = fields.choice("wire"_L1, wireNames),
            .output = fields.flag("output"_L1),
            .active = fields.flag("active"_L1),
            .condition = readCondition(fields),
            .time = readTimekeeping(fields),
            .volume = readVolume(fields),
            .timing = readTiming(fields),
            .isPrivate =
                fields.optional(privateKey, [&] { return fields.flag(privateKey); }).value_or(false)};
}

QJsonObject toJson(const Device &device)
{
    QJsonObject json{{"id"_L1, device.id},
                     {"name"_L1, device.name},
                     {"wire"_L1, wireName(device.wire, wireNames)},
                     {"output"_L1, device.output},
                     {"active"_L1, device.active},
                     {"condition"_L1, conditionName(device.condition)}};
    writeTimekeeping(json, device.time);
    writeVolume(json, device.volume);
    writeTiming(json, device.timing);
    if (device.isPrivate)
        json.insert(privateKey, true);
    return json;
}

} // namespace

Hello Hello::from(Fields &fields)
{
    return {.hub = readDeviceId(fields, "hub"_L1),
            .name = readName(fields, "name"_L1),
            .version = readName(fields, "version"_L1),
            .connection = readId(fields, "connection"_L1),
            .role = fields.choice("role"_L1, roleNames),
            .user =
                fields.optional("user"_L1, [&] { return readName(fields, "user"_L1); }).value_or(QString())};
}

void Hello::write(QJsonObject &json) const
{
    json.insert("hub"_L1, hub);
    json.insert("name"_L1, name);
    json.insert("version"_L1, version);
    json.insert("connection"_L1, qint64(connection));
    json.insert("role"_L1, nameOf(role));
    if (!user.isEmpty())
        json.insert("user"_L1, user);
}

State State::from(Fields &fields)
{
    return {.epoch = readName(fields, "epoch"_L1),
            .revision = readRevision(fields, "rev"_L1),
            .player = fields.optional("player"_L1, [&] { return readPlayer(fields); }),
            .track = fields.optional("track"_L1, [&] { return readTrack(fields); }),
            .modes = readModes(fields)};
}

void State::write(QJsonObject &json) const
{
    json.insert("epoch"_L1, epoch);
    json.insert("rev"_L1, revision);
    if (player)
        json.insert("player"_L1, toJson(*player));
    if (track)
        json.insert("track"_L1, toJson(*track));
    json.insert("modes"_L1, Sync::toJson(modes));
}

Devices Devices::from(Fields &fields)
{
    Devices message{.devices = {}, .total = int(fields.integer("total"_L1, 0, Limits::connections))};
    for (Fields &entry : fields.objects("devices"_L1, Limits::devicesListed)) {
        message.devices.append(readDevice(entry));
        fields.adopt("devices"_L1, entry);
    }
    return message;
}

void Devices::write(QJsonObject &json) const
{
    QJsonArray array;
    for (const Device &device : devices)
        array.append(toJson(device));
    json.insert("devices"_L1, array);
    json.insert("total"_L1, total);
}

OtherHubs OtherHubs::from(Fields &fields)
{
    OtherHubs message;
    message.alone = fields.optional("alone"_L1, [&] { return fields.flag("alone"_L1); }).value_or(false);
    for (Fields &entry : fields.objects("hubs"_L1, Limits::hubsListed)) {
        message.hubs.append({.id = readDeviceId(entry, "id"_L1),
                             .name = readName(entry, "name"_L1),
                             .url = entry.text("url"_L1, Limits::hubAddressBytes)});
        fields.adopt("hubs"_L1, entry);
    }
    return message;
}

void OtherHubs::write(QJsonObject &json) const
{
    QJsonArray array;
    for (const OtherHub &hub : hubs)
        array.append(QJsonObject{{"id"_L1, hub.id}, {"name"_L1, hub.name}, {"url"_L1, hub.url}});
    json.insert("hubs"_L1, array);
    if (alone)
        json.insert("alone"_L1, true);
}

Asking Asking::from(Fields &fields)
{
    Asking asking;
    for (Fields &asker : fields.objects("requests"_L1, Limits::requestsWaiting)) {
        asking.requests.append(
            {.id = readName(asker, "id"_L1),
             .name = readName(asker, "name"_L1),
             .address = readName(asker, "address"_L1),
             .code =
                 asker.optional("code"_L1, [&] { return readName(asker, "code"_L1); }).value_or(QString())});
        fields.adopt("requests"_L1, asker);
    }
    return asking;
}

void Asking::write(QJsonObject &json) const
{
    QJsonArray array;
    for (const Asker &asker : requests) {
        QJsonObject one{{"id"_L1, asker.id}, {"name"_L1, asker.name}, {"address"_L1, asker.address}};
        if (!asker.code.isEmpty())
            one.insert("code"_L1, asker.code);
        array.append(one);
    }
    json.insert("requests"_L1, array);
}

ClockAnswer ClockAnswer::from(Fields &fields)
{
    return {.sent = readMicroseconds(fields, "sent_us"_L1),
            .received = readHubTime(fields, "received_us"_L1),
            .answered = readHubTime(fields, "answered_us"_L1)};
}

void ClockAnswer::write(QJsonObject &json) const
{
    json.insert("sent_us"_L1, qint64(sent.count()));
    json.insert("received_us"_L1, number(received));
    json.insert("answered_us"_L1, number(answered));
}

Fault Fault::from(Fields &fields)
{
    return {.command = readName(fields, "command"_L1),
            .field = readName(fields, "field"_L1),
            .reason = fields.text("reason"_L1, titleBytes)};
}

void Fault::write(QJsonObject &json) const
{
    json.insert("command"_L1, command);
    json.insert("field"_L1, field);
    json.insert("reason"_L1, reason);
}

VolumeWish VolumeWish::from(Fields &fields) { return {.volume = readVolume(fields)}; }

void VolumeWish::write(QJsonObject &json) const { writeVolume(json, volume); }

} // namespace Sync::Native
