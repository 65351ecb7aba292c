// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/factsjson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sync::Sources {

QLatin1StringView nameOf(PlaybackState state)
{
    switch (state) {
    case PlaybackState::Stopped:
        return "stopped"_L1;
    case PlaybackState::Paused:
        return "paused"_L1;
    case PlaybackState::Playing:
        return "playing"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView nameOf(SinkFacts::State state)
{
    switch (state) {
    case SinkFacts::State::Running:
        return "RUNNING"_L1;
    case SinkFacts::State::Idle:
        return "IDLE"_L1;
    case SinkFacts::State::Suspended:
        return "SUSPENDED"_L1;
    }
    Q_UNREACHABLE();
}

std::chrono::milliseconds positionOf(const PlayerFacts &player, HubTime now)
{
    std::chrono::milliseconds position = player.position;
    if (player.state == PlaybackState::Playing)
        position += std::max(std::chrono::milliseconds(0),
                             std::chrono::duration_cast<std::chrono::milliseconds>(now - player.positionAt));
    if (player.track && player.track->length)
        position = std::min(position, *player.track->length);
    return position;
}

QJsonObject toJson(const TrackFacts &track)
{
    return {{"uri"_L1, track.uri},
            {"name"_L1, track.name},
            {"artist"_L1, track.artist},
            {"album"_L1, track.album},
            {"length"_L1, qint64(track.length.value_or(std::chrono::milliseconds(0)).count())}};
}

QJsonObject toJson(const PlayerFacts &player, HubTime now)
{
    QJsonObject json{{"id"_L1, player.id},
                     {"name"_L1, player.name},
                     {"active"_L1, player.online},
                     {"status"_L1, nameOf(player.state)},
                     {"state"_L1, nameOf(player.state)},
                     {"time_position"_L1, qint64(positionOf(player, now).count())},
                     {"at_us"_L1, qint64(now.time_since_epoch().count())},
                     {"volume"_L1, player.volumePercent / 100.0},
                     {"muted"_L1, player.muted}};
    json.insert("current_track"_L1, player.track ? toJson(*player.track) : QJsonObject());
    return json;
}

QJsonObject toJson(const SinkFacts &sink)
{
    return {{"index"_L1, qint64(sink.index)},
            {"name"_L1, sink.name},
            {"description"_L1, sink.description},
            {"state"_L1, nameOf(sink.online ? sink.state : SinkFacts::State::Suspended)},
            {"volume"_L1, std::clamp(sink.volume, 0.0, 1.0)},
            {"muted"_L1, sink.muted},
            {"is_default"_L1, sink.isDefault},
            {"online"_L1, sink.online}};
}

QJsonObject toJson(const InputFacts &input)
{
    return {{"index"_L1, qint64(input.index)},
            {"name"_L1, input.name},
            {"sink"_L1, input.sink},
            {"sink_description"_L1, input.sinkDescription},
            {"volume"_L1, std::clamp(input.volume, 0.0, 1.0)},
            {"muted"_L1, input.muted}};
}

} // namespace Sync::Sources
