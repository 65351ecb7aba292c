// SPDX-License-Identifier: Apache-2.0
#include "app/library/catalogue.h"
#include "app/library/cataloguereader.h"
#include "app/library/cataloguewriter.h"
#include "app/library/ids.h"
#include "app/library/tracksource.h"
#include "tests/unit/library/music.h"

#include <QDir>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Library;
using namespace std::chrono_literals;

class tst_LibraryCatalogue : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString path() const { return m_dir->filePath("catalogue.db"); }

    /// "artist | album | track | title", the album artist before the album after a slash.
    static ReadFile file(quint64 id, const QString &line, const QString &folder = "/m/x")
    {
        const QStringList words = line.split(" | ");
        const QStringList album = words.at(1).split(" / ");
        Track track{.id = id,
                    .path = QString("%1/%2.ogg").arg(folder).arg(id),
                    .title = words.at(3),
                    .artist = words.at(0),
                    .album = album.last(),
                    .albumArtist = album.size() > 1 ? album.first() : "",
                    .trackNumber = words.at(2).toInt(),
                    .duration = 1s};
        track.artistId = artistId(track.artist);
        track.albumId = albumId(track.albumArtist.isEmpty() ? track.artist : track.albumArtist, track.album);
        return {track, {.size = qint64(id), .mtimeNs = 1}};
    }
    void fill(const QList<ReadFile> &files) const
    {
        CatalogueWriter writer(path());
        writer.store(files);
        writer.settle();
    }
    static QStringList titles(const QList<Track> &tracks)
    {
        QStringList titles;
        for (const Track &track : tracks)
            titles += track.title;
        return titles;
    }
    static QStringList lines(const QList<Album> &albums)
    {
        QStringList lines;
        for (const Album &album : albums)
            lines += QString("%1 / %2 (%3)").arg(album.artist, album.title).arg(album.trackCount);
        return lines;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        prepareCatalogue(path());
    }

    void remembersTracks()
    {
        fill({file(7, "Ana | Night | 3 | Moon")});
        const CatalogueReader reader(path());
        const auto track = reader.track(7);
        QVERIFY(track);
        QCOMPARE(track->title, "Moon");
        QCOMPARE(track->artist, "Ana");
        QCOMPARE(track->albumArtist, "Ana");
        QCOMPARE(track->trackNumber, 3);
        QCOMPARE(track->duration, 1s);
        QCOMPARE(track->albumId, albumId("Ana", "Night"));
        QVERIFY(!reader.track(8));
        QVERIFY(reader.album(track->albumId));
        QVERIFY(!reader.album(8));
    }

    void largestIdsSurvive()
    {
        fill({file(Sync::maxId, "Ana | Night | 1 | Moon")});
        QCOMPARE(CatalogueReader(path()).trackIds(), QList<Sync::TrackId>{Sync::maxId});
    }

    void libraryOrder()
    {
        fill({file(1, "Zoë | B | 2 | d"), file(2, "Zoë | B | 1 | c"), file(3, "ábel | A | 10 | b"),
              file(4, "ábel | A | 9 | a"), file(5, "The Gap | Q | 1 | between")});
        const CatalogueReader reader(path());
        QCOMPARE(titles(reader.tracks()), (QStringList{"a", "b", "between", "c", "d"}));
        QCOMPARE(lines(reader.albums()), (QStringList{"ábel / A (2)", "The Gap / Q (1)", "Zoë / B (2)"}));
        QCOMPARE(titles(reader.tracksOfAlbum(albumId("Zoë", "B"))), (QStringList{"c", "d"}));
        QCOMPARE(reader.tracksOfAlbum(0), QList<Track>());
    }

    void searches_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("tracks");
        QTest::addColumn<int>("albums");
        const QStringList all{"Besen", "Jóga", "Sprite & Wood", "東京"};
        QTest::addRow("nothing") << "" << all << 3;
        QTest::addRow("title") << "besen" << QStringList{"Besen"} << 0;
        QTest::addRow("beginning") << "be" << QStringList{"Besen"} << 0;
        QTest::addRow("one letter") << "j" << QStringList{"Jóga"} << 0;
        QTest::addRow("not the middle") << "esen" << QStringList{} << 0;
        QTest::addRow("without its accent") << "joga bjork" << QStringList{"Jóga"} << 0;
        QTest::addRow("with another accent") << "bjórk" << QStringList{"Jóga"} << 1;
        QTest::addRow("decomposed") << "Bjo\u0308rk" << QStringList{"Jóga"} << 1;
        QTest::addRow("words in any order") << "wood spri" << QStringList{"Sprite & Wood"} << 0;
        QTest::addRow("every word") << "besen joga" << QStringList{} << 0;
        QTest::addRow("album") << "homo" << QStringList{"Jóga"} << 1;
        QTest::addRow("other script") << "東" << QStringList{"東京"} << 0;
        QTest::addRow("signs only") << "&" << all << 3;
        QTest::addRow("quote") << "\"" << all << 3;
        QTest::addRow("expression") << "a* OR (b" << QStringList{} << 0;
    }
    void searches()
    {
        QFETCH(QString, typed);
        fill({file(1, "Björk | Homogenic | 1 | Jóga"), file(2, "Alt | Haus | 1 | Besen", "/m/y"),
              file(3, "Élan | Forêt | 1 | Sprite & Wood", "/m/z"),
              file(4, "Élan | Forêt | 2 | 東京", "/m/z")});
        const CatalogueReader reader(path());
        QStringList found = titles(reader.tracks({.text = typed}));
        found.sort();
        QTEST(found, "tracks");
        QTEST(int(reader.albums({.text = typed}).size()), "albums");
    }

    void retaggedTracksAreFoundByTheirNewNameOnly()
    {
        fill({file(1, "Ana | Night | 1 | Moon")});
        fill({file(1, "Ben | Day | 1 | Sun")});
        const CatalogueReader reader(path());
        QCOMPARE(titles(reader.tracks({.text = "moon"})), QStringList{});
        QCOMPARE(titles(reader.tracks({.text = "sun"})), QStringList{"Sun"});
        QCOMPARE(lines(reader.albums()), QStringList{"Ben / Day (1)"});
        QCOMPARE(reader.artists().size(), 1);
    }

    void albumsByVariousArtists_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QStringList>("albums");
        QTest::addRow("one artist") << QStringList{"Ana | X | 1 | a", "Ana | X | 2 | b"}
                                    << QStringList{"Ana / X (2)"};
        QTest::addRow("two in one folder")
            << QStringList{"Ana | X | 1 | a", "Ben | X | 2 | b"} << QStringList{"Various Artists / X (2)"};
        QTest::addRow("two said to be one's")
            << QStringList{"Ana | Ana / X | 1 | a", "Ben | Ana / X | 2 | b"} << QStringList{"Ana / X (2)"};
        QTest::addRow("other spelling of the album")
            << QStringList{"Ana | x | 1 | a", "Ben | X | 2 | b"} << QStringList{"Various Artists / X (2)"};
        QTest::addRow("two albums in one folder")
            << QStringList{"Ana | X | 1 | a", "Ben | Y | 2 | b"} << QStringList{"Ana / X (1)", "Ben / Y (1)"};
    }
    void albumsByVariousArtists()
    {
        QFETCH(QStringList, files);
        // One scan for each file: what the first one settled is settled again.
        for (int i = 0; i < files.size(); ++i)
            fill({file(quint64(i) + 1, files.at(i))});
        QTEST(lines(CatalogueReader(path()).albums()), "albums");
    }

    void sameAlbumNameInTwoFolders()
    {
        fill({file(1, "Ana | Hits | 1 | a", "/m/x"), file(2, "Ben | Hits | 1 | b", "/m/y")});
        QCOMPARE(lines(CatalogueReader(path()).albums()), (QStringList{"Ana / Hits (1)", "Ben / Hits (1)"}));
    }

    void goneFilesTakeTheirTracksAlong()
    {
        fill({file(1, "Ana | X | 1 | a"), file(2, "Ben | Y | 1 | b")});
        CatalogueWriter writer(path());
        writer.remove({"/m/x/1.ogg", "/m/never.ogg"});
        writer.settle();
        const CatalogueReader reader(path());
        QCOMPARE(reader.trackIds(), QList<Sync::TrackId>{2});
        QCOMPARE(lines(reader.albums()), QStringList{"Ben / Y (1)"});
        QCOMPARE(reader.artists().size(), 1);
        QVERIFY(reader.tracks({.text = "ana"}).isEmpty());
    }

    void aTrackStaysWhileOneFileHoldsIt()
    {
        const QString first = m_dir->filePath("first.ogg");
        const QString second = m_dir->filePath("second.ogg");
        QVERIFY(Music::write(second, "x"));
        ReadFile one = file(1, "Ana | X | 1 | a");
        ReadFile other = one;
        one.track.path = first;
        one.stamp.size = 100;
        other.track.path = second;
        fill({one, other});
        QCOMPARE(CatalogueReader(path()).pathOf(1), second); // the first one is not there
        QVERIFY(Music::write(first, "xx"));
        QCOMPARE(CatalogueReader(path()).pathOf(1), first);

        CatalogueWriter writer(path());
        writer.remove({first});
        writer.settle();
        QCOMPARE(CatalogueReader(path()).pathOf(1), second);
        QVERIFY(CatalogueReader(path()).track(1));
        QCOMPARE(CatalogueReader(path()).pathOf(2), QString());
    }

    void damagedFilesAreSetAside_data()
    {
        QTest::addColumn<bool>("wholly");
        QTest::addRow("not a database") << true;
        QTest::addRow("pages overwritten") << false;
    }
    void damagedFilesAreSetAside()
    {
        QFETCH(bool, wholly);
        QList<ReadFile> many;
        for (quint64 id = 1; id < 500; ++id)
            many += file(id, QString("Ana | X | %1 | t%1").arg(id));
        fill(many);
        QByteArray bytes = Music::bytesOf(path());
        QVERIFY(bytes.size() > 20'000);
        bytes.replace(wholly ? 0 : 5000, 12'000, QByteArray(12'000, '\x7e'));
        QVERIFY(Music::write(path(), bytes));

        QTest::ignoreMessage(QtWarningMsg, QRegularExpression("was damaged and is begun anew"));
        prepareCatalogue(path());

        QCOMPARE(CatalogueReader(path()).tracks(), QList<Track>());
        const QStringList aside = QDir(m_dir->path()).entryList({"catalogue.db.damaged-*"});
        QCOMPARE(aside.size(), 1);
        QCOMPARE(Music::bytesOf(m_dir->filePath(aside.first())), bytes);
    }

    void newerFilesAreLeftAlone()
    {
        fill({file(1, "Ana | X | 1 | a")});
        {
            const Sync::Database database(path(), catalogueMigrations());
            QVERIFY(QSqlQuery(database.handle()).exec("PRAGMA user_version = 1000"));
        }
        const QByteArray before = Music::bytesOf(path());
        QVERIFY_EXCEPTION_THROWN(prepareCatalogue(path()), Sync::DatabaseError);
        QVERIFY_EXCEPTION_THROWN(CatalogueReader{path()}, Sync::DatabaseError);
        QCOMPARE(Music::bytesOf(path()), before);
        QCOMPARE(QDir(m_dir->path()).entryList({"*damaged*"}), QStringList{});
    }

    void olderFilesAreBroughtUpToDate()
    {
        const QString old = m_dir->filePath("old/catalogue.db");
        QDir().mkpath(m_dir->filePath("old"));
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

    void preparingTwiceKeepsEverything()
    {
        fill({file(1, "Ana | X | 1 | a")});
        prepareCatalogue(path());
        QCOMPARE(CatalogueReader(path()).trackIds().size(), 1);
    }

    void unusablePlacesAreSaid()
    {
        QVERIFY(Music::write(m_dir->filePath("file"), "x"));
        QVERIFY_EXCEPTION_THROWN(prepareCatalogue(m_dir->filePath("file/catalogue.db")), Sync::DatabaseError);
    }

    void contextsOfTheHub()
    {
        fill({file(1, "Zoë | B | 1 | z"), file(2, "Ana | X | 2 | b"), file(3, "Ana | X | 1 | a")});
        const CatalogueTracks tracks(path());
        using Ids = QList<Sync::TrackId>;
        QCOMPARE(tracks.tracksOf("1", {"album", albumId("Ana", "X")}), (Ids{3, 2}));
        QCOMPARE(tracks.tracksOf("1", {"tracks", 0}), (Ids{3, 2, 1}));
        QCOMPARE(tracks.tracksOf("1", {"album", 0}), Ids{});
        QCOMPARE(tracks.tracksOf("1", {"favorites", 0}), Ids{});
        QCOMPARE(tracks.tracksOf("1", {"radio", 5}), Ids{});
        const Sync::TrackInfo wanted{.id = 2, .title = "b", .artist = "Ana", .album = "X", .duration = 1s};
        QVERIFY(tracks.track("1", 2) == wanted);
        QVERIFY(!tracks.track("1", 9));
    }

    void theHubMayAskFromItsOwnThread()
    {
        fill({file(1, "Ana | X | 1 | a")});
        auto tracks = std::make_unique<CatalogueTracks>(path());
        QString title;
        const std::unique_ptr<QThread> hub(QThread::create([&] {
            title = tracks->track(1).value_or(Sync::TrackInfo()).title;
            tracks.reset();
        }));
        hub->start();
        QVERIFY(hub->wait(30'000));
        QCOMPARE(title, "a");
    }
};

QTEST_GUILESS_MAIN(tst_LibraryCatalogue)
#include "tst_library_catalogue.moc"
