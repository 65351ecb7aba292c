// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/track.h"
#include "app/personal/listfile.h"
#include "app/personal/playlist.h"
#include "app/personal/stations.h"

/// Playlists and stations from files, and into files.
namespace Personal {

class TrackFinder;

struct ImportedList {
    QString name{}; ///< the file's own, where it does not tell
    QList<PlaylistItem> items{}; ///< those of which the library has no track too, in their places
    QList<Station> stations{};
    QList<Library::Problem> missing{}; ///< files the library does not have
    QList<RefusedLine> refused{};
};

/// What the playlist file at @p path holds, or why it cannot be read, in a sentence.
[[nodiscard]] std::variant<ImportedList, QString> importList(const QString &path, const TrackFinder &finder);

/// Writes a .pls or otherwise an M3U file in UTF-8, whole or not at all. Nothing, or why it could not be
/// written, in a sentence.
[[nodiscard]] std::optional<QString> exportList(const QString &path, const QString &name,
                                                const QList<PlaylistItem> &items, Paths paths,
                                                const TrackFinder &finder);
[[nodiscard]] std::optional<QString> exportStations(const QString &path, const QList<Station> &stations);

} // namespace Personal
