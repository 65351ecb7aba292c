// SPDX-License-Identifier: Apache-2.0
#include "app/player/enginechoice.h"

namespace Player {

using namespace std::chrono_literals;

Engine engineFor(const Media &media, std::optional<Engine> forced, bool refused)
{
    if (forced)
        return *forced;
    const bool hasEnd = media.url.isLocalFile() || media.isTrack || media.length > 0ms;
    return hasEnd && !refused ? Engine::Timeline : Engine::MediaPlayer;
}

} // namespace Player
