// SPDX-License-Identifier: Apache-2.0
#include "app/library/cataloguewriter.h"

#include "app/library/catalogue.h"
#include "app/library/ids.h"
#include "app/library/names.h"
#include "app/library/statement.h"

using namespace Qt::StringLiterals;

namespace Library {

namespace {

/// QtSql binds a null QString as NULL, which no column here takes.
QVariant words(const QString &text) { return text.isNull() ? u""_s : text; }

QString albumKey(const Track &track)
{
    const bool isOnlyFolder = track.albumId == folderAlbumId(track.album);
    return isOnlyFolder ? QString() : normalised(track.album);
}

QVariantList trackRow(const Track &track)
{
    return {number(track.id),
            words(track.title),
            words(track.artist),
            number(track.artistId),
            words(track.album),
            number(track.albumId),
            words(albumKey(track)),
            words(track.albumArtist),
            words(track.genre),
            track.trackNumber,
            track.discNumber,
            track.year,
            qint64(track.duration.count()),
            words(albumFolder(track.path).path)};
}

} // namespace

CatalogueWriter::CatalogueWriter(const QString &path)
    : m_database(path, catalogueMigrations())
{
}

QHash<QString, FileStamp> CatalogueWriter::files() const
{
    QHash<QString, FileStamp> files;
    QSqlQuery query = run(m_database.handle(), u"SELECT path, size, mtime_ns FROM files"_s);
    while (query.next())
        files.insert(query.value(0).toString(), {query.value(1).toLongLong(), query.value(2).toLongLong()});
    return files;
}

void CatalogueWriter::store(const QList<ReadFile> &batch)
{
    const QSqlDatabase database = m_database.handle();
    Transaction transaction(database);
    storeTracks(batch);
    QSqlQuery addFile = prepared(
        database, u"INSERT OR REPLACE INTO files (path, size, mtime_ns, track_id) VALUES (?, ?, ?, ?)"_s);
    for (const auto &[track, stamp] : batch)
        run(addFile, {track.path, stamp.size, stamp.mtimeNs, number(track.id)});
    refreshAlbums();
    transaction.commit();
}

void CatalogueWriter::storeTracks(const QList<ReadFile> &batch)
{
    const QSqlDatabase database = m_database.handle();
    QSqlQuery known = prepared(database, u"SELECT album_id FROM tracks WHERE id = ?"_s);
    QSqlQuery add = prepared(
        database, u"INSERT OR REPLACE INTO tracks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    QSqlQuery addArtist = prepared(database, u"INSERT OR IGNORE INTO artists VALUES (?, ?, ?)"_s);
    QSqlQuery forgetWords = prepared(database, u"DELETE FROM search WHERE rowid = ?"_s);
    QSqlQuery addWords = prepared(
        database,
        u"INSERT INTO search (rowid, title, artist, album, album_artist, genre) VALUES (?, ?, ?, ?, ?, ?)"_s);
    for (const auto &[track, stamp] : batch) {
        run(known, {number(track.id)});
        if (known.next()) {
            m_touched.insert(idAt(known, 0));
            run(forgetWords, {number(track.id)});
        }
        run(add, trackRow(track));
        const QString lead = leadArtist(track.artist);
        run(addArtist, {number(track.artistId), words(lead), sortKey(lead)});
        run(addWords,
            {number(track.id), words(track.title), words(track.artist), words(track.album),
             words(track.albumArtist), words(track.genre)});
        m_touched.insert(track.albumId);
    }
}

void CatalogueWriter::remove(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    const QSqlDatabase database = m_database.handle();
    Transaction transaction(database);
    QSqlQuery forget = prepared(database, u"DELETE FROM files WHERE path = ?"_s);
    for (const QString &path : paths)
        run(forget, {path});
    transaction.commit();
}

void CatalogueWriter::settle()
{
    const QSqlDatabase database = m_database.handle();
    Transaction transaction(database);
    dropOrphans();

    struct Group {
        QString folder;
        QString key;
        quint64 wanted;
    };
    QList<Group> misplaced;
    QSqlQuery groups = run(database, uR"(
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
    groups.finish();
    for (const auto &[folder, key, wanted] : misplaced)
        settleAlbum(folder, key, wanted);
    refreshAlbums();
    run(database,
        u"DELETE FROM artists WHERE id NOT IN (SELECT artist_id FROM tracks) "
        "AND id NOT IN (SELECT artist_id FROM albums)"_s);
    transaction.commit();
}

void CatalogueWriter::dropOrphans()
{
    const QSqlDatabase database = m_database.handle();
    QSqlQuery orphans = run(
        database,
        u"SELECT id, album_id FROM tracks WHERE NOT EXISTS (SELECT 1 FROM files WHERE track_id = tracks.id)"_s);
    QList<quint64> gone;
    while (orphans.next()) {
        gone.append(idAt(orphans, 0));
        m_touched.insert(idAt(orphans, 1));
    }
    orphans.finish();
    QSqlQuery forget = prepared(database, u"DELETE FROM tracks WHERE id = ?"_s);
    QSqlQuery forgetWords = prepared(database, u"DELETE FROM search WHERE rowid = ?"_s);
    for (const quint64 id : gone) {
        run(forget, {number(id)});
        run(forgetWords, {number(id)});
    }
}

void CatalogueWriter::settleAlbum(const QString &folder, const QString &albumKey, quint64 id)
{
    const QSqlDatabase database = m_database.handle();
    const auto theirs = u" FROM tracks WHERE folder = ? AND album_key = ? AND album_artist = ''"_s;
    QSqlQuery before = run(database, u"SELECT DISTINCT album_id"_s + theirs, {folder, albumKey});
    while (before.next())
        m_touched.insert(idAt(before, 0));
    before.finish();
    run(database,
        u"UPDATE tracks SET album_id = ? WHERE folder = ? AND album_key = ? AND album_artist = ''"_s,
        {number(id), folder, albumKey});
    m_touched.insert(id);
}

void CatalogueWriter::refreshAlbums()
{
    const QSqlDatabase database = m_database.handle();
    QSqlQuery sum = prepared(database, uR"(
        SELECT COUNT(*), MIN(t.album), MAX(t.album_artist), COUNT(DISTINCT t.artist_id), MIN(a.name),
               MAX(t.year), SUM(t.duration_ms)
        FROM tracks t JOIN artists a ON a.id = t.artist_id WHERE t.album_id = ?)"_s);
    QSqlQuery forget = prepared(database, u"DELETE FROM albums WHERE id = ?"_s);
    QSqlQuery add = prepared(database, u"INSERT OR REPLACE INTO albums VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s);
    QSqlQuery addArtist = prepared(database, u"INSERT OR IGNORE INTO artists VALUES (?, ?, ?)"_s);
    for (const quint64 id : std::as_const(m_touched)) {
        run(sum, {number(id)});
        if (!sum.next() || sum.value(0).toInt() == 0) {
            run(forget, {number(id)});
            continue;
        }
        const QString title = sum.value(1).toString();
        const QString tagged = sum.value(2).toString();
        const bool several = sum.value(3).toInt() > 1;
        const QString artist = !tagged.isEmpty() ? tagged
            : several                            ? variousArtists()
                                                 : sum.value(4).toString();
        const int year = sum.value(5).toInt();
        const QString order =
            u"%1\u001f%2\u001f%3"_s.arg(sortKey(artist)).arg(year, 4, 10, QChar(u'0')).arg(sortKey(title));
        run(addArtist, {number(artistId(artist)), words(artist), sortKey(artist)});
        run(add,
            {number(id), title, words(artist), number(artistId(artist)), year, sum.value(0).toInt(),
             sum.value(6).toLongLong(), order});
    }
    m_touched.clear();
}

QHash<QString, qint64> CatalogueWriter::devices() const
{
    QHash<QString, qint64> devices;
    QSqlQuery query = run(m_database.handle(), u"SELECT root, device FROM devices"_s);
    while (query.next())
        devices.insert(query.value(0).toString(), query.value(1).toLongLong());
    return devices;
}

void CatalogueWriter::rememberDevices(const QHash<QString, qint64> &devices)
{
    const QSqlDatabase database = m_database.handle();
    Transaction transaction(database);
    run(database, u"DELETE FROM devices"_s);
    QSqlQuery add = prepared(database, u"INSERT INTO devices VALUES (?, ?)"_s);
    for (auto it = devices.cbegin(); it != devices.cend(); ++it)
        run(add, {it.key(), it.value()});
    transaction.commit();
}

} // namespace Library
