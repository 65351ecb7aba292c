// SPDX-License-Identifier: Apache-2.0
#include "app/library/cataloguereader.h"

#include "app/library/catalogue.h"
#include "app/library/logging.h"
#include "app/library/rows.h"
#include "app/library/search.h"
#include "sync/store/statement.h"

#include <QFileInfo>
#include <QStringTokenizer>

using namespace Qt::StringLiterals;

namespace Library {

using Sync::idAt;
using Sync::idValue;
using Sync::Statements;

namespace {

// Both sides have an index in this order, so nothing is sorted.
const auto libraryOrder = u" ORDER BY a.sort_key, a.id, t.disc_number, t.track_number, t.title"_s;
const auto byAlbum = u" FROM albums a JOIN tracks t ON t.album_id = a.id"_s;
const auto withAlbum = u" FROM tracks t JOIN albums a ON a.id = t.album_id"_s;

template <typename T> std::optional<T> onlyOne(const QList<T> &rows)
{
    return rows.isEmpty() ? std::nullopt : std::optional(rows.first());
}

/// Several questions to one state of the catalogue, locked once; may be within another.
class Glance
{
public:
    explicit Glance(Statements &statements)
        : m_statements(statements)
    {
        run(u"SAVEPOINT glance"_s);
    }
    ~Glance() { run(u"RELEASE glance"_s); }
    Q_DISABLE_COPY_MOVE(Glance)

private:
    void run(const QString &sql) const
    {
        try {
            m_statements.run(sql);
        } catch (const Sync::DatabaseError &error) {
            qCWarning(libraryLog) << error.what(); // the questions answer for themselves
        }
    }

