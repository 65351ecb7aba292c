// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/media.h"

namespace Player {

inline constexpr std::chrono::seconds longestCrossfade{12};

/// How long one fades into what follows it: not at all within an album, which has its own joints.
[[nodiscard]] std::chrono::milliseconds crossfadeBetween(const Media &media, const Media &following,
                                                         std::chrono::milliseconds wanted);

} // namespace Player
