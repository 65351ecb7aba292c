// SPDX-License-Identifier: Apache-2.0
#include "app/library/cataloguewriter.h"

#include "app/library/catalogue.h"
#include "app/library/ids.h"
#include "app/library/names.h"
#include "app/library/searchtext.h"
#include "app/library/storedtrack.h"
#include "app/library/summaries.h"
#include "sync/store/statement.h"

using namespace Qt::StringLiterals;

namespace Library {

using Sync::idAt;
using Sync::idValue;
using Sync::Statements;
using Sync::textValue;
using Sync::Transaction;

namespace {

QVariant milliseconds(WallTime time) { return qint64(time.time_since_epoch().count()); }

WallTime timeAt(const QSqlQuery &query, int column)
{
    return WallTime(std::chrono::milliseconds(query.value(column).toLongLong()));
}

const auto storeFileSql = uR"(INSERT INTO files
    (path, start_ms, length_ms, size, mtime_ns, track_id) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (path, start_ms) DO UPDATE SET (length_ms, size, mtime_ns, track_id)
    = (excluded.length_ms, excluded.size, excluded.mtime_ns, excluded.track_id))"_s;

QStringList pathsOf(const QList<ReadFile> &batch)
{
    QStringList paths;
    for (const auto &[track, stamp] : batch)
        paths.append(track.path);
    return paths;
}

} // namespace

/// What comes again with every track of an album is worked out once.
class CatalogueWriter::IndexTexts
{
public:
    [[nodiscard]] QVariant of(const QString &text)
    {
        const auto known = m_texts.constFind(text);
        return known == m_texts.cend() ? *m_texts.insert(text, textValue(indexText(text))) : *known;
    }

private:
    QHash<QString, QVariant> m_texts;
};

CatalogueWriter::CatalogueWriter(const QString &path)
    : m_database(path, catalogueMigrations(), catalogueName)
    , m_statements(std::make_unique<Statements>(m_database))
    , m_summaries(std::make_unique<Summaries>(*m_statements))
{
    // Ids are hashes, so every track touches pages all over the file: those had better stay in memory (KiB),
    // and in the log (pages) until there is something to gather.
    m_statements->run(u"PRAGMA cache_size = -65536"_s);
    m_statements->run(u"PRAGMA temp_store = MEMORY"_s); // what a statement may have to take back
    m_statements->run(u"PRAGMA wal_autocheckpoint = 8192"_s).finish();
}

CatalogueWriter::~CatalogueWriter() = default;

QHash<QString, FileStamp> CatalogueWriter::files() const
{
    QHash<QString, FileStamp> files;
    QSqlQuery &query = m_statements->run(u"SELECT path, size, mtime_ns FROM files"_s);
    while (query.next())
        files.insert(query.value(0).toString(), {query.value(1).toLongLong(), query.value(2).toLongLong()});
    return files;
}

void CatalogueWriter::store(const QList<ReadFile> &batch)
{
    Transaction transaction(m_statements->database());
    m_statements->run(u"INSERT OR IGNORE INTO unsettled VALUES (1)"_s);
    forget(pathsOf(batch)); // what a file held before it may hold no more
    QSet<quint64> known;
    for (const auto &[track, stamp] : batch) {
        if (storeTrack(track))
            known.insert(track.id);
        m_statements->run(storeFileSql,
                          {track.path, qint64(track.extent.start.count()),
                           qint64(track.extent.length.count()), stamp.size, stamp.mtimeNs,
                           idValue(track.id)});
    }
    // FTS5 gathers words until a statement comes that may have to be taken back; so these stay together.
    IndexTexts texts;
    for (const auto &[track, stamp] : batch) {
        if (known.contains(track.id))
            m_statements->run(u"DELETE FROM search WHERE rowid = ?"_s, {idValue(track.id)});
        storeWords(track, texts);
    }
    m_summaries->refresh();
    transaction.commit();
}

