// SPDX-License-Identifier: Apache-2.0
#include "app/library/cataloguereader.h"

#include "app/library/catalogue.h"
#include "app/library/logging.h"
#include "app/library/names.h"
#include "app/library/statement.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

const auto trackColumns =
    u"t.id, t.title, t.artist, t.album, a.artist, t.genre, t.track_number, t.disc_number, "
    "t.year, t.duration_ms, t.album_id, t.artist_id"_s;
const auto albumColumns = u"a.id, a.title, a.artist, a.artist_id, a.year, a.track_count, a.duration_ms"_s;
// Both sides have an index in this order, so nothing is sorted.
const auto libraryOrder = u" ORDER BY a.sort_key, a.id, t.disc_number, t.track_number, t.title"_s;

Track trackFrom(const QSqlQuery &row)
{
    return {.id = idAt(row, 0),
            .title = row.value(1).toString(),
            .artist = row.value(2).toString(),
            .album = row.value(3).toString(),
            .albumArtist = row.value(4).toString(),
            .genre = row.value(5).toString(),
            .trackNumber = row.value(6).toInt(),
            .discNumber = row.value(7).toInt(),
            .year = row.value(8).toInt(),
            .duration = std::chrono::milliseconds(row.value(9).toLongLong()),
            .albumId = idAt(row, 10),
            .artistId = idAt(row, 11)};
}

Album albumFrom(const QSqlQuery &row)
{
    return {.id = idAt(row, 0),
            .title = row.value(1).toString(),
            .artist = row.value(2).toString(),
            .artistId = idAt(row, 3),
            .year = row.value(4).toInt(),
            .trackCount = row.value(5).toInt(),
            .duration = std::chrono::milliseconds(row.value(6).toLongLong())};
}

Artist artistFrom(const QSqlQuery &row) { return {.id = idAt(row, 0), .name = row.value(1).toString()}; }

/// Conditions and their values, side by side.
struct Where {
    QStringList conditions;
    QVariantList values;

    void add(const QString &condition, const QVariant &value)
    {
        conditions += condition;
        values += value;
    }
    [[nodiscard]] QString sql() const
    {
        return conditions.isEmpty() ? QString() : " WHERE "_L1 + conditions.join(" AND "_L1);
    }
};

Where tracksWhere(const Filter &filter)
{
    Where where;
    if (filter.albumId != 0)
        where.add(u"t.album_id = ?"_s, number(filter.albumId));
    if (filter.artistId != 0)
        where.add(u"t.artist_id = ?"_s, number(filter.artistId));
    if (const QString words = searchExpression(filter.text); !words.isEmpty())
        where.add(u"t.id IN (SELECT rowid FROM search WHERE search MATCH ?)"_s, words);
    return where;
}

Where albumsWhere(const Filter &filter)
{
    Where where;
    if (filter.albumId != 0)
        where.add(u"a.id = ?"_s, number(filter.albumId));
    if (filter.artistId != 0)
        where.add(u"a.artist_id = ?"_s, number(filter.artistId));
    if (const QString words = searchExpression(filter.text, u"artist album album_artist"_s); !words.isEmpty())
        where.add(
            u"a.id IN (SELECT album_id FROM tracks WHERE id IN (SELECT rowid FROM search WHERE search MATCH ?))"_s,
            words);
    return where;
}

template <typename From>
auto all(const Sync::Database &database, const QString &sql, const QVariantList &values, From from)
{
    QList<decltype(from(std::declval<QSqlQuery>()))> rows;
    try {
        QSqlQuery query = run(database.handle(), sql, values);
        while (query.next())
            rows.append(from(query));
    } catch (const Sync::DatabaseError &error) {
        qCWarning(libraryLog) << error.what();
    }
    return rows;
}

template <typename T> std::optional<T> onlyOne(const QList<T> &rows)
{
    return rows.isEmpty() ? std::nullopt : std::optional(rows.first());
}

} // namespace

CatalogueReader::CatalogueReader(const QString &path)
    : m_database(path, catalogueMigrations())
{
}

std::optional<Track> CatalogueReader::track(Sync::TrackId id) const
{
    return onlyOne(all(m_database,
                       "SELECT "_L1 + trackColumns
                           + " FROM tracks t JOIN albums a ON a.id = t.album_id WHERE t.id = ?"_L1,
                       {number(id)}, trackFrom));
}

std::optional<Album> CatalogueReader::album(quint64 id) const { return onlyOne(albums({.albumId = id})); }

QList<Track> CatalogueReader::tracks(const Filter &filter) const
{
    const Where where = tracksWhere(filter);
    return all(m_database,
               "SELECT "_L1 + trackColumns + " FROM albums a JOIN tracks t ON t.album_id = a.id"_L1
                   + where.sql() + libraryOrder,
               where.values, trackFrom);
}

QList<Sync::TrackId> CatalogueReader::trackIds(const Filter &filter) const
{
    const Where where = tracksWhere(filter);
    return all(m_database,
               "SELECT t.id FROM albums a JOIN tracks t ON t.album_id = a.id"_L1 + where.sql() + libraryOrder,
               where.values, [](const QSqlQuery &row) { return idAt(row, 0); });
}

QList<Album> CatalogueReader::albums(const Filter &filter) const
{
    const Where where = albumsWhere(filter);
    return all(m_database,
               "SELECT "_L1 + albumColumns + " FROM albums a"_L1 + where.sql()
                   + " ORDER BY a.sort_key, a.id"_L1,
               where.values, albumFrom);
}

QList<Artist> CatalogueReader::artists() const
{
    return all(m_database, u"SELECT id, name FROM artists ORDER BY sort_key, id"_s, {}, artistFrom);
}

QList<Track> CatalogueReader::tracksOfAlbum(quint64 id) const
{
    return id == 0 ? QList<Track>() : tracks({.albumId = id});
}

QString CatalogueReader::pathOf(Sync::TrackId id) const
{
    // The largest first: a cut-off copy of a file may have the same id.
    const auto paths =
        all(m_database, u"SELECT path FROM files WHERE track_id = ? ORDER BY size DESC, path"_s, {number(id)},
            [](const QSqlQuery &row) { return row.value(0).toString(); });
    for (const QString &path : paths)
        if (QFileInfo::exists(path))
            return path;
    return {};
}

QStringList CatalogueReader::filesOfAlbum(quint64 id, int limit) const
{
    return all(m_database,
               u"SELECT f.path FROM tracks t JOIN files f ON f.track_id = t.id WHERE t.album_id = ? "
               "ORDER BY t.disc_number, t.track_number, t.title, f.path LIMIT ?"_s,
               {number(id), limit}, [](const QSqlQuery &row) { return row.value(0).toString(); });
}

} // namespace Library
