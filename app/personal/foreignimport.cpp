// SPDX-License-Identifier: Apache-2.0
#include "app/personal/foreignimport.h"

#include "app/library/reasons.h"
#include "app/personal/history.h"
#include "app/personal/playlists.h"
#include "app/personal/ratings.h"
#include "app/personal/trackfinder.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Personal {

namespace {

/// Songs by track: two files of one track were heard together.
struct Found {
    QHash<Sync::TrackId, int> ratings;
    QHash<Sync::TrackId, PlayCount> counts;
};

Found findSongs(const ForeignLibrary &library, const TrackFinder &finder, ImportReport &report)
{
    Found found;
    for (const ForeignSong &song : library.songs) {
        const auto track = finder.at(song.path);
        if (!track) {
            report.notTaken.append({song.path, Library::Reasons::tr("This file is not in the library.")});
            continue;
        }
        if (song.halfStars > 0)
            found.ratings[track->trackId] = std::max(found.ratings.value(track->trackId), song.halfStars);
        PlayCount &count = found.counts[track->trackId];
        count = {.trackId = track->trackId,
                 .count = count.count + song.playCount,
                 .lastPlayed = std::max(count.lastPlayed, song.lastPlayed)};
    }
    return found;
}

QList<PlaylistItem> itemsIn(const ForeignPlaylist &playlist, const TrackFinder &finder, ImportReport &report)
{
    QList<PlaylistItem> items;
    for (const PlaylistItem &item : playlist.items) {
        const auto track = finder.find(item);
        items.append(track.value_or(item));
        report.itemsMissing += track ? 0 : 1;
    }
    report.items += int(items.size());
    return items;
}

QSet<QString> originsIn(const Playlists &playlists)
{
    QSet<QString> origins;
    for (const Playlist &playlist : playlists.all())
        origins.insert(playlist.origin);
    return origins;
}

void takePlaylist(const ForeignPlaylist &playlist, const QString &origin, const TrackFinder &finder,
                  Playlists &playlists, Moment now, ImportReport &report)
{
    if (playlist.items.isEmpty()) {
        report.notTaken.append({playlist.name, Library::Reasons::tr("There is no file in this playlist.")});
        return;
    }
    if (playlist.streams > 0)
        report.notTaken.append(
            {playlist.name, Library::Reasons::tr("%1 streams in it were left out.").arg(playlist.streams)});
    const QString name = tidyName(playlist.name);
    playlists.create(name.isEmpty() ? Library::Reasons::tr("Playlist %1").arg(playlist.key) : name,
                     itemsIn(playlist, finder, report), now, origin);
    ++report.playlists;
}

} // namespace

ImportReport importForeign(const ForeignLibrary &library, const TrackFinder &finder, Playlists &playlists,
                           Ratings &ratings, History &history, Moment now)
{
    ImportReport report;
    const Found found = findSongs(library, finder, report);
    report.ratings = ratings.adopt(found.ratings);
    report.ratingsKept = int(found.ratings.size()) - report.ratings;
    report.counts = history.adopt(found.counts.values(), library.player);

    const QSet<QString> known = originsIn(playlists);
    for (const ForeignPlaylist &playlist : library.playlists) {
        const QString origin = library.player + u'/' + playlist.key + u'/' + playlist.name;
        if (known.contains(origin))
            ++report.playlistsKnown;
        else
            takePlaylist(playlist, origin, finder, playlists, now, report);
    }
    if (library.smartPlaylists > 0)
        report.notTaken.append(
            {library.player,
             Library::Reasons::tr("%1 smart playlists were left out: their rules cannot be taken over.")
                 .arg(library.smartPlaylists)});
    return report;
}

} // namespace Personal
