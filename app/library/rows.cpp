// SPDX-License-Identifier: Apache-2.0
#include "app/library/rows.h"

#include "app/library/searchtext.h"

using namespace Qt::StringLiterals;

namespace Library {

using Sync::idAt;
using Sync::idValue;

const QString trackColumns =
    u"t.id, t.title, t.artist, t.album, a.artist, t.genre, t.track_number, t.disc_number, "
    "t.year, t.duration_ms, t.album_id, t.artist_id, t.added_ms"_s;
const QString loudnessColumns =
    u"COALESCE(t.track_gain, m.track_gain), COALESCE(t.track_peak, m.track_peak), "
    "COALESCE(t.album_gain, m.album_gain), COALESCE(t.album_peak, m.album_peak), "
    "t.track_gain IS NULL AND m.track_gain IS NOT NULL"_s;
const QString withMeasured = u" LEFT JOIN measured m ON m.track_id = t.id"_s;
const QString wholeTrackColumns = trackColumns
    + u", t.composer, t.date, t.track_total, t.disc_total, t.is_compilation, "_s + loudnessColumns;
const QString albumColumns = u"a.id, a.title, a.artist, a.artist_id, a.year, a.track_count, a.duration_ms"_s;
const QString artistColumns = u"a.id, a.name, a.album_count, a.track_count"_s;
const QString genreColumns = u"g.id, g.name, g.album_count, g.track_count"_s;

namespace {

// An artist plays on the tracks that name them, and leads all of an album that is said to be theirs.
const auto tracksOfArtist =
    u"SELECT track_id FROM track_artists WHERE artist_id = ? UNION "
    "SELECT id FROM tracks WHERE album_id IN (SELECT id FROM albums WHERE artist_id = ?)"_s;
const auto tracksWithGenre = u"SELECT track_id FROM track_genres WHERE genre_id = ?"_s;
const auto tracksWithWords = u"SELECT rowid FROM search WHERE search MATCH ?"_s;

QString within(const QString &column, const QString &ids) { return u"%1 IN (%2)"_s.arg(column, ids); }

} // namespace

std::chrono::milliseconds millisecondsAt(const QSqlQuery &row, int column)
{
    return std::chrono::milliseconds(row.value(column).toLongLong());
}

std::optional<float> levelAt(const QSqlQuery &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.value(column).toFloat());
}

QString TrackRows::shared(const QString &text)
{
    const auto known = m_texts.constFind(text);
    return known == m_texts.cend() ? *m_texts.insert(text, text) : *known;
}

Track TrackRows::operator()(const QSqlQuery &row)
{
    return {.id = idAt(row, 0),
            .title = row.value(1).toString(),
            .artist = shared(row.value(2).toString()),
            .album = shared(row.value(3).toString()),
            .albumArtist = shared(row.value(4).toString()),
            .genre = shared(row.value(5).toString()),
            .trackNumber = row.value(6).toInt(),
            .discNumber = row.value(7).toInt(),
            .year = row.value(8).toInt(),
            .duration = millisecondsAt(row, 9),
            .albumId = idAt(row, 10),
            .artistId = idAt(row, 11),
            .added = WallTime(millisecondsAt(row, 12))};
}

Loudness loudnessFrom(const QSqlQuery &row, int firstColumn)
{
    return {.trackGain = levelAt(row, firstColumn),
            .trackPeak = levelAt(row, firstColumn + 1),
            .albumGain = levelAt(row, firstColumn + 2),
            .albumPeak = levelAt(row, firstColumn + 3),
            .isMeasured = row.value(firstColumn + 4).toBool()};
}

Track wholeTrackFrom(const QSqlQuery &row)
{
    Track track = TrackRows()(row);
    track.composer = row.value(13).toString();
    track.date = row.value(14).toString();
    track.trackTotal = row.value(15).toInt();
    track.discTotal = row.value(16).toInt();
    track.isCompilation = row.value(17).toBool();
    track.loudness = loudnessFrom(row, 18);
    return track;
}

Track missingTrackFrom(const QSqlQuery &row)
{
    return {.id = idAt(row, 0),
            .title = row.value(1).toString(),
            .artist = row.value(2).toString(),
            .album = row.value(3).toString(),
            .duration = millisecondsAt(row, 4),
            .added = WallTime(millisecondsAt(row, 5))};
}

Album albumFrom(const QSqlQuery &row)
{
    return {.id = idAt(row, 0),
            .title = row.value(1).toString(),
            .artist = row.value(2).toString(),
            .artistId = idAt(row, 3),
            .year = row.value(4).toInt(),
            .trackCount = row.value(5).toInt(),
            .duration = millisecondsAt(row, 6)};
}

Artist artistFrom(const QSqlQuery &row)
{
    return {.id = idAt(row, 0),
            .name = row.value(1).toString(),
            .albumCount = row.value(2).toInt(),
            .trackCount = row.value(3).toInt()};
}

Genre genreFrom(const QSqlQuery &row)
{
    return {.id = idAt(row, 0),
            .name = row.value(1).toString(),
            .albumCount = row.value(2).toInt(),
            .trackCount = row.value(3).toInt()};
}

void Where::add(const QString &condition, const QVariantList &theirs)
{
    conditions += condition;
    values += theirs;
}

QString Where::sql() const
{
    return conditions.isEmpty() ? QString() : " WHERE "_L1 + conditions.join(" AND "_L1);
}

Where tracksWhere(const Filter &filter)
{
    Where where;
    if (filter.albumId != 0)
        where.add(u"t.album_id = ?"_s, {idValue(filter.albumId)});
    if (filter.artistId != 0)
        where.add(within(u"t.id"_s, tracksOfArtist), {idValue(filter.artistId), idValue(filter.artistId)});
    if (filter.genreId != 0)
        where.add(within(u"t.id"_s, tracksWithGenre), {idValue(filter.genreId)});
    if (const QString words = searchExpression(filter.text); !words.isEmpty())
        where.add(within(u"t.id"_s, tracksWithWords), {words});
    return where;
}

Where albumsWhere(const Filter &filter)
{
    const auto holding = [](const QString &tracks) {
        return within(u"a.id"_s, "SELECT album_id FROM tracks WHERE id IN ("_L1 + tracks + u')');
    };
    Where where;
    if (filter.albumId != 0)
        where.add(u"a.id = ?"_s, {idValue(filter.albumId)});
    if (filter.artistId != 0)
        where.add(holding(tracksOfArtist), {idValue(filter.artistId), idValue(filter.artistId)});
    if (filter.genreId != 0)
        where.add(holding(tracksWithGenre), {idValue(filter.genreId)});
    if (const QString words = searchExpression(filter.text, u"artist album album_artist"_s); !words.isEmpty())
        where.add(holding(tracksWithWords), {words});
    return where;
}

QString artistsWhere(ArtistRole role)
{
    switch (role) {
    case ArtistRole::Any:
        return {};
    case ArtistRole::OfAlbums:
        return u" WHERE EXISTS (SELECT 1 FROM albums WHERE artist_id = a.id)"_s;
    case ArtistRole::OfTracks:
        return u" WHERE EXISTS (SELECT 1 FROM track_artists WHERE artist_id = a.id)"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Library
