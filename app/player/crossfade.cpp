// SPDX-License-Identifier: Apache-2.0
#include "app/player/crossfade.h"

namespace Player {

using namespace std::chrono_literals;

std::chrono::milliseconds crossfadeBetween(const Media &media, const Media &following,
                                           std::chrono::milliseconds wanted)
{
    const bool oneAlbum = media.albumId != 0 && media.albumId == following.albumId;
    const bool oneFile = media.url == following.url; // parts of it, or the same again
    return oneAlbum || oneFile ? 0ms : wanted;
}

} // namespace Player