bool CatalogueWriter::storeTrack(const Track &track)
{
    QSqlQuery &known =
        m_statements->run(u"SELECT album_id, added_ms FROM tracks WHERE id = ?"_s, {idValue(track.id)});
    WallTime added;
    const bool isKnown = known.next();
    if (isKnown) {
        m_summaries->touchAlbum(idAt(known, 0));
        added = timeAt(known, 1);
        known.finish();
        forgetCredits(track.id);
    } else {
        added = addedBefore(track);
    }
    m_statements->run(storeTrackSql(), trackRow(track, added));
    storeCredits(track);
    m_summaries->touchAlbum(track.albumId);
    return isKnown;
}

/// When a track that was missing came in, and from now on it is not; for a new one its own time.
WallTime CatalogueWriter::addedBefore(const Track &track)
{
    QSqlQuery &missing =
        m_statements->run(u"SELECT added_ms FROM missing WHERE id = ?"_s, {idValue(track.id)});
    if (!missing.next())
        return track.added;
    const WallTime added = timeAt(missing, 0);
    missing.finish();
    m_statements->run(u"DELETE FROM missing WHERE id = ?"_s, {idValue(track.id)});
    return added;
}

void CatalogueWriter::storeCredits(const Track &track)
{
    const QStringList artists =
        track.artists.isEmpty() ? QStringList{leadArtist(track.artist)} : track.artists;
    for (int place = 0; place < artists.size(); ++place) {
        const quint64 id = place == 0 ? track.artistId : artistId(artists[place]);
        m_summaries->addArtist(id, artists[place]);
        m_statements->run(u"INSERT OR IGNORE INTO track_artists VALUES (?, ?, ?)"_s,
                          {idValue(id), idValue(track.id), place});
    }
    const QStringList genres =
        track.genres.isEmpty() && !track.genre.isEmpty() ? QStringList{track.genre} : track.genres;
    for (int place = 0; place < genres.size(); ++place) {
        const quint64 id = genreId(genres[place]);
        m_summaries->addGenre(id, genres[place]);
        m_statements->run(u"INSERT OR IGNORE INTO track_genres VALUES (?, ?, ?)"_s,
                          {idValue(id), idValue(track.id), place});
    }
}

void CatalogueWriter::storeWords(const Track &track, IndexTexts &texts)
{
    m_statements->run(uR"(INSERT INTO search (rowid, title, album, album_artist, artist, composer, genre)
                          VALUES (?, ?, ?, ?, ?, ?, ?))"_s,
                      {idValue(track.id), textValue(indexText(track.title)), texts.of(track.album),
                       texts.of(track.albumArtist), texts.of(track.artist), texts.of(track.composer),
                       texts.of(track.genre)});
}

void CatalogueWriter::forgetCredits(quint64 id)
{
    m_summaries->touchCreditsOf(id);
    for (const QString &sql : {u"DELETE FROM track_artists WHERE track_id = ?"_s,
                               u"DELETE FROM track_genres WHERE track_id = ?"_s})
        m_statements->run(sql, {idValue(id)});
}

void CatalogueWriter::remove(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    Transaction transaction(m_statements->database());
    m_statements->run(u"INSERT OR IGNORE INTO unsettled VALUES (1)"_s);
    forget(paths);
    transaction.commit();
}

void CatalogueWriter::forget(const QStringList &paths)
{
    m_statements->run(u"DELETE FROM files WHERE path IN (SELECT value FROM json_each(?))"_s,
                      {Sync::textListValue(paths)});
}

void CatalogueWriter::settle(WallTime now)
{
    Transaction transaction(m_statements->database());
    const QSqlQuery &forgotten =
        m_statements->run(u"DELETE FROM missing WHERE since_ms < ?"_s, {milliseconds(now - missingKept)});
    if (forgotten.numRowsAffected() > 0)
        m_statements->run(u"DELETE FROM measured WHERE track_id NOT IN (SELECT id FROM tracks) "
                          "AND track_id NOT IN (SELECT id FROM missing)"_s);
    const QSqlQuery &unsettled = m_statements->run(u"DELETE FROM unsettled"_s);
    if (unsettled.numRowsAffected() > 0) {
        dropOrphans(now);
        settleAlbums();
        m_summaries->refresh();
    }
    transaction.commit();
}

