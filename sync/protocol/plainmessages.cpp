// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/plainmessages.h"

#include "sync/limits.h"
#include "sync/protocol/jsontext.h"
#include "sync/protocol/plaintime.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace Sync::Plain {

namespace {

constexpr QLatin1StringView typeKey{"type_push_state"};
constexpr QLatin1StringView trackIdKey{"track_id"};
constexpr QLatin1StringView fromIsKey{"from_is"};
constexpr QLatin1StringView fromIsIdKey{"from_is_id"};
constexpr QLatin1StringView onPauseKey{"on_pause"};
constexpr QLatin1StringView positionKey{"last_sec_position"};
constexpr QLatin1StringView timeKey{"time_state_update"};

// Positions are seconds on this wire; whole ones are written as integers.
QJsonValue seconds(milliseconds position)
{
    const qint64 ms = position.count();
    return ms % 1000 == 0 ? QJsonValue(ms / 1000) : QJsonValue(double(ms) / 1000.0);
}

quint64 id(Fields &fields, QLatin1StringView key) { return quint64(fields.integer(key, 0, qint64(maxId))); }

milliseconds position(Fields &fields)
{
    constexpr double longest = std::chrono::duration<double>(Limits::longestTrack).count();
    const double value = fields.number(positionKey, 0, longest);
    return std::chrono::round<milliseconds>(std::chrono::duration<double>(value));
}

WallTime stamp(Fields &fields)
{
    const QString text = fields.text(timeKey, 64);
    const std::optional<WallTime> time = parsePlainTime(text);
    if (!time)
        fields.fail(timeKey, "is not a time with an offset");
    return time.value_or(WallTime());
}

Message read(Fields &fields)
{
    const QString type = fields.text(typeKey, 32);
    Message message;
    // Every known field is read, so that one of a wrong type is refused also where the message has no use for
    // it.
    const auto trackId = fields.optional(trackIdKey, [&] { return id(fields, trackIdKey); });
    const auto fromIs =
        fields.optional(fromIsKey, [&] { return fields.text(fromIsKey, Limits::contextKindBytes); });
    const auto fromIsId = fields.optional(fromIsIdKey, [&] { return id(fields, fromIsIdKey); });
    const auto seconds = fields.optional(positionKey, [&] { return position(fields); });
    (void)fields.optional(onPauseKey, [&] { return fields.flag(onPauseKey); });
    message.stamp = stamp(fields);

    if (type == NewTrack::type) {
        if (!trackId)
            fields.fail(trackIdKey, "is missing");
        message.what = NewTrack{.trackId = trackId.value_or(0), .fromIs = fromIs, .fromIsId = fromIsId};
    } else if (type == OnPause::type) {
        message.what = OnPause{};
    } else if (type == OffPause::type) {
        message.what = OffPause{};
    } else if (type == ChangePosition::type) {
        if (!seconds)
            fields.fail(positionKey, "is missing");
        message.what = ChangePosition{seconds.value_or(milliseconds(0))};
    } else {
        fields.fail(typeKey, "has an unknown value");
    }
    return message;
}

void write(QJsonObject &json, const NewTrack &track)
{
    json.insert(trackIdKey, qint64(track.trackId));
    if (track.fromIs)
        json.insert(fromIsKey, *track.fromIs);
    if (track.fromIsId)
        json.insert(fromIsIdKey, qint64(*track.fromIsId));
}
void write(QJsonObject &, const OnPause &) { }
void write(QJsonObject &, const OffPause &) { }
void write(QJsonObject &json, const ChangePosition &change)
{
    json.insert(positionKey, seconds(change.position));
}

} // namespace

std::variant<Message, ParseError> parse(const QByteArray &json)
{
    std::variant<Fields, ParseError> parsed = parseObject(json);
    if (const auto *error = std::get_if<ParseError>(&parsed))
        return *error;
    auto &fields = std::get<Fields>(parsed);
    Message message = read(fields);
    if (!fields.ok())
        return fields.fault();
    return message;
}

QByteArray serialize(const Message &message)
{
    QJsonObject json{{timeKey, plainTime(message.stamp)}};
    std::visit(
        [&](const auto &what) {
            json.insert(typeKey, what.type);
            write(json, what);
        },
        message.what);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

bool believable(WallTime stamp, WallTime received)
{
    return stamp <= received + Limits::stampAhead && stamp >= received - Limits::stampBehind;
}

QByteArray restamped(const QByteArray &json, WallTime stamp)
{
    return withTopLevelString(json, timeKey, plainTime(stamp).toLatin1());
}

Update toUpdate(const Message &message, const Instant &instant, milliseconds duration)
{
    struct ToUpdate {
        HubTime at;
        milliseconds duration;

        Update operator()(const NewTrack &track) const
        {
            return Sync::NewTrack{.trackId = track.trackId,
                                  .fromIs = track.fromIs,
                                  .fromIsId = track.fromIsId,
                                  .duration = duration,
                                  .at = at};
        }
        Update operator()(const OnPause &) const { return Pause{.at = at}; }
        Update operator()(const OffPause &) const { return Resume{.at = at}; }
        Update operator()(const ChangePosition &change) const
        {
            return Sync::ChangePosition{.position = change.position, .at = at};
        }
    };
    return std::visit(ToUpdate{instant.hub(message.stamp), duration}, message.what);
}

QByteArray snapshot(const PlayerState &state, const Instant &instant)
{
    const QJsonObject json{
        {trackIdKey, qint64(state.trackId)},           {fromIsKey, state.context.fromIs},
        {fromIsIdKey, qint64(state.context.fromIsId)}, {onPauseKey, state.paused()},
        {positionKey, seconds(state.position)},        {timeKey, plainTime(instant.wall(state.since))},
    };
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QByteArrayList transition(const std::optional<PlayerState> &before, const PlayerState &after,
                          const Instant &instant)
{
    QByteArrayList updates;
    const WallTime stamp = instant.wall(after.since);
    const auto say = [&](auto what) { updates.append(serialize({.what = what, .stamp = stamp})); };

    // What a client that heard `before` and then everything said so far believes.
    PlayerState believed = before.value_or(PlayerState{});
    believed.duration = {}; // never told on this wire
    if (!before || before->playId != after.playId) {
        say(NewTrack{
            .trackId = after.trackId, .fromIs = after.context.fromIs, .fromIsId = after.context.fromIsId});
        believed = {.since = after.since};
    }
    if (after.paused() && !believed.paused()) {
        say(OnPause{});
        believed = std::get<PlayerState>(updated(believed, Pause{.at = after.since}));
    } else if (!after.paused() && believed.paused()) {
        say(OffPause{});
        believed = std::get<PlayerState>(updated(believed, Resume{.at = after.since}));
    }
    if (positionAt(believed, after.since) != after.position)
        say(ChangePosition{after.position});
    return updates;
}

} // namespace Sync::Plain
