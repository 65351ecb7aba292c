// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/session/playerstate.h"

namespace Sync {

/// The track after @p current; nothing at the end, or where @p tracks does not have it.
[[nodiscard]] std::optional<TrackId> following(const QList<TrackId> &tracks, TrackId current);
[[nodiscard]] std::optional<TrackId> preceding(const QList<TrackId> &tracks, TrackId current);

/// True where "previous" means "back to the start of this track".
[[nodiscard]] bool previousRestarts(const PlayerState &state, HubTime now);

} // namespace Sync
