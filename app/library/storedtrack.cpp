// SPDX-License-Identifier: Apache-2.0
#include "app/library/storedtrack.h"

#include "app/library/ids.h"
#include "app/library/names.h"
#include "app/library/searchtext.h"
#include "sync/store/statement.h"

using namespace Qt::StringLiterals;

namespace Library {

using Sync::idValue;
using Sync::textValue;

namespace {

QString albumKey(const Track &track)
{
    const bool isOnlyFolder = track.albumId == folderAlbumId(track.album);
    return isOnlyFolder ? QString() : normalised(track.album);
}

QVariant level(const std::optional<float> &level) { return level ? QVariant(double(*level)) : QVariant(); }

} // namespace

// Not INSERT OR REPLACE: for what that may have to take back SQLite copies every page it touches.
const QString &storeTrackSql()
{
    static const QString sql = uR"(INSERT INTO tracks
    (id, title, artist, artist_id, album, album_id, album_key, album_artist, genre, track_number, disc_number,
     year, duration_ms, folder, added_ms, composer, date, track_total, disc_total, is_compilation,
     track_gain, track_peak, album_gain, album_peak, title_key)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
    (title, artist, artist_id, album, album_id, album_key, album_artist, genre, track_number, disc_number,
     year, duration_ms, folder, added_ms, composer, date, track_total, disc_total, is_compilation,
     track_gain, track_peak, album_gain, album_peak, title_key)
    = (excluded.title, excluded.artist, excluded.artist_id, excluded.album, excluded.album_id,
       excluded.album_key, excluded.album_artist, excluded.genre, excluded.track_number, excluded.disc_number,
       excluded.year, excluded.duration_ms, excluded.folder, excluded.added_ms, excluded.composer,
       excluded.date, excluded.track_total, excluded.disc_total, excluded.is_compilation, excluded.track_gain,
       excluded.track_peak, excluded.album_gain, excluded.album_peak, excluded.title_key))"_s;
    return sql;
}

QVariantList trackRow(const Track &track, WallTime added)
{
    return {idValue(track.id),
            textValue(track.title),
            textValue(track.artist),
            idValue(track.artistId),
            textValue(track.album),
            idValue(track.albumId),
            textValue(albumKey(track)),
            textValue(track.albumArtist),
            textValue(track.genre),
            track.trackNumber,
            track.discNumber,
            track.year,
            qint64(track.duration.count()),
            textValue(albumFolder(track.path).path),
            qint64(added.time_since_epoch().count()),
            textValue(track.composer),
            textValue(track.date),
            track.trackTotal,
            track.discTotal,
            int(track.isCompilation),
            level(track.loudness.trackGain),
            level(track.loudness.trackPeak),
            level(track.loudness.albumGain),
            level(track.loudness.albumPeak),
            textValue(searchKey(track.title))};
}

} // namespace Library
