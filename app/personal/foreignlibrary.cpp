// SPDX-License-Identifier: Apache-2.0
#include "app/personal/foreignlibrary.h"

#include "app/library/reasons.h"
#include "app/personal/limits.h"
#include "app/personal/listfile.h"
#include "app/personal/ratings.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QUuid>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Personal {

namespace {

using Sync::DatabaseError;

bool isInWalUse(const QString &path)
{
    QFile file(path);
    constexpr qint64 writeVersion = 18; // in the header of an SQLite file; 2 is WAL
    return file.open(QIODevice::ReadOnly) && file.seek(writeVersion) && file.read(1) == "\x02";
}

/// The file itself, or a copy where merely reading it would leave files beside it or miss what lies in its
/// log.
class Aside
{
public:
    explicit Aside(const QString &path)
        : m_path(path)
    {
        if (!isInWalUse(path) && !QFile::exists(path + "-journal"_L1))
            return;
        m_path = m_directory.filePath(u"copy.db"_s);
        copy(path, m_path);
        for (const QString &suffix : {u"-wal"_s, u"-journal"_s})
            if (QFile::exists(path + suffix))
                copy(path + suffix, m_path + suffix);
    }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool isCopy() const { return m_path.startsWith(m_directory.path()); }

private:
    static void copy(const QString &from, const QString &to)
    {
        QFile file(from);
        if (!file.copy(to))
            throw DatabaseError(Library::Reasons::tr("The database %1 cannot be copied aside: %2.")
                                    .arg(from, file.errorString()));
    }

    QTemporaryDir m_directory;
    QString m_path;
};

/// The driver's name of a connection, free again afterwards.
class Connection
{
public:
    Connection() { QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name); }
    ~Connection() { QSqlDatabase::removeDatabase(m_name); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] QSqlDatabase handle() const { return QSqlDatabase::database(m_name, false); }

private:
    const QString m_name = QUuid::createUuid().toString(QUuid::WithoutBraces);
};

class Reader
{
public:
    explicit Reader(const QString &path)
        : m_shownPath(path)
        , m_aside(path)
    {
        QSqlDatabase database = m_connection.handle();
        database.setDatabaseName(m_aside.path());
        if (!m_aside.isCopy()) // a copy's log has to be taken in
            database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        if (!database.open())
            fail(database.lastError());
    }

    [[nodiscard]] QSqlQuery ask(const QString &sql) const
    {
        QSqlQuery query(m_connection.handle());
        query.setForwardOnly(true);
        if (!query.exec(sql))
            fail(query.lastError());
        return query;
    }
    [[nodiscard]] QSet<QString> columns(const QString &table) const
    {
        QSet<QString> columns;
        QSqlQuery query = ask(u"PRAGMA table_info(%1)"_s.arg(table));
        while (query.next())
            columns.insert(query.value(1).toString());
        return columns;
    }

private:
    [[noreturn]] void fail(const QSqlError &error) const
    {
        throw DatabaseError(Library::Reasons::tr("The database %1 cannot be read: %2.")
                                .arg(m_shownPath, error.databaseText()));
    }

    const QString m_shownPath;
    const Aside m_aside;
    const Connection m_connection;
};

/// The names that differ between the players and their versions.
struct Schema {
    QString player;
    QString songUrl;
    QString itemUrl;
    QString itemSong;
    bool hasRatings = false;
    bool hasSmartPlaylists = false;
};

Schema schemaOf(const Reader &reader, const QString &path)
{
    const QSet<QString> songs = reader.columns(u"songs"_s);
    const QSet<QString> items = reader.columns(u"playlist_items"_s);
    const auto either = [](const QSet<QString> &columns, const QString &one, const QString &other) {
        return columns.contains(one) ? one : columns.contains(other) ? other : QString();
    };
    const Schema schema{.player = songs.contains(u"filename"_s) ? u"clementine"_s : u"strawberry"_s,
                        .songUrl = either(songs, u"filename"_s, u"url"_s),
                        .itemUrl = either(items, u"filename"_s, u"url"_s),
                        .itemSong = either(items, u"library_id"_s, u"collection_id"_s),
                        .hasRatings = songs.contains(u"rating"_s),
                        .hasSmartPlaylists =
                            reader.columns(u"playlists"_s).contains(u"dynamic_playlist_type"_s)};
    if (schema.songUrl.isEmpty() || schema.itemUrl.isEmpty() || schema.itemSong.isEmpty()
        || !songs.contains(u"playcount"_s) || !songs.contains(u"lastplayed"_s))
        throw DatabaseError(
            Library::Reasons::tr("The database %1 is not one of Strawberry or Clementine.").arg(path));
    return schema;
}

