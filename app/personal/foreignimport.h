// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/track.h"
#include "app/personal/foreignlibrary.h"

namespace Personal {

class History;
class Playlists;
class Ratings;
class TrackFinder;

/// What became of another player's data.
struct ImportReport {
    int playlists = 0; ///< taken over now
    int playlistsKnown = 0; ///< taken over before and left alone
    int items = 0; ///< in the playlists taken over now
    int itemsMissing = 0; ///< of these: those the library has no track for
    int ratings = 0;
    int ratingsKept = 0; ///< tracks rated here already
    int counts = 0; ///< play counts that were new or had changed
    QList<Library::Problem> notTaken{}; ///< songs, by path, and playlists, by name

    bool operator==(const ImportReport &) const = default;
};

/// Takes playlists, ratings and play counts over. Doing it again adds only what is new over there; nothing
/// that was made or changed here is touched. Throws Sync::DatabaseError.
[[nodiscard]] ImportReport importForeign(const ForeignLibrary &library, const TrackFinder &finder,
                                         Playlists &playlists, Ratings &ratings, History &history,
                                         Moment now);

} // namespace Personal
