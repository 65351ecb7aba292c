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

/// An open file, or as much of it as is asked for.
[[nodiscard]] Response answerFile(const RequestHead &head, const std::shared_ptr<QFile> &file);
/// 404.
[[nodiscard]] Response noSuchTrack();

/// `/media/{track id}`: a track's file, byte by byte.
[[nodiscard]] bool asksForMedia(const RequestHead &head);
[[nodiscard]] std::optional<TrackId> trackIn(const RequestHead &head);
[[nodiscard]] Response answerMedia(const RequestHead &head, const MediaSource &source);

} // namespace Sync::Http
