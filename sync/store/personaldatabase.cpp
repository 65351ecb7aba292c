// SPDX-License-Identifier: Apache-2.0
#include "sync/store/personaldatabase.h"

#include "sync/limits.h"
#include "sync/store/rowschema.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sync::PersonalDatabase {

namespace {

// What a person makes of the music. A playlist's origin names the file it was taken from, empty for one made
// here. Its items remember what their tracks were called and where they lay, so that they are shown, and
// found again, without them. play_counts are kept, not derived: plays forget the oldest.
constexpr auto music = R"(
CREATE TABLE playlists (
    id INTEGER PRIMARY KEY,
    user TEXT NOT NULL,
    name TEXT NOT NULL,
    origin TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    item_count INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX playlists_by_user ON playlists (user, name);
CREATE TABLE playlist_items (
    playlist INTEGER NOT NULL REFERENCES playlists (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    user TEXT NOT NULL,
    track_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    artist TEXT NOT NULL,
    duration_ms INTEGER NOT NULL,
    path TEXT NOT NULL,
    PRIMARY KEY (playlist, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE favourites (
    user TEXT NOT NULL,
    track_id INTEGER NOT NULL,
    since_ms INTEGER NOT NULL,
    PRIMARY KEY (user, track_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE ratings (
    user TEXT NOT NULL,
    track_id INTEGER NOT NULL,
    half_stars INTEGER NOT NULL CHECK (half_stars BETWEEN 1 AND 10),
    PRIMARY KEY (user, track_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE plays (
    user TEXT NOT NULL,
    started_ms INTEGER NOT NULL,
    track_id INTEGER NOT NULL,
    played_ms INTEGER NOT NULL,
    completed INTEGER NOT NULL,
    PRIMARY KEY (user, started_ms, track_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE play_counts (
    user TEXT NOT NULL,
    track_id INTEGER NOT NULL,
    origin TEXT NOT NULL,
    count INTEGER NOT NULL,
    last_played_ms INTEGER NOT NULL,
    PRIMARY KEY (user, track_id, origin)
) STRICT, WITHOUT ROWID;
CREATE TABLE stations (
    user TEXT NOT NULL,
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (user, id)
) STRICT, WITHOUT ROWID
)";

// From here on a token has a number to be revoked by, and says what its device may do.
constexpr auto tokens = R"(
CREATE TABLE numbered_tokens (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hash TEXT NOT NULL UNIQUE,
    user TEXT NOT NULL,
    role TEXT NOT NULL,
    device TEXT NOT NULL,
    name TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    seen_ms INTEGER NOT NULL
) STRICT;
INSERT INTO numbered_tokens (hash, user, role, device, name, created_ms, seen_ms)
    SELECT hash, user, 'controller', '', name, created_ms, 0 FROM tokens;
DROP TABLE tokens;
ALTER TABLE numbered_tokens RENAME TO tokens
)";

// From here on users have names; whoever had anything before is one. A session that nobody uses can be told
// by used_ms.
constexpr auto users = R"(
CREATE TABLE users (
    user TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    created_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO users (user, name, created_ms)
    SELECT user, iif(user = '1', '', substr(user, 1, 40)), 0 FROM (SELECT '1' AS user
        UNION SELECT user FROM sessions UNION SELECT user FROM tokens UNION SELECT user FROM playlists
        UNION SELECT user FROM favourites UNION SELECT user FROM ratings UNION SELECT user FROM plays
        UNION SELECT user FROM play_counts UNION SELECT user FROM stations) WHERE user <> '';
ALTER TABLE sessions ADD COLUMN used_ms INTEGER NOT NULL DEFAULT 0
)";

constexpr Migration migrations[] = {
    {.version = 1,
     .sql = "CREATE TABLE sessions (user TEXT PRIMARY KEY, epoch TEXT NOT NULL, revision INTEGER NOT NULL,"
            " session TEXT NOT NULL) WITHOUT ROWID;\n"
            "CREATE TABLE tokens (hash TEXT PRIMARY KEY, user TEXT NOT NULL, name TEXT NOT NULL,"
            " created_ms INTEGER NOT NULL) WITHOUT ROWID"},
    {.version = 2, .sql = music},
    {.version = 3, .sql = "ALTER TABLE sessions ADD COLUMN queue TEXT NOT NULL DEFAULT ''"},
    {.version = 4, .sql = tokens},
    {.version = 5, .sql = users},
    {.version = 6, .sql = "ALTER TABLE tokens ADD COLUMN tv INTEGER NOT NULL DEFAULT 0"},
    {.version = 7, .sql = sharedRowsSchema},
};
static_assert(std::ranges::adjacent_find(migrations, std::greater_equal{}, &Migration::version)
                  == std::ranges::end(migrations),
              "versions only grow");

QString path(const QString &directory) { return directory + "/personal.sqlite"_L1; }

// Newest first: the date in the name sorts.
QStringList backups(const QString &directory)
{
    const QDir folder(directory + "/backups"_L1);
    QStringList paths;
    for (const QString &name :
         folder.entryList({u"personal-*.sqlite"_s}, QDir::Files, QDir::Name | QDir::Reversed))
        paths.append(folder.filePath(name));
    return paths;
}

} // namespace

std::unique_ptr<Database> open(const QString &directory)
{
    return std::make_unique<Database>(path(directory), migrations);
}

QString repair(const QString &directory)
{
    if (!QFile::exists(path(directory)) || isSound(path(directory)))
        return {};
    const QString aside = setAside(path(directory));
    if (QFile::exists(path(directory)))
        throw DatabaseError(u"The database %1 is damaged and cannot be renamed. Move it away by hand."_s.arg(
            path(directory)));
    for (const QString &backup : backups(directory))
        if (isSound(backup) && QFile::copy(backup, path(directory)))
            return u"The database %1 was damaged. It is kept as %2; the backup %3 is used in its place."_s
                .arg(path(directory), aside, backup);
    return u"The database %1 was damaged and there is no backup yet. It is kept as %2; a new one is begun."_s
        .arg(path(directory), aside);
}

bool backUp(const Database &database, const QString &directory, QDate today)
{
    const QString target = u"%1/backups/personal-%2.sqlite"_s.arg(directory, today.toString(Qt::ISODate));
    if (QFile::exists(target))
        return true;
    // Under another name first, so that a crash leaves no half backup behind under a good one.
    const QString partial = target + ".part"_L1;
    QFile::remove(partial);
    if (!QDir().mkpath(directory + "/backups"_L1) || !database.copyTo(partial)
        || !QFile::rename(partial, target))
        return false;
    const QStringList all = backups(directory);
    for (qsizetype i = Limits::backupsKept; i < all.size(); ++i)
        QFile::remove(all.at(i));
    return true;
}

} // namespace Sync::PersonalDatabase
