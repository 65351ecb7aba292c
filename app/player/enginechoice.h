// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/media.h"

#include <optional>

namespace Player {

enum class Engine {
    Timeline, ///< FFmpeg's libraries and PulseAudio: exact, without gaps
    MediaPlayer, ///< QMediaPlayer: streams without an end, and what nothing else opens
};

/// Which engine plays this. @p forced: what somebody has set; @p refused: the first choice could not open it.
[[nodiscard]] Engine engineFor(const Media &media, std::optional<Engine> forced, bool refused);

} // namespace Player