void CatalogueWriter::dropOrphans(WallTime now)
{
    QSqlQuery &orphans = m_statements->run(
        u"SELECT id, album_id FROM tracks WHERE NOT EXISTS (SELECT 1 FROM files WHERE track_id = tracks.id)"_s);
    QList<quint64> gone;
    while (orphans.next()) {
        gone.append(idAt(orphans, 0));
        m_summaries->touchAlbum(idAt(orphans, 1));
    }
    for (const quint64 id : gone) {
        m_statements->run(uR"(INSERT OR REPLACE INTO missing
            SELECT id, title, artist, album, duration_ms, added_ms, ? FROM tracks WHERE id = ?)"_s,
                          {milliseconds(now), idValue(id)});
        forgetCredits(id);
        m_statements->run(u"DELETE FROM tracks WHERE id = ?"_s, {idValue(id)});
    }
    for (const quint64 id : gone)
        m_statements->run(u"DELETE FROM search WHERE rowid = ?"_s, {idValue(id)});
}

void CatalogueWriter::settleAlbums()
{
    struct Group {
        QString folder;
        QString key;
        quint64 wanted;
    };
    QList<Group> misplaced;
    QSqlQuery &groups = m_statements->run(uR"(
        SELECT t.folder, t.album_key, MIN(t.album), COUNT(DISTINCT t.artist_id), MIN(a.name),
               MIN(t.album_id), MAX(t.album_id)
        FROM tracks t JOIN artists a ON a.id = t.artist_id
        WHERE t.album_artist = '' AND t.album_key <> '' GROUP BY t.folder, t.album_key)"_s);
    while (groups.next()) {
        const QString artist = groups.value(3).toInt() > 1 ? variousArtists() : groups.value(4).toString();
        const quint64 wanted = albumId(artist, groups.value(2).toString());
        if (idAt(groups, 5) != wanted || idAt(groups, 6) != wanted)
            misplaced.append({groups.value(0).toString(), groups.value(1).toString(), wanted});
    }
    for (const auto &[folder, key, wanted] : misplaced)
        settleAlbum(folder, key, wanted);
}

void CatalogueWriter::settleAlbum(const QString &folder, const QString &albumKey, quint64 id)
{
    const auto theirs = u" FROM tracks WHERE folder = ? AND album_key = ? AND album_artist = ''"_s;
    QSqlQuery &before = m_statements->run(u"SELECT id, album_id"_s + theirs, {folder, albumKey});
    QList<quint64> tracks;
    while (before.next()) {
        tracks.append(idAt(before, 0));
        m_summaries->touchAlbum(idAt(before, 1));
    }
    for (const quint64 track : tracks)
        m_summaries->touchCreditsOf(track);
    m_statements->run(
        u"UPDATE tracks SET album_id = ? WHERE folder = ? AND album_key = ? AND album_artist = ''"_s,
        {idValue(id), folder, albumKey});
    m_summaries->touchAlbum(id);
}

QHash<QString, qint64> CatalogueWriter::devices() const
{
    QHash<QString, qint64> devices;
    QSqlQuery &query = m_statements->run(u"SELECT root, device FROM devices"_s);
    while (query.next())
        devices.insert(query.value(0).toString(), query.value(1).toLongLong());
    return devices;
}

void CatalogueWriter::rememberDevices(const QHash<QString, qint64> &devices)
{
    if (devices == this->devices())
        return;
    Transaction transaction(m_statements->database());
    m_statements->run(u"DELETE FROM devices"_s);
    for (auto it = devices.cbegin(); it != devices.cend(); ++it)
        m_statements->run(u"INSERT INTO devices VALUES (?, ?)"_s, {it.key(), it.value()});
    transaction.commit();
}

} // namespace Library
