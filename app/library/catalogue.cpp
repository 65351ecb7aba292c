// SPDX-License-Identifier: Apache-2.0
#include "app/library/catalogue.h"

#include "app/library/logging.h"

#include <QDir>
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

constexpr std::array migrations{
    Sync::Migration{1, firstSchema},
};
static_assert(std::ranges::adjacent_find(migrations, std::greater_equal{}, &Sync::Migration::version)
                  == migrations.end(),
              "versions only grow");

} // namespace

std::span<const Sync::Migration> catalogueMigrations() { return migrations; }

void prepareCatalogue(const QString &path)
{
    QDir().mkpath(QFileInfo(path).path());
    if (QFileInfo::exists(path) && !Sync::isSound(path)) {
        const QString aside = Sync::setAside(path);
        qCWarning(libraryLog).noquote()
            << "the catalogue" << path << "was damaged and is begun anew; the old one is" << aside;
    }
    const Sync::Database database(path, catalogueMigrations());
}

} // namespace Library
