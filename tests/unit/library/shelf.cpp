// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/library/shelf.h"

#include "app/library/catalogue.h"
#include "app/library/ids.h"

#include <QStringList>

using namespace Library;
using namespace std::chrono_literals;

Shelf::Shelf() { prepareCatalogue(path()); }

ReadFile Shelf::file(quint64 id, const QString &line, const QString &folder)
{
    const QStringList words = line.split(" | ");
    const QStringList album = words.at(1).split(" / ");
    Track track{.id = id,
                .path = QString("%1/%2.ogg").arg(folder).arg(id),
                .title = words.at(3),
                .artist = words.at(0),
                .album = album.last(),
                .albumArtist = album.size() > 1 ? album.first() : "",
                .trackNumber = words.at(2).toInt(),
                .duration = 1s};
    track.artistId = artistId(track.artist);
    track.albumId = albumId(track.albumArtist.isEmpty() ? track.artist : track.albumArtist, track.album);
    return {track, {.size = qint64(id), .mtimeNs = 1}};
}

void Shelf::fill(const QList<ReadFile> &files, WallTime now) const
{
    CatalogueWriter writer(path());
    writer.store(files);
    writer.settle(now);
}

QStringList Shelf::titles(const QList<Track> &tracks)
{
    QStringList titles;
    for (const Track &track : tracks)
        titles += track.title;
    return titles;
}

QStringList Shelf::lines(const QList<Album> &albums)
{
    QStringList lines;
    for (const Album &album : albums)
        lines += QString("%1 / %2 (%3)").arg(album.artist, album.title).arg(album.trackCount);
    return lines;
}
