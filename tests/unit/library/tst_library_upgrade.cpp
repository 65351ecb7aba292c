// SPDX-License-Identifier: Apache-2.0
#include "app/library/catalogue.h"
#include "app/library/cataloguereader.h"
#include "app/library/ids.h"
#include "app/library/measurements.h"
#include "tests/unit/library/music.h"
#include "tests/unit/library/shelf.h"

#include <QDir>
#include <QSqlQuery>
#include <QTest>

using namespace Library;
using namespace std::chrono_literals;

class tst_LibraryUpgrade : public QObject
{
    Q_OBJECT

    std::unique_ptr<Shelf> m_shelf;

    QString path() const { return m_shelf->path(); }
    void fill(const QList<ReadFile> &files) const { m_shelf->fill(files); }

private Q_SLOTS:
    void init() { m_shelf = std::make_unique<Shelf>(); }

    void newerFilesAreLeftAlone()
    {
        fill({Shelf::file(1, "Ana | X | 1 | a")});
        {
            const Sync::Database database(path(), catalogueMigrations());
            QVERIFY(QSqlQuery(database.handle()).exec("PRAGMA user_version = 1000"));
        }
        const QByteArray before = Music::bytesOf(path());
        QVERIFY_EXCEPTION_THROWN(prepareCatalogue(path()), Sync::DatabaseError);
        QVERIFY_EXCEPTION_THROWN(CatalogueReader{path()}, Sync::DatabaseError);
        QCOMPARE(Music::bytesOf(path()), before);
        QCOMPARE(QDir(m_shelf->dir().path()).entryList({"*damaged*"}), QStringList{});
    }

    void olderFilesAreBroughtUpToDate()
    {
        const QString old = m_shelf->dir().filePath("old/catalogue.db");
        QDir().mkpath(m_shelf->dir().filePath("old"));
        {
            const Sync::Database empty(old, {});
        }
        prepareCatalogue(old);
        const Sync::Database database(old, catalogueMigrations());
        QSqlQuery version("PRAGMA user_version", database.handle());
        QVERIFY(version.next());
        QCOMPARE(version.value(0).toInt(), catalogueMigrations().back().version);
        QVERIFY(CatalogueReader(old).tracks().isEmpty());
    }

    /// A catalogue as the first schema left it.
    QString old() const
    {
        const QString old = m_shelf->dir().filePath("old.db");
        const Sync::Database database(old, catalogueMigrations().first(1));
        QSqlQuery query(database.handle());
        const auto row = [&](const QString &sql) {
            if (!query.exec(sql))
                qFatal("%s", qPrintable(sql));
        };
        row(QString("INSERT INTO tracks VALUES (1, 'Jóga', 'Björk', %1, 'Homogenic', %2, 'homogenic', '', "
                    "'', 1, 0, "
                    "1997, 1000, '/m/h')")
                .arg(artistId("Björk"))
                .arg(albumId("Björk", "Homogenic")));
        row("INSERT INTO files VALUES ('/m/h/1.ogg', 10, 5000000000, 1), ('/m/copy.ogg', 10, 3000000000, 1)");
        row(QString("INSERT INTO albums VALUES (%2, 'Homogenic', 'Björk', %1, 1997, 1, 1000, 'bjork')")
                .arg(artistId("Björk"))
                .arg(albumId("Björk", "Homogenic")));
        row(QString("INSERT INTO artists VALUES (%1, 'Björk', 'bjork')").arg(artistId("Björk")));
        row("INSERT INTO search (rowid, title, artist, album, album_artist, genre) "
            "VALUES (1, 'Jóga', 'Björk', 'Homogenic', '', '')");
        return old;
    }

    void theFirstSchemaIsBroughtUpToDate()
    {
        const QString path = old();
        prepareCatalogue(path);
        const CatalogueReader reader(path);
        QCOMPARE(Shelf::titles(reader.tracks()), QStringList{"Jóga"});
        QCOMPARE(Shelf::titles(reader.tracks({.text = "Homo"})), QStringList{"Jóga"});
        QCOMPARE(Shelf::titles(reader.search("jó").tracks), QStringList{"Jóga"});
        QCOMPARE(Shelf::lines(reader.albums({.artistId = artistId("Björk")})),
                 QStringList{"Björk / Homogenic (1)"});
        QCOMPARE(reader.artists(),
                 QList<Artist>{
                     (Artist{.id = artistId("Björk"), .name = "Björk", .albumCount = 1, .trackCount = 1})});
        QCOMPARE(reader.track(1)->added, WallTime(3s));
    }

