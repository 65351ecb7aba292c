// SPDX-License-Identifier: Apache-2.0
#include "app/library/measurements.h"

#include "app/library/catalogue.h"
#include "app/library/cataloguereader.h"
#include "app/library/ids.h"
#include "sync/store/statement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Library {

using Sync::idAt;
using Sync::idValue;

namespace {

/// What is known of one of an album's tracks.
struct Known {
    Sync::TrackId id = 0;
    bool hasTrackTag = false;
    bool hasAlbumTag = false;
    bool isMeasured = false; ///< and is still what was measured
    quint64 albumTracks = 0; ///< what the album was when it was
};

// Only of albums in which a tag is missing.
const auto knownSql = uR"(
    SELECT t.album_id, t.id, t.track_gain IS NOT NULL, t.album_gain IS NOT NULL,
        EXISTS (SELECT 1 FROM files f WHERE f.track_id = t.id AND f.length_ms = m.length_ms
                AND (m.size IS NULL OR (f.size, f.mtime_ns) = (m.size, m.mtime_ns))),
        m.album_tracks
    FROM tracks t LEFT JOIN measured m ON m.track_id = t.id
    WHERE t.album_id IN (SELECT album_id FROM tracks WHERE track_gain IS NULL OR album_gain IS NULL)
    ORDER BY t.album_id, t.disc_number, t.track_number, t.title)"_s;

Known knownFrom(const QSqlQuery &row)
{
    return {.id = idAt(row, 1),
            .hasTrackTag = row.value(2).toBool(),
            .hasAlbumTag = row.value(3).toBool(),
            .isMeasured = row.value(4).toBool(),
            .albumTracks = idAt(row, 5)};
}

UnmeasuredAlbum albumOf(const QList<Known> &known)
{
    UnmeasuredAlbum album;
    for (const Known &track : known) {
        album.tracks.append(track.id);
        if (!track.hasTrackTag && !track.isMeasured)
            album.wanting.append(track.id);
    }
    if (known.size() > Measurements::mostAlbumTracks)
        return album;
    album.isWanting = std::ranges::any_of(known, [tracks = tracksId(album.tracks)](const Known &track) {
        return !track.hasAlbumTag && (!track.isMeasured || track.albumTracks != tracks);
    });
    return album;
}

QVariant level(const std::optional<float> &level) { return level ? QVariant(double(*level)) : QVariant(); }

} // namespace

Measurements::Measurements(const QString &catalogue)
    : m_database(catalogue, catalogueMigrations(), catalogueName)
    , m_statements(std::make_unique<Sync::Statements>(m_database))
{
}

Measurements::~Measurements() = default;

QList<UnmeasuredAlbum> Measurements::unmeasured() const
{
    QList<UnmeasuredAlbum> albums;
    QList<Known> tracks;
    quint64 albumId = 0;
    const auto take = [&] {
        UnmeasuredAlbum album = albumOf(std::exchange(tracks, {}));
        if (album.isWanting || !album.wanting.isEmpty())
            albums.append(std::move(album));
    };
    QSqlQuery &query = m_statements->run(knownSql);
    while (query.next()) {
        if (std::exchange(albumId, idAt(query, 0)) != idAt(query, 0))
            take();
        tracks.append(knownFrom(query));
    }
    take();
    return albums;
}

void Measurements::storeTrack(Sync::TrackId id, const Media &media, const Measured &measured, bool isFlawed)
{
    const QString stamp = isFlawed ? u"size, mtime_ns"_s : u"NULL, NULL"_s;
    m_statements->run(uR"(INSERT INTO measured (track_id, length_ms, size, mtime_ns, track_gain, track_peak)
        SELECT ?, length_ms, %1, ?, ? FROM files WHERE path = ? AND start_ms = ?
        ON CONFLICT (track_id) DO UPDATE SET (length_ms, size, mtime_ns, track_gain, track_peak)
        = (excluded.length_ms, excluded.size, excluded.mtime_ns, excluded.track_gain, excluded.track_peak))"_s
                          .arg(stamp),
                      {idValue(id), level(measured.gain), level(measured.peak), media.path,
                       qint64(media.extent.start.count())});
}

void Measurements::storeAlbum(const QList<Sync::TrackId> &tracks, const Measured &measured)
{
    m_statements->run(
        u"UPDATE measured SET (album_gain, album_peak, album_tracks) = (?, ?, ?) "
        "WHERE track_id IN (SELECT value FROM json_each(?))"_s,
        {level(measured.gain), level(measured.peak), idValue(tracksId(tracks)), Sync::idListValue(tracks)});
}

} // namespace Library
