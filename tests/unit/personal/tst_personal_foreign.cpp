// SPDX-License-Identifier: Apache-2.0
#include "app/library/catalogue.h"
#include "app/library/cataloguewriter.h"
#include "app/library/ids.h"
#include "app/personal/foreignimport.h"
#include "app/personal/history.h"
#include "app/personal/playlists.h"
#include "app/personal/ratings.h"
#include "app/personal/trackfinder.h"
#include "tests/unit/library/music.h"

#include <QDir>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Personal;
using namespace std::chrono_literals;

namespace {

/// What Strawberry makes, as far as it is looked at.
const QStringList strawberry{
    "CREATE TABLE schema_version (version INTEGER NOT NULL)",
    "INSERT INTO schema_version (version) VALUES (20)",
    "CREATE TABLE songs (title TEXT, album TEXT, artist TEXT, length INTEGER NOT NULL DEFAULT 0, "
    "url TEXT NOT NULL, playcount INTEGER NOT NULL DEFAULT 0, lastplayed INTEGER NOT NULL DEFAULT -1, "
    "rating INTEGER DEFAULT -1)",
    "CREATE TABLE playlists (name TEXT NOT NULL, last_played INTEGER NOT NULL DEFAULT -1, "
    "ui_order INTEGER NOT NULL DEFAULT 0, special_type TEXT, ui_path TEXT, is_favorite INTEGER NOT NULL "
    "DEFAULT 0, "
    "dynamic_playlist_type INTEGER, dynamic_playlist_backend TEXT, dynamic_playlist_data BLOB)",
    "CREATE TABLE playlist_items (playlist INTEGER NOT NULL, type INTEGER NOT NULL DEFAULT 0, "
    "collection_id INTEGER, playlist_url TEXT, title TEXT, album TEXT, artist TEXT, length INTEGER, "
    "url TEXT NOT NULL, rating INTEGER DEFAULT -1)",
    "INSERT INTO songs VALUES ('Moon', 'X', 'Ana', 180000000000, 'file:///m/a%20b.ogg', 12, 1600000000, 0.9)",
    "INSERT INTO songs VALUES ('Sun', 'X', 'Ben', 180000000000, 'file:///m/%C3%BC.ogg', 0, -1, 0.5)",
    "INSERT INTO songs VALUES ('Rain', 'X', 'Ben', 180000000000, 'file:///m/c.ogg', 3, 1500000000, -1)",
    "INSERT INTO songs VALUES ('Gone', 'X', 'Zoe', 60000000000, 'file:///m/gone.ogg', 7, 1500000000, 1)",
    "INSERT INTO songs VALUES ('Never', 'X', 'Zoe', 60000000000, 'file:///m/never.ogg', 0, -1, -1)",
    "INSERT INTO playlists (name) VALUES ('Sunday')",
    "INSERT INTO playlists (name) VALUES ('Radio')",
    "INSERT INTO playlists (name, dynamic_playlist_type) VALUES ('Ever new', 1)",
    "INSERT INTO playlists (name) VALUES ('')",
    "INSERT INTO playlist_items (playlist, type, collection_id, url) VALUES (1, 2, 3, '')",
    "INSERT INTO playlist_items (playlist, type, collection_id, url) VALUES (1, 2, 1, '')",
    "INSERT INTO playlist_items (playlist, type, collection_id, title, artist, length, url) "
    "VALUES (1, 1, NULL, 'Lost', 'Zoe', 61000000000, 'file:///m/lost.ogg')",
    "INSERT INTO playlist_items (playlist, type, collection_id, url) VALUES (1, 2, 1, '')",
    "INSERT INTO playlist_items (playlist, type, collection_id, url) VALUES (1, 4, NULL, "
    "'http://r.example/')",
    "INSERT INTO playlist_items (playlist, type, collection_id, url) VALUES (2, 4, NULL, "
    "'http://r.example/')",
    "INSERT INTO playlist_items (playlist, type, collection_id, url) VALUES (3, 2, 1, '')",
    "INSERT INTO playlist_items (playlist, type, collection_id, url) VALUES (4, 1, NULL, 'file:///m/c.ogg')",
};

const QStringList clementine{
    "CREATE TABLE songs (title TEXT, artist TEXT, length INTEGER, filename TEXT NOT NULL, "
    "playcount INTEGER NOT NULL DEFAULT 0, lastplayed INTEGER, rating INTEGER)",
    "CREATE TABLE playlists (name TEXT NOT NULL, last_played INTEGER NOT NULL DEFAULT -1)",
    "CREATE TABLE playlist_items (playlist INTEGER NOT NULL, type TEXT NOT NULL, library_id INTEGER, url "
    "TEXT, "
    "title TEXT, artist TEXT, length INTEGER, filename TEXT)",
    "INSERT INTO songs VALUES ('Moon', 'Ana', 180000000000, 'file:///m/a%20b.ogg', 2, 1600000000, 0.6)",
    "INSERT INTO songs VALUES ('Sun', 'Ben', 180000000000, '/m/ü.ogg', 1, NULL, NULL)",
    "INSERT INTO playlists (name) VALUES ('Old')",
    "INSERT INTO playlist_items (playlist, type, library_id) VALUES (1, 'Library', 2)",
    "INSERT INTO playlist_items (playlist, type, filename) VALUES (1, 'File', 'file:///m/a%20b.ogg')",
    "INSERT INTO playlist_items (playlist, type, url) VALUES (1, 'Stream', 'http://r.example/')",
};

} // namespace

