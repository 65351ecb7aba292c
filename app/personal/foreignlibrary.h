// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/personal/playlist.h"

namespace Personal {

/// What another player knows of a song.
struct ForeignSong {
    QString path{};
    int playCount = 0;
    Moment lastPlayed{}; ///< the epoch where it never was
    int halfStars = 0; ///< zero where it was not rated

    bool operator==(const ForeignSong &) const = default;
};

struct ForeignPlaylist {
    QString key{}; ///< what tells it from the other playlists of its player
    QString name{};
    QList<PlaylistItem> items{}; ///< with paths, without ids
    int streams = 0; ///< items left out because they are no files

    bool operator==(const ForeignPlaylist &) const = default;
};

/// What a person made of their music with another player.
struct ForeignLibrary {
    QString player{}; ///< "strawberry" or "clementine"
    QList<ForeignSong> songs{}; ///< those played or rated
    QList<ForeignPlaylist> playlists{};
    int smartPlaylists = 0; ///< left out: they are questions, not lists
};

/// Reads the database of Strawberry (strawberry.db) or Clementine (clementine.db), which stays as it is. The
/// player may be running. Throws Sync::DatabaseError.
[[nodiscard]] ForeignLibrary readForeignLibrary(const QString &path);

} // namespace Personal
