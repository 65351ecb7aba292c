// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/source.h"

/// Facts as events and answers carry them (docs/events.md). Nothing is ever null or an array where a client
/// of linux-audio-server looks for an object; numbers that it divides are whole.
namespace Sync::Sources {

[[nodiscard]] QLatin1StringView nameOf(PlaybackState state);
[[nodiscard]] QLatin1StringView nameOf(SinkFacts::State state);
/// Where the player is at @p now.
[[nodiscard]] std::chrono::milliseconds positionOf(const PlayerFacts &player, HubTime now);
[[nodiscard]] QJsonObject toJson(const TrackFacts &track);
/// With the position at @p now.
[[nodiscard]] QJsonObject toJson(const PlayerFacts &player, HubTime now);
[[nodiscard]] QJsonObject toJson(const SinkFacts &sink);
[[nodiscard]] QJsonObject toJson(const InputFacts &input);

} // namespace Sync::Sources