/// Old versions kept plain paths.
QString pathFrom(const QString &url) { return url.startsWith(u'/') ? url : pathOfFileUrl(url); }

/// Both keep 0 to 1, and less than 0 for none.
int halfStarsFrom(double rating)
{
    return std::isfinite(rating) && rating > 0
        ? std::clamp(int(std::lround(std::min(rating, 1.0) * Ratings::most)), 1, Ratings::most)
        : 0;
}

QList<ForeignSong> songsIn(const Reader &reader, const Schema &schema)
{
    QList<ForeignSong> songs;
    const QString rating = schema.hasRatings ? u"rating"_s : u"-1"_s;
    QSqlQuery query =
        reader.ask(u"SELECT %1, playcount, lastplayed, %2 FROM songs WHERE playcount > 0 OR lastplayed > 0 "
                   "OR %2 > 0 ORDER BY ROWID"_s.arg(schema.songUrl, rating));
    while (query.next())
        songs.append({.path = pathFrom(query.value(0).toString()),
                      .playCount = std::max(query.value(1).toInt(), 0),
                      .lastPlayed = Moment(std::chrono::seconds(std::max(query.value(2).toLongLong(), 0LL))),
                      .halfStars = halfStarsFrom(query.value(3).toDouble())});
    return songs;
}

PlaylistItem itemFrom(const QSqlQuery &row)
{
    const std::chrono::nanoseconds length(std::max(row.value(4).toLongLong(), 0LL));
    return {.title = row.value(2).toString(),
            .artist = row.value(3).toString(),
            .duration = std::chrono::duration_cast<std::chrono::milliseconds>(length),
            .path = pathFrom(row.value(1).toString())};
}

/// In the order of their rows: that is the order of the list. What the collection says comes before what
/// the item remembers.
void readItems(QList<ForeignPlaylist> &playlists, const Reader &reader, const Schema &schema)
{
    QHash<QString, ForeignPlaylist *> byKey;
    for (ForeignPlaylist &playlist : playlists)
        byKey.insert(playlist.key, &playlist);
    QSqlQuery query = reader.ask(
        u"SELECT p.playlist, COALESCE(s.%1, p.%2), COALESCE(s.title, p.title), COALESCE(s.artist, p.artist), "
        "COALESCE(s.length, p.length) FROM playlist_items p LEFT JOIN songs s ON s.ROWID = p.%3 "
        "ORDER BY p.ROWID"_s.arg(schema.songUrl, schema.itemUrl, schema.itemSong));
    while (query.next()) {
        ForeignPlaylist *playlist = byKey.value(query.value(0).toString());
        if (!playlist || playlist->items.size() == Limits::playlistItems)
            continue;
        const PlaylistItem item = itemFrom(query);
        if (item.path.isEmpty())
            ++playlist->streams;
        else
            playlist->items.append(item);
    }
}

} // namespace

ForeignLibrary readForeignLibrary(const QString &path)
{
    if (!QFileInfo(path).isFile())
        throw DatabaseError(Library::Reasons::tr("There is no database %1.").arg(path));
    const Reader reader(path);
    const Schema schema = schemaOf(reader, path);
    ForeignLibrary library{.player = schema.player, .songs = songsIn(reader, schema)};
    QSqlQuery query = reader.ask(u"SELECT ROWID, name, %1 FROM playlists ORDER BY ROWID"_s.arg(
        schema.hasSmartPlaylists ? u"dynamic_playlist_type"_s : u"0"_s));
    while (query.next()) {
        if (query.value(2).toInt() > 0)
            ++library.smartPlaylists;
        else
            library.playlists.append({.key = query.value(0).toString(), .name = query.value(1).toString()});
    }
    readItems(library.playlists, reader, schema);
    return library;
}

} // namespace Personal
