// SPDX-License-Identifier: Apache-2.0
#include "app/library/catalogue.h"

#include "app/library/logging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

// album_artist is what the tag says, often nothing. album_key is empty where the album is only a folder's
// name. devices remembers on which file system a root lay: an empty folder on another one is a mount point
// without its disk.
constexpr auto firstSchema = R"(
CREATE TABLE tracks (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    artist TEXT NOT NULL,
    artist_id INTEGER NOT NULL,
    album TEXT NOT NULL,
    album_id INTEGER NOT NULL,
    album_key TEXT NOT NULL,
    album_artist TEXT NOT NULL,
    genre TEXT NOT NULL,
    track_number INTEGER NOT NULL,
    disc_number INTEGER NOT NULL,
    year INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    folder TEXT NOT NULL
) STRICT;
CREATE INDEX tracks_by_album ON tracks (album_id, disc_number, track_number, title);
CREATE INDEX tracks_by_artist ON tracks (artist_id);
CREATE INDEX tracks_by_folder ON tracks (folder, album_key);
CREATE TABLE files (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    track_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX files_by_track ON files (track_id, size);
CREATE TABLE albums (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    artist TEXT NOT NULL,
    artist_id INTEGER NOT NULL,
    year INTEGER NOT NULL,
    track_count INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    sort_key TEXT NOT NULL
) STRICT;
CREATE INDEX albums_in_order ON albums (sort_key, id);
CREATE TABLE artists (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL
) STRICT;
CREATE INDEX artists_in_order ON artists (sort_key, id);
CREATE TABLE devices (root TEXT PRIMARY KEY, device INTEGER NOT NULL) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
    title, artist, album, album_artist, genre,
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '1 2 3'
);
)";

// What a scan tells of a file grew, so every file is read anew: its stamp no longer fits. Until then a track
// counts as added when its oldest file was last changed.
//
// missing is what no file holds any more. unsettled has a row while something was stored after the last
// settle(). title_key and name_key begin as what somebody types begins.
constexpr auto secondSchema = R"(
ALTER TABLE tracks ADD COLUMN added_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tracks ADD COLUMN composer TEXT NOT NULL DEFAULT '';
ALTER TABLE tracks ADD COLUMN date TEXT NOT NULL DEFAULT '';
ALTER TABLE tracks ADD COLUMN track_total INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tracks ADD COLUMN disc_total INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tracks ADD COLUMN is_compilation INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tracks ADD COLUMN track_gain REAL;
ALTER TABLE tracks ADD COLUMN track_peak REAL;
ALTER TABLE tracks ADD COLUMN album_gain REAL;
ALTER TABLE tracks ADD COLUMN album_peak REAL;
ALTER TABLE tracks ADD COLUMN title_key TEXT NOT NULL DEFAULT '';
ALTER TABLE albums ADD COLUMN title_key TEXT NOT NULL DEFAULT '';
ALTER TABLE artists ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
ALTER TABLE artists ADD COLUMN album_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE artists ADD COLUMN track_count INTEGER NOT NULL DEFAULT 0;
UPDATE tracks SET title_key = lower(title),
    added_ms = COALESCE((SELECT MIN(mtime_ns) FROM files WHERE track_id = tracks.id), 0) / 1000000;
