// SPDX-License-Identifier: Apache-2.0
#include "app/library/summaries.h"

#include "app/library/ids.h"
#include "app/library/names.h"
#include "app/library/searchtext.h"

using namespace Qt::StringLiterals;

namespace Library {

using Sync::idAt;
using Sync::idValue;
using Sync::textValue;

void Summaries::touchCreditsOf(quint64 trackId)
{
    QSqlQuery &artists =
        m_statements.run(u"SELECT artist_id FROM track_artists WHERE track_id = ?"_s, {idValue(trackId)});
    while (artists.next())
        touchArtist(idAt(artists, 0));
    QSqlQuery &genres =
        m_statements.run(u"SELECT genre_id FROM track_genres WHERE track_id = ?"_s, {idValue(trackId)});
    while (genres.next())
        touchGenre(idAt(genres, 0));
}

void Summaries::addArtist(quint64 id, const QString &name)
{
    touchArtist(id);
    if (m_known.contains(id))
        return;
    m_known.insert(id);
    const QSqlQuery &added = m_statements.run(
        u"INSERT OR IGNORE INTO artists (id, name, sort_key, name_key) VALUES (?, ?, ?, ?)"_s,
        {idValue(id), textValue(name), sortKey(name), textValue(searchKey(name))});
    if (added.numRowsAffected() > 0)
        m_artistWords.insert(id, name);
}

void Summaries::addGenre(quint64 id, const QString &name)
{
    touchGenre(id);
    if (m_known.contains(id))
        return;
    m_known.insert(id);
    m_statements.run(u"INSERT OR IGNORE INTO genres (id, name, sort_key) VALUES (?, ?, ?)"_s,
                     {idValue(id), textValue(name), sortKey(name)});
}

void Summaries::refresh()
{
    for (const quint64 id : std::as_const(m_albums))
        refreshAlbum(id);
    for (const quint64 id : std::as_const(m_artists))
        refreshArtist(id);
    for (const quint64 id : std::as_const(m_genres))
        refreshGenre(id);
    writeWords();
    m_albums.clear();
    m_artists.clear();
    m_genres.clear();
}

void Summaries::refreshAlbum(quint64 id)
{
    QSqlQuery &before = m_statements.run(u"SELECT artist_id FROM albums WHERE id = ?"_s, {idValue(id)});
    if (before.next())
        touchArtist(idAt(before, 0));
    before.finish();
    QSqlQuery &sum = m_statements.run(uR"(
        SELECT COUNT(*), MIN(t.album), MAX(t.album_artist), COUNT(DISTINCT t.artist_id), MIN(a.name),
               MAX(t.year), SUM(t.duration_ms)
        FROM tracks t JOIN artists a ON a.id = t.artist_id WHERE t.album_id = ?)"_s,
                                      {idValue(id)});
    if (sum.next() && sum.value(0).toInt() > 0) {
        writeAlbum(id, sum);
    } else {
        m_statements.run(u"DELETE FROM albums WHERE id = ?"_s, {idValue(id)});
        m_albumWords.insert(id, std::nullopt);
    }
    sum.finish();
}

void Summaries::writeAlbum(quint64 id, const QSqlQuery &sum)
{
    const QString title = sum.value(1).toString();
    const QString tagged = sum.value(2).toString();
    const bool several = sum.value(3).toInt() > 1;
    const QString artist = !tagged.isEmpty() ? tagged : several ? variousArtists() : sum.value(4).toString();
    const int year = sum.value(5).toInt();
    const QString order =
        u"%1\u001f%2\u001f%3"_s.arg(sortKey(artist)).arg(year, 4, 10, QChar(u'0')).arg(sortKey(title));
    addArtist(artistId(artist), artist);
    QSqlQuery &same = m_statements.run(u"SELECT 1 FROM albums WHERE id = ? AND title = ? AND artist = ?"_s,
                                       {idValue(id), textValue(title), textValue(artist)});
    const bool isKnown = same.next();
    same.finish();
    if (!isKnown)
        m_albumWords.insert(id, AlbumWords{title, artist});
    m_statements.run(uR"(INSERT INTO albums
        (id, title, artist, artist_id, year, track_count, duration_ms, sort_key, title_key, track_ids)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT group_concat(id) FROM (
            SELECT id FROM tracks WHERE album_id = ? ORDER BY disc_number, track_number, title)))
        ON CONFLICT (id) DO UPDATE SET
        (title, artist, artist_id, year, track_count, duration_ms, sort_key, title_key, track_ids)
        = (excluded.title, excluded.artist, excluded.artist_id, excluded.year, excluded.track_count,
           excluded.duration_ms, excluded.sort_key, excluded.title_key, excluded.track_ids))"_s,
                     {idValue(id), textValue(title), textValue(artist), idValue(artistId(artist)), year,
                      sum.value(0).toInt(), sum.value(6).toLongLong(), order, textValue(searchKey(title)),
                      idValue(id)});
}

/// FTS5 gathers words until a statement comes that may have to be taken back; so these come last, together.
void Summaries::writeWords()
{
    for (auto it = m_albumWords.cbegin(); it != m_albumWords.cend(); ++it) {
        m_statements.run(u"DELETE FROM album_search WHERE rowid = ?"_s, {idValue(it.key())});
        if (*it)
            m_statements.run(
                u"INSERT INTO album_search (rowid, title, artist) VALUES (?, ?, ?)"_s,
                {idValue(it.key()), textValue(indexText((*it)->title)), textValue(indexText((*it)->artist))});
    }
    for (auto it = m_artistWords.cbegin(); it != m_artistWords.cend(); ++it) {
        m_statements.run(u"DELETE FROM artist_search WHERE rowid = ?"_s, {idValue(it.key())});
        if (*it)
            m_statements.run(u"INSERT INTO artist_search (rowid, name) VALUES (?, ?)"_s,
                             {idValue(it.key()), textValue(indexText(**it))});
    }
    m_albumWords.clear();
    m_artistWords.clear();
}

void Summaries::refreshArtist(quint64 id)
{
    m_statements.run(uR"(UPDATE artists SET
        track_count = (SELECT COUNT(*) FROM (
            SELECT track_id FROM track_artists WHERE artist_id = ?
            UNION SELECT t.id FROM albums a JOIN tracks t ON t.album_id = a.id WHERE a.artist_id = ?)),
        album_count = (SELECT COUNT(*) FROM (
            SELECT id FROM albums WHERE artist_id = ?
            UNION SELECT t.album_id FROM track_artists r JOIN tracks t ON t.id = r.track_id
            WHERE r.artist_id = ?))
        WHERE id = ?)"_s,
                     {idValue(id), idValue(id), idValue(id), idValue(id), idValue(id)});
    const QSqlQuery &gone =
        m_statements.run(u"DELETE FROM artists WHERE id = ? AND track_count = 0"_s, {idValue(id)});
    if (gone.numRowsAffected() == 0)
        return;
    m_artistWords.insert(id, std::nullopt);
    m_known.remove(id);
}

void Summaries::refreshGenre(quint64 id)
{
    m_statements.run(uR"(UPDATE genres SET (track_count, album_count) = (
        SELECT COUNT(*), COUNT(DISTINCT t.album_id) FROM track_genres g JOIN tracks t ON t.id = g.track_id
        WHERE g.genre_id = ?) WHERE id = ?)"_s,
                     {idValue(id), idValue(id)});
    const QSqlQuery &gone =
        m_statements.run(u"DELETE FROM genres WHERE id = ? AND track_count = 0"_s, {idValue(id)});
    if (gone.numRowsAffected() > 0)
        m_known.remove(id);
}

} // namespace Library
