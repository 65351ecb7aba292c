// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/limits.h"

namespace Sync::Limits {

inline constexpr std::size_t eventsKept = 1'000; ///< for who comes back and asks for what was missed
inline constexpr qint64 eventBytesKept = 4 * 1024 * 1024;
inline constexpr std::chrono::milliseconds burstLasts = 50ms;
inline constexpr std::chrono::milliseconds subscriberPingEvery = 15s;
inline constexpr std::chrono::milliseconds subscriberGoneAfter = 50s;
inline constexpr int sinksRemembered = 64; ///< outputs that went away are among them
inline constexpr std::chrono::milliseconds deviceAnswersWithin = 1s; ///< to a wish for a volume
inline constexpr qsizetype queueTold = 60; ///< items in an event, those around what plays
inline constexpr qsizetype queueToldBefore = 10; ///< of these, before it
inline constexpr int openAddresses = 64; ///< of --open-api
inline constexpr std::chrono::milliseconds urlAnswersWithin = 5s; ///< of an address somebody pushes
inline constexpr int urlRedirects = 5;
inline constexpr qsizetype urlBytes = 2'048;

// Of commands to a Mopidy, besides Limits::sourceCommandWithin
inline constexpr std::chrono::milliseconds sourceOpensWithin = 30s; ///< an address, to play it
inline constexpr std::chrono::milliseconds sourceMootWithin = 3s; ///< the rest of what has been overtaken
inline constexpr std::chrono::milliseconds sourceSoundsWithin = 3s; ///< once it says that it plays

// Servers that are followed: another Segue, or a linux-audio-server
inline constexpr int followedServers = 16;
inline constexpr qsizetype followedPlayers = 64; ///< of one
inline constexpr qsizetype followedNameBytes = 512; ///< of a sink or a player
inline constexpr std::chrono::milliseconds followPollEvery = 10s; ///< while its push is down
inline constexpr std::chrono::milliseconds followAskAfter = 50ms; ///< after an event that does not tell all
inline constexpr std::chrono::milliseconds followAskApart = 250ms; ///< and so long after the last time
inline constexpr std::chrono::milliseconds followAnswersWithin = 10s;
inline constexpr std::chrono::milliseconds followPingEvery = 10s;
inline constexpr std::chrono::milliseconds followGoneAfter = 25s; ///< of silence in its push

} // namespace Sync::Limits
