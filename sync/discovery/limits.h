// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/limits.h"

/// What others of the network may make a Segue remember while it looks for hubs, and how long it waits for
/// one.
namespace Sync::Limits {

inline constexpr qsizetype serviceNameBytes = 63; ///< DNS's own
inline constexpr qsizetype sightings = 256; ///< a hub is seen once on each interface, by each protocol
inline constexpr std::chrono::milliseconds lookAgainAfter = 5s; ///< for a hub that did not say where it is
inline constexpr std::chrono::milliseconds foundWithin = 5s; ///< then it is said that no hub is there

inline constexpr std::chrono::milliseconds answersWithin = 5s; ///< over HTTP
inline constexpr std::chrono::milliseconds verdictEvery = 1s; ///< a device that waits to be let in asks
inline constexpr std::chrono::milliseconds askAgainAfter = 60s; ///< where it was told that it asks too often

} // namespace Sync::Limits