    void theSecondSchemaIsBroughtUpToDate()
    {
        const QString path = m_shelf->dir().filePath("second.db");
        {
            const Sync::Database database(path, catalogueMigrations().first(2));
            QSqlQuery query(database.handle());
            for (const QString row : {"INSERT INTO albums (id, title, artist, artist_id, year, track_count, "
                                      "duration_ms, sort_key) "
                                      "VALUES (7, 'Later', 'Ben', 1, 2000, 2, 2000, 'ben'), (8, 'None', "
                                      "'Cas', 1, 2000, 0, 0, 'c'), "
                                      "(9, 'Early', 'Ana', 1, 2000, 1, 1000, 'ana')",
                                      "INSERT INTO tracks (id, title, artist, artist_id, album, album_id, "
                                      "album_key, album_artist, "
                                      "genre, track_number, disc_number, year, duration_ms, folder) VALUES "
                                      "(1, 'b', '', 1, 'Later', 7, '', '', '', 2, 0, 2000, 1000, '/m'), "
                                      "(2, 'a', '', 1, 'Later', 7, '', '', '', 1, 0, 2000, 1000, '/m'), "
                                      "(3, 'c', '', 1, 'Early', 9, '', '', '', 1, 0, 2000, 1000, '/m')"})
                QVERIFY2(query.exec(row), qPrintable(row));
        }
        prepareCatalogue(path);
        QCOMPARE(CatalogueReader(path).trackIds(), (QList<Sync::TrackId>{3, 2, 1}));
    }

    void theThirdSchemaIsBroughtUpToDate()
    {
        const QString path = m_shelf->dir().filePath("third.db");
        {
            const Sync::Database database(path, catalogueMigrations().first(3));
            QSqlQuery query(database.handle());
            QVERIFY(query.exec("INSERT INTO files VALUES ('/m/a.ogg', 10, 5, 7), ('/m/b.ogg', 20, 6, 7)"));
        }
        prepareCatalogue(path);
        QCOMPARE(CatalogueReader(path).tracksAt("/m/b.ogg"), QList<Sync::TrackId>{7});
        QCOMPARE(CatalogueWriter(path).files(),
                 (QHash<QString, FileStamp>{{"/m/a.ogg", {10, 5}}, {"/m/b.ogg", {20, 6}}}));
    }

    void theFourthSchemaIsBroughtUpToDate()
    {
        const QString path = m_shelf->dir().filePath("fourth.db");
        {
            const Sync::Database database(path, catalogueMigrations().first(4));
            QSqlQuery query(database.handle());
            for (const QString row :
                 {"INSERT INTO files VALUES ('/', 0, 0, 10, 5, 7)",
                  "INSERT INTO tracks (id, title, artist, artist_id, album, album_id, album_key, "
                  "album_artist, genre, track_number, disc_number, year, duration_ms, folder, album_gain) "
                  "VALUES (7, 'b', '', 1, 'Later', 7, '', '', '', 2, 0, 2000, 1000, '/', -3)"})
                QVERIFY2(query.exec(row), qPrintable(row));
        }
        prepareCatalogue(path);
        QVERIFY(CatalogueReader(path).mediaOf(7).loudness == Loudness{.albumGain = -3.F});
        Measurements measurements(path);
        QCOMPARE(measurements.unmeasured().size(), 1);
        measurements.storeTrack(7, CatalogueReader(path).mediaOf(7), {.gain = 2.F, .peak = 0.5F}, false);
        QCOMPARE(measurements.unmeasured().size(), 0);
        QVERIFY(CatalogueReader(path).mediaOf(7).loudness
                == (Loudness{.trackGain = 2.F, .trackPeak = 0.5F, .albumGain = -3.F, .isMeasured = true}));
    }

    void whatTheFirstSchemaKnewIsReadAnew()
    {
        const QString path = old();
        prepareCatalogue(path);
        CatalogueWriter writer(path);
        const auto files = writer.files();
        QCOMPARE(files.size(), 2);
        for (const FileStamp &stamp : files)
            QVERIFY(stamp.mtimeNs < 0); // as no file's
        writer.store({{Shelf::file(1, "Björk | Homogenic | 1 | Jóga", "/m/h").track, {10, 5}}});
        writer.settle();
        const CatalogueReader reader(path);
        QCOMPARE(Shelf::titles(reader.search("joga").tracks), QStringList{"Jóga"});
        QCOMPARE(reader.track(1)->added, WallTime(3s));
    }
};

QTEST_GUILESS_MAIN(tst_LibraryUpgrade)
#include "tst_library_upgrade.moc"
