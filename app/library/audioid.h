// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/containers.h"
#include "sync/session/tracks.h"

namespace Library {

/// The id of the sound itself: renaming, moving and retagging a file leave it alone. Nothing where no sound
/// was found.
[[nodiscard]] std::optional<Sync::TrackId> audioId(QIODevice &file, const Audio &audio);

} // namespace Library