UPDATE albums SET title_key = lower(title);
UPDATE artists SET name_key = lower(name);
UPDATE files SET mtime_ns = -1;
DROP INDEX tracks_by_artist;
CREATE INDEX tracks_by_title ON tracks (title_key);
CREATE INDEX tracks_by_time ON tracks (added_ms);
CREATE INDEX albums_by_title ON albums (title_key);
CREATE INDEX albums_by_artist ON albums (artist_id);
CREATE INDEX artists_by_name ON artists (name_key);
CREATE TABLE track_artists (
    artist_id INTEGER NOT NULL,
    track_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (artist_id, track_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX artists_of_track ON track_artists (track_id, place);
INSERT INTO track_artists SELECT artist_id, id, 0 FROM tracks;
CREATE TABLE track_genres (
    genre_id INTEGER NOT NULL,
    track_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (genre_id, track_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX genres_of_track ON track_genres (track_id, place);
CREATE TABLE genres (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    album_count INTEGER NOT NULL DEFAULT 0,
    track_count INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX genres_in_order ON genres (sort_key, id);
CREATE TABLE missing (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    artist TEXT NOT NULL,
    album TEXT NOT NULL,
    duration_ms INTEGER NOT NULL,
    added_ms INTEGER NOT NULL,
    since_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE unsettled (is_so INTEGER PRIMARY KEY) STRICT;
INSERT INTO unsettled VALUES (1);
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (
    title, album, album_artist, artist, composer, genre,
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'",
    prefix = '1 2'
);
CREATE VIRTUAL TABLE album_search USING fts5 (
    title, artist,
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'",
    prefix = '1 2'
);
CREATE VIRTUAL TABLE artist_search USING fts5 (
    name,
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'",
    prefix = '1 2'
);
INSERT INTO search (rowid, title, album, album_artist, artist, composer, genre)
    SELECT id, title, album, album_artist, artist, '', genre FROM tracks;
INSERT INTO album_search (rowid, title, artist) SELECT id, title, artist FROM albums;
INSERT INTO artist_search (rowid, name) SELECT id, name FROM artists;
UPDATE artists SET
    track_count = (SELECT COUNT(*) FROM track_artists WHERE artist_id = artists.id),
    album_count = (SELECT COUNT(*) FROM albums WHERE artist_id = artists.id);
)";

// track_ids is an album's tracks in their order, with commas between: the order of the whole library is read
// from a few thousand rows.
constexpr auto thirdSchema = R"(
ALTER TABLE albums ADD COLUMN track_ids TEXT NOT NULL DEFAULT '';
UPDATE albums SET track_ids = COALESCE((SELECT group_concat(id) FROM (
    SELECT id FROM tracks WHERE album_id = albums.id ORDER BY disc_number, track_number, title)), '');
)";

// A file can hold several tracks, one after the other.
constexpr auto fourthSchema = R"(
ALTER TABLE files RENAME TO single_files;
CREATE TABLE files (
    path TEXT NOT NULL,
    start_ms INTEGER NOT NULL,
    length_ms INTEGER NOT NULL,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    track_id INTEGER NOT NULL,
    PRIMARY KEY (path, start_ms)
) STRICT, WITHOUT ROWID;
INSERT INTO files SELECT path, 0, 0, size, mtime_ns, track_id FROM single_files;
DROP TABLE single_files;
CREATE INDEX files_by_track ON files (track_id, size);
)";

// What was found of a track's sound, which outlives its tags and its path: the id is a hash of the sound. A
// gain is NULL where there is none to be found. size and mtime_ns are those of a file that was not whole:
// another one is worth another try. album_tracks tells which tracks the album's values are of.
constexpr auto fifthSchema = R"(
CREATE TABLE measured (
    track_id INTEGER PRIMARY KEY,
    length_ms INTEGER NOT NULL,
    size INTEGER,
    mtime_ns INTEGER,
    track_gain REAL,
    track_peak REAL,
    album_gain REAL,
    album_peak REAL,
    album_tracks INTEGER NOT NULL DEFAULT 0
) STRICT;
)";

constexpr std::array migrations{
    Sync::Migration{1, firstSchema},  Sync::Migration{2, secondSchema}, Sync::Migration{3, thirdSchema},
    Sync::Migration{4, fourthSchema}, Sync::Migration{5, fifthSchema},
};
static_assert(std::ranges::adjacent_find(migrations, std::greater_equal{}, &Sync::Migration::version)
                  == migrations.end(),
              "versions only grow");

QString suspicion(const QString &path) { return path + ".suspect"_L1; }

/// Reading through a big file takes seconds, so that is only done for a reason. SQLite takes its log away
/// when the last connection closes: one that is still there tells of a crash or a power cut.
bool isSuspect(const QString &path)
{
    return QFileInfo(path).size() == 0 || QFileInfo::exists(path + "-wal"_L1)
        || QFileInfo::exists(suspicion(path));
}

void beginAnew(const QString &path)
{
    const QString aside = Sync::setAside(path);
    qCWarning(libraryLog).noquote() << "the catalogue" << path
                                    << "was damaged and is begun anew; the old one is" << aside;
}

} // namespace

std::span<const Sync::Migration> catalogueMigrations() { return migrations; }

void prepareCatalogue(const QString &path)
{
    QDir().mkpath(QFileInfo(path).path());
    const auto open = [&path] { const Sync::Database database(path, catalogueMigrations()); };
    if (QFileInfo::exists(path) && isSuspect(path) && !Sync::isSound(path))
        beginAnew(path);
    try {
        open();
    } catch (const Sync::DatabaseError &) {
        if (!QFileInfo::exists(path) || Sync::isSound(path))
            throw;
        beginAnew(path);
        open();
    }
    QFile::remove(suspicion(path));
}

void suspectCatalogue(const QString &path)
{
    if (!QFile(suspicion(path)).open(QIODevice::WriteOnly))
        qCWarning(libraryLog).noquote()
            << "it cannot be noted that the catalogue" << path << "may be damaged";
}

} // namespace Library