class tst_PersonalForeign : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    const Moment m_now{1'700'000'000'000ms};

    QString foreign() const { return m_dir->filePath("foreign/player.db"); }

    /// Leaves the connection "player" open where it is to stay in use.
    void makeForeign(const QStringList &statements, bool staysOpen = false) const
    {
        QDir().mkpath(m_dir->filePath("foreign"));
        {
            QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", "player");
            database.setDatabaseName(foreign());
            QVERIFY(database.open());
            for (const QString &statement : statements) {
                QSqlQuery query(database);
                QVERIFY2(query.exec(statement), qPrintable(statement + query.lastError().text()));
            }
        }
        if (!staysOpen)
            QSqlDatabase::removeDatabase("player");
    }
    ImportReport import() const
    {
        const TrackFinder finder(m_dir->filePath("catalogue.sqlite"));
        Playlists playlists(m_dir->path(), "1");
        Ratings ratings(m_dir->path(), "1");
        History history(m_dir->path(), "1");
        return importForeign(readForeignLibrary(foreign()), finder, playlists, ratings, history, m_now);
    }
    /// "Name: 3 1 0"
    QStringList playlists() const
    {
        const Playlists playlists(m_dir->path(), "1");
        QStringList lines;
        for (const Playlist &playlist : playlists.all()) {
            QString line = playlist.name + ":";
            for (const PlaylistItem &item : playlists.items(playlist.id))
                line += QString(" %1").arg(item.trackId);
            lines += line;
        }
        return lines;
    }
    static QStringList lines(const QList<Library::Problem> &problems)
    {
        QStringList lines;
        for (const auto &[path, reason] : problems)
            lines += path + ": " + reason;
        return lines;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        const QString catalogue = m_dir->filePath("catalogue.sqlite");
        Library::prepareCatalogue(catalogue);
        Library::CatalogueWriter writer(catalogue);
        const auto file = [](quint64 id, const QString &path, const QString &title, const QString &artist) {
            return Library::ReadFile{{.id = id,
                                      .path = path,
                                      .title = title,
                                      .artist = artist,
                                      .album = "X",
                                      .duration = 3min,
                                      .albumId = Library::albumId(artist, "X"),
                                      .artistId = Library::artistId(artist)},
                                     {.size = 1, .mtimeNs = 1}};
        };
        writer.store({file(1, "/m/a b.ogg", "Moon", "Ana"), file(2, "/m/ü.ogg", "Sun", "Ben"),
                      file(3, "/m/c.ogg", "Rain", "Ben")});
        writer.settle();
    }

    void strawberrysIsTakenOver()
    {
        makeForeign(strawberry);
        const QByteArray before = Music::bytesOf(foreign());
        const ImportReport report = import();
        QCOMPARE(playlists(), (QStringList{"Playlist 4: 3", "Sunday: 3 1 0 1"}));
        QCOMPARE(report.playlists, 2);
        QCOMPARE(report.items, 5);
        QCOMPARE(report.itemsMissing, 1);
        QCOMPARE(report.ratings, 2);
        QCOMPARE(report.counts, 3);
        QCOMPARE(lines(report.notTaken),
                 (QStringList{
                     "/m/gone.ogg: This file is not in the library.",
                     "Sunday: 1 streams in it were left out.", "Radio: There is no file in this playlist.",
                     "strawberry: 1 smart playlists were left out: their rules cannot be taken over."}));

        const Ratings ratings(m_dir->path(), "1");
        QCOMPARE(ratings.all(), (QHash<Sync::TrackId, int>{{1, 9}, {2, 5}}));
        const History history(m_dir->path(), "1");
        QCOMPARE(history.count(1), (PlayCount{1, 12, Moment(1'600'000'000s)}));
        QCOMPARE(history.mostPlayed(9).size(), 2);

        const Playlists taken(m_dir->path(), "1");
        QCOMPARE(taken.items(taken.all().last().id).at(2),
                 (PlaylistItem{.title = "Lost", .artist = "Zoe", .duration = 61s, .path = "/m/lost.ogg"}));
        QCOMPARE(Music::bytesOf(foreign()), before);
        QCOMPARE(QDir(m_dir->filePath("foreign")).entryList(QDir::Files), QStringList("player.db"));
    }

    void clementinesIsTakenOver()
    {
        makeForeign(clementine);
        const ImportReport report = import();
        QCOMPARE(playlists(), QStringList("Old: 2 1"));
        QCOMPARE(report.ratings, 1);
        QCOMPARE(Ratings(m_dir->path(), "1").rating(1), 6);
        QCOMPARE(History(m_dir->path(), "1").count(2), (PlayCount{2, 1, Moment()}));
    }

    void twiceIsOnce()
    {
        makeForeign(strawberry);
        const ImportReport first = import();
        const QStringList lists = playlists();
        const auto counts = History(m_dir->path(), "1").counts();
        const ImportReport second = import();
        QCOMPARE(playlists(), lists);
        QCOMPARE(History(m_dir->path(), "1").counts(), counts);
        QCOMPARE(second.playlists, 0);
        QCOMPARE(second.playlistsKnown, first.playlists);
        QCOMPARE(second.ratings, 0);
        QCOMPARE(second.ratingsKept, first.ratings);
        QCOMPARE(second.counts, 0);
    }

    void whatWasMadeHereStays()
    {
        makeForeign(strawberry);
        Ratings(m_dir->path(), "1").set(1, 2);
        History(m_dir->path(), "1").add({.trackId = 1, .started = m_now, .completed = true});
        (void)import();
        Playlists playlists(m_dir->path(), "1");
        const quint64 sunday = playlists.all().last().id;
        playlists.take(sunday, {0, 1, 2}, m_now);
        playlists.rename(sunday, "Monday", m_now);
        QCOMPARE(import().playlists, 0);
        QCOMPARE(Ratings(m_dir->path(), "1").rating(1), 2);
        QCOMPARE(History(m_dir->path(), "1").count(1), (PlayCount{1, 13, m_now}));
        QCOMPARE(this->playlists().first(), "Monday: 1");
    }

    /// The last statements are in the log only, and nothing is left beside the file.
    void whileThePlayerIsRunning()
    {
        makeForeign(QStringList("PRAGMA journal_mode = WAL") + strawberry, true);
        QVERIFY(QFileInfo(foreign() + "-wal").size() > 0);
        const QStringList files = QDir(m_dir->filePath("foreign")).entryList(QDir::Files);
        QCOMPARE(import().playlists, 2);
        QCOMPARE(QDir(m_dir->filePath("foreign")).entryList(QDir::Files), files);
        QSqlDatabase::removeDatabase("player");
    }

    void othersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        QTest::addRow("text") << QByteArray("no database\n").repeated(500) << "cannot be read";
        QTest::addRow("empty") << QByteArray() << "is not one of Strawberry or Clementine";
    }
    void othersAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, reason);
        QVERIFY(Music::write(foreign(), bytes));
        QString said;
        try {
            (void)readForeignLibrary(foreign());
        } catch (const Sync::DatabaseError &error) {
            said = error.what();
        }
        QVERIFY2(said.contains(reason), qPrintable(said));
        QCOMPARE(Music::bytesOf(foreign()), bytes);
        QVERIFY_EXCEPTION_THROWN((void)readForeignLibrary(m_dir->filePath("nowhere.db")),
                                 Sync::DatabaseError);
        QVERIFY(!QFile::exists(m_dir->filePath("nowhere.db")));
    }
};

QTEST_GUILESS_MAIN(tst_PersonalForeign)
#include "tst_personal_foreign.moc"