    Statements &m_statements;
};

quint64 idOf(const QSqlQuery &row) { return idAt(row, 0); }
Media mediaFrom(const QSqlQuery &row)
{
    return {.path = row.value(0).toString(),
            .extent = {.start = millisecondsAt(row, 1), .length = millisecondsAt(row, 2)},
            .albumId = idAt(row, 3),
            .loudness = loudnessFrom(row, 4)};
}
QString textOf(const QSqlQuery &row) { return row.value(0).toString(); }

} // namespace

CatalogueReader::CatalogueReader(const QString &path)
    : m_path(path)
    , m_database(path, catalogueMigrations(), catalogueName)
    , m_statements(std::make_unique<Statements>(m_database))
{
    m_statements->run(u"PRAGMA cache_size = -16384"_s); // KiB: what lists and searches of 100 000 tracks read
}

CatalogueReader::~CatalogueReader() = default;

template <typename Ask> auto CatalogueReader::answer(Ask ask) const
{
    try {
        return ask();
    } catch (const Sync::DatabaseDamaged &error) {
        qCWarning(libraryLog) << error.what();
        suspectCatalogue(m_path);
    } catch (const Sync::DatabaseError &error) {
        qCWarning(libraryLog) << error.what();
    }
    return decltype(ask())();
}

template <typename From>
auto CatalogueReader::all(const QString &sql, const QVariantList &values, From from) const
{
    return answer([&] {
        QList<decltype(from(std::declval<QSqlQuery &>()))> rows;
        QSqlQuery &query = m_statements->run(sql, values);
        while (query.next())
            rows.append(from(query));
        return rows;
    });
}

template <typename From> auto CatalogueReader::each(const QList<quint64> &ids, const QString &columns,
                                                    const QString &tables, From from) const
{
    // A cross join keeps the order of its left side.
    return all(u"SELECT %1 FROM json_each(?) j CROSS JOIN %2"_s.arg(columns, tables),
               {Sync::idListValue(ids)}, std::move(from));
}

std::optional<Track> CatalogueReader::track(Sync::TrackId id) const
{
    auto track =
        onlyOne(all("SELECT "_L1 + wholeTrackColumns + withAlbum + withMeasured + " WHERE t.id = ?"_L1,
                    {idValue(id)}, wholeTrackFrom));
    if (!track)
        return track;
    track->artists = names(u"SELECT a.name FROM track_artists r JOIN artists a ON a.id = r.artist_id "
                           "WHERE r.track_id = ? ORDER BY r.place"_s,
                           id);
    track->genres = names(u"SELECT g.name FROM track_genres r JOIN genres g ON g.id = r.genre_id "
                          "WHERE r.track_id = ? ORDER BY r.place"_s,
                          id);
    return track;
}

QStringList CatalogueReader::names(const QString &sql, Sync::TrackId id) const
{
    QStringList names = all(sql, {idValue(id)}, textOf);
    names.removeAll(QString()); // the artist of tracks that name none
    return names;
}

std::optional<Track> CatalogueReader::missingTrack(Sync::TrackId id) const
{
    return onlyOne(all(u"SELECT id, title, artist, album, duration_ms, added_ms FROM missing WHERE id = ?"_s,
                       {idValue(id)}, missingTrackFrom));
}

std::optional<Album> CatalogueReader::album(quint64 id) const { return onlyOne(albums({.albumId = id})); }

std::optional<Artist> CatalogueReader::artist(quint64 id) const
{
    return onlyOne(
        all("SELECT "_L1 + artistColumns + " FROM artists a WHERE a.id = ?"_L1, {idValue(id)}, artistFrom));
}

std::optional<Genre> CatalogueReader::genre(quint64 id) const
{
    return onlyOne(
        all("SELECT "_L1 + genreColumns + " FROM genres g WHERE g.id = ?"_L1, {idValue(id)}, genreFrom));
}

QList<Track> CatalogueReader::tracks(const Filter &filter) const
{
    const Where where = tracksWhere(filter);
    return all("SELECT "_L1 + trackColumns + byAlbum + where.sql() + libraryOrder, where.values, TrackRows());
}

QList<Sync::TrackId> CatalogueReader::trackIds(const Filter &filter) const
{
    if (filter == Filter())
        return allTrackIds();
    const Where where = tracksWhere(filter);
    return all("SELECT t.id"_L1 + byAlbum + where.sql() + libraryOrder, where.values, idOf);
}

QList<Sync::TrackId> CatalogueReader::allTrackIds() const
{
    return answer([&] {
        QList<Sync::TrackId> ids;
        QSqlQuery &albums = m_statements->run(u"SELECT track_ids FROM albums ORDER BY sort_key, id"_s);
        while (albums.next()) {
            const QString text = albums.value(0).toString();
            for (const QStringView id : QStringTokenizer(text, u',', Qt::SkipEmptyParts))
                ids.append(id.toULongLong());
        }
        return ids;
    });
}

QList<Album> CatalogueReader::albums(const Filter &filter) const
{
    const Where where = albumsWhere(filter);
    return all("SELECT "_L1 + albumColumns + " FROM albums a"_L1 + where.sql()
                   + " ORDER BY a.sort_key, a.id"_L1,
               where.values, albumFrom);
}

QList<quint64> CatalogueReader::albumIds(const Filter &filter) const
{
    const Where where = albumsWhere(filter);
    return all("SELECT a.id FROM albums a"_L1 + where.sql() + " ORDER BY a.sort_key, a.id"_L1, where.values,
               idOf);
}

Counts CatalogueReader::counts() const
{
    const auto from = [](const QSqlQuery &row) {
        return Counts{.tracks = row.value(0).toInt(), .albums = row.value(1).toInt()};
    };
    return onlyOne(all(u"SELECT (SELECT count(*) FROM tracks), (SELECT count(*) FROM albums)"_s, {}, from))
        .value_or(Counts());
}

QList<Artist> CatalogueReader::artists(ArtistRole role) const
{
    return all("SELECT "_L1 + artistColumns + " FROM artists a"_L1 + artistsWhere(role)
                   + " ORDER BY a.sort_key, a.id"_L1,
               {}, artistFrom);
}

QList<Genre> CatalogueReader::genres() const
{
    return all("SELECT "_L1 + genreColumns + " FROM genres g ORDER BY g.sort_key, g.id"_L1, {}, genreFrom);
}

QList<Track> CatalogueReader::tracksOfAlbum(quint64 id) const
{
    return id == 0 ? QList<Track>() : tracks({.albumId = id});
}

QList<Track> CatalogueReader::tracksWith(const QList<Sync::TrackId> &ids) const
{
    return each(ids, trackColumns, u"tracks t ON t.id = j.value JOIN albums a ON a.id = t.album_id"_s,
                TrackRows());
}

QList<Sync::TrackId> CatalogueReader::present(const QList<Sync::TrackId> &ids) const
{
    return each(ids, u"t.id"_s, u"tracks t ON t.id = j.value"_s, idOf);
}

QList<Sync::TrackId> CatalogueReader::recentlyAdded(int limit) const
{
    return all(u"SELECT id FROM tracks ORDER BY added_ms DESC, id LIMIT ?"_s, {limit}, idOf);
}

FoundIds CatalogueReader::searchIds(const QString &typed, const SearchLimits &limits) const
{
    const Glance glance(*m_statements);
    const auto ids = [&](Searched what, int limit) {
        return answer([&] { return Library::search(*m_statements, what, typed, limit); });
    };
    return {.tracks = ids(Searched::Tracks, limits.tracks),
            .albums = ids(Searched::Albums, limits.albums),
            .artists = ids(Searched::Artists, limits.artists)};
}

Found CatalogueReader::search(const QString &typed, const SearchLimits &limits) const
{
    const Glance glance(*m_statements);
    const FoundIds ids = searchIds(typed, limits);
    return {.tracks = tracks(ids.tracks),
            .albums = each(ids.albums, albumColumns, u"albums a ON a.id = j.value"_s, albumFrom),
            .artists = each(ids.artists, artistColumns, u"artists a ON a.id = j.value"_s, artistFrom)};
}

Media CatalogueReader::mediaOf(Sync::TrackId id) const
{
    // The largest first: a cut-off copy of a file may have the same id.
    const auto known = all("SELECT f.path, f.start_ms, f.length_ms, t.album_id, "_L1 + loudnessColumns
                               + " FROM files f LEFT JOIN tracks t ON t.id = f.track_id"_L1 + withMeasured
                               + " WHERE f.track_id = ? ORDER BY f.size DESC, f.path, f.start_ms"_L1,
                           {idValue(id)}, mediaFrom);
    for (const Media &media : known)
        if (QFileInfo::exists(media.path))
            return media;
    return {};
}

QList<Sync::TrackId> CatalogueReader::tracksAt(const QString &path) const
{
    return all(u"SELECT track_id FROM files WHERE path = ? ORDER BY start_ms"_s, {path}, idOf);
}

QStringList CatalogueReader::filesOfAlbum(quint64 id, int limit) const
{
    return all(u"SELECT f.path FROM tracks t JOIN files f ON f.track_id = t.id WHERE t.album_id = ? "
               "ORDER BY t.disc_number, t.track_number, t.title, f.path LIMIT ?"_s,
               {idValue(id), limit}, textOf);
}

} // namespace Library
