// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/routes.h"
#include "sync/session/tracks.h"

namespace Sync::Http {

/// Where the files of tracks are. Used on the HTTP thread only.
class MediaSource
{
public:
    MediaSource() = default;
    virtual ~MediaSource() = default;
    Q_DISABLE_COPY_MOVE(MediaSource)

    /// The file the track is in; empty where there is none now.
    [[nodiscard]] virtual QString pathOf(TrackId id) const = 0;
};

/// `/media/{track id}`: a track's file, byte by byte.
[[nodiscard]] bool asksForMedia(const RequestHead &head);
[[nodiscard]] Response answerMedia(const RequestHead &head, const MediaSource &source);

} // namespace Sync::Http
