// SPDX-License-Identifier: Apache-2.0
#include "app/library/cataloguereader.h"
#include "app/library/ids.h"
#include "app/library/tracksource.h"
#include "tests/unit/library/shelf.h"

#include <QTest>
#include <QThread>

using namespace Library;
using namespace std::chrono_literals;

class tst_LibraryQueries : public QObject
{
    Q_OBJECT

    std::unique_ptr<Shelf> m_shelf;

    QString path() const { return m_shelf->path(); }
    void fill(const QList<ReadFile> &files) const { m_shelf->fill(files); }

private Q_SLOTS:
    void init() { m_shelf = std::make_unique<Shelf>(); }

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
            fill({Shelf::file(quint64(i) + 1, files.at(i))});
        QTEST(Shelf::lines(CatalogueReader(path()).albums()), "albums");
    }

    void sameAlbumNameInTwoFolders()
    {
        fill({Shelf::file(1, "Ana | Hits | 1 | a", "/m/x"), Shelf::file(2, "Ben | Hits | 1 | b", "/m/y")});
        QCOMPARE(Shelf::lines(CatalogueReader(path()).albums()),
                 (QStringList{"Ana / Hits (1)", "Ben / Hits (1)"}));
    }

    static QStringList lines(const QList<Artist> &artists)
    {
        QStringList lines;
        for (const Artist &artist : artists)
            lines += QString("%1 %2/%3").arg(artist.name).arg(artist.albumCount).arg(artist.trackCount);
        return lines;
    }

    void artistsWithTheirCounts()
    {
        ReadFile duet = Shelf::file(4, "Ana, Ben | Ana / Y | 1 | d", "/m/y");
        duet.track.artists = QStringList{"Ana", "Ben"};
        duet.track.artistId = artistId("Ana");
        fill({Shelf::file(1, "Ana | X | 1 | a"), Shelf::file(2, "Ana | X | 2 | b"),
              Shelf::file(3, "Cem | The Others / Z | 1 | c", "/m/z"), duet});
        const CatalogueReader reader(path());
        QCOMPARE(lines(reader.artists()), (QStringList{"Ana 2/3", "Ben 1/1", "Cem 1/1", "The Others 1/1"}));
        QCOMPARE(lines(reader.artists(ArtistRole::OfAlbums)), (QStringList{"Ana 2/3", "The Others 1/1"}));
        QCOMPARE(lines(reader.artists(ArtistRole::OfTracks)), (QStringList{"Ana 2/3", "Ben 1/1", "Cem 1/1"}));
        QCOMPARE(Shelf::titles(reader.tracks({.artistId = artistId("Ben")})), QStringList{"d"});
        QCOMPARE(Shelf::lines(reader.albums({.artistId = artistId("Ben")})), QStringList{"Ana / Y (1)"});
        QCOMPARE(Shelf::titles(reader.tracks({.artistId = artistId("The Others")})), QStringList{"c"});
        QCOMPARE(reader.artist(artistId("Ana"))->trackCount, 3);
        QVERIFY(!reader.artist(7));
        QCOMPARE(reader.track(4)->artists, (QStringList{"Ana", "Ben"}));
    }

    void artistsGoWithTheirLastTrack()
    {
        fill({Shelf::file(1, "Ana | X | 1 | a")});
        fill({Shelf::file(1, "Ben | X | 1 | a")});
        QCOMPARE(lines(CatalogueReader(path()).artists()), QStringList{"Ben 1/1"});
        fill({Shelf::file(1, "Ana | X | 1 | a")});
        QCOMPARE(lines(CatalogueReader(path()).artists()), QStringList{"Ana 1/1"});
    }

    void genresWithTheirCounts()
    {
        ReadFile one = Shelf::file(1, "Ana | X | 1 | a");
        one.track.genres = QStringList{"Рок", "Jazz"};
        ReadFile two = Shelf::file(2, "Ana | Y | 1 | b", "/m/y");
        two.track.genre = "jazz";
        fill({one, two, Shelf::file(3, "Ana | Y | 2 | c", "/m/y")});
        const CatalogueReader reader(path());
        const QList<Genre> genres = reader.genres();
        QCOMPARE(genres.size(), 2);
        QCOMPARE(genres.at(0),
                 (Genre{.id = genreId("JAZZ"), .name = "Jazz", .albumCount = 2, .trackCount = 2}));
        QCOMPARE(genres.at(1),
                 (Genre{.id = genreId("рок"), .name = "Рок", .albumCount = 1, .trackCount = 1}));
        QCOMPARE(reader.genre(genreId("jazz")), genres.at(0));
        QCOMPARE(Shelf::titles(reader.tracks({.genreId = genreId("Jazz")})), (QStringList{"a", "b"}));
        QCOMPARE(Shelf::lines(reader.albums({.genreId = genreId("Рок")})), QStringList{"Ana / X (1)"});
        QCOMPARE(reader.track(1)->genres, (QStringList{"Рок", "Jazz"}));

        fill({Shelf::file(1, "Ana | X | 1 | a")});
        QCOMPARE(CatalogueReader(path()).genres().size(), 1);
    }

    void recentlyAdded()
    {
        QList<ReadFile> files;
        for (quint64 id = 1; id <= 5; ++id) {
            files += Shelf::file(id, QString("Ana | X | %1 | t%1").arg(id));
            files.last().track.added = WallTime(std::chrono::seconds(id * 7 % 5));
        }
        fill(files);
        // 2 4 1 3 0: what is read again keeps its time
        files[4].track.added = WallTime(1h);
        fill(files);
        const CatalogueReader reader(path());
        QCOMPARE(Shelf::titles(reader.tracks(reader.recentlyAdded(3))), (QStringList{"t2", "t4", "t1"}));
        QCOMPARE(reader.present({3, 99, 1}), (QList<Sync::TrackId>{3, 1}));
        QCOMPARE(CatalogueReader(path()).track(2)->added, WallTime(4s));
    }

    void tracksInTheOrderAskedFor()
    {
        fill({Shelf::file(1, "Ana | X | 1 | a"), Shelf::file(2, "Ana | X | 2 | b"),
              Shelf::file(3, "Ana | X | 3 | c")});
        const QList<Sync::TrackId> ids{3, 9, 1, 3};
        QCOMPARE(Shelf::titles(CatalogueReader(path()).tracks(ids)), (QStringList{"c", "a", "c"}));
        QVERIFY(CatalogueReader(path()).tracks(QList<Sync::TrackId>()).isEmpty());
    }

    void tracksByTheirPath()
    {
        fill({Shelf::file(1, "Ana | X | 1 | a")});
        QCOMPARE(CatalogueReader(path()).tracksAt("/m/x/1.ogg"), QList<Sync::TrackId>{1});
        QCOMPARE(CatalogueReader(path()).tracksAt("/m/x/2.ogg"), QList<Sync::TrackId>{});
    }

    void everythingIsRemembered()
    {
        ReadFile file = Shelf::file(1, "Ana | X | 1 | a");
        file.track.composer = "Zoë";
        file.track.date = "2004-05-01";
        file.track.trackTotal = 12;
        file.track.discTotal = 2;
        file.track.isCompilation = true;
        file.track.loudness = {.trackGain = -6.5F, .albumPeak = 0.25F};
        fill({file});
        const auto track = CatalogueReader(path()).track(1);
        QVERIFY(track);
        QCOMPARE(track->composer, "Zoë");
        QCOMPARE(track->date, "2004-05-01");
        QCOMPARE(track->trackTotal, 12);
        QCOMPARE(track->discTotal, 2);
        QVERIFY(track->isCompilation);
        QVERIFY(track->loudness == file.track.loudness);
    }

    void contextsOfTheHub()
    {
        ReadFile jazz = Shelf::file(2, "Ana | X | 2 | b");
        jazz.track.genre = "Jazz";
        fill({Shelf::file(1, "Zoë | B | 1 | z"), jazz, Shelf::file(3, "Ana | X | 1 | a")});
        const CatalogueTracks tracks(path());
        using Ids = QList<Sync::TrackId>;
        QCOMPARE(tracks.tracksOf("1", {"album", albumId("Ana", "X")}), (Ids{3, 2}));
        QCOMPARE(tracks.tracksOf("1", {"artist", artistId("Ana")}), (Ids{3, 2}));
        QCOMPARE(tracks.tracksOf("1", {"artist", 0}), Ids{});
        QCOMPARE(tracks.tracksOf("1", {"genre", genreId("Jazz")}), Ids{2});
        QCOMPARE(tracks.tracksOf("1", {"genre", 0}), Ids{});
        QCOMPARE(tracks.tracksOf("1", {"tracks", 0}), (Ids{3, 2, 1}));
        QCOMPARE(tracks.tracksOf("1", {"added", 0}), (Ids{1, 2, 3})); // at the same moment: by id
        QCOMPARE(tracks.tracksOf("1", {"album", 0}), Ids{});
        QCOMPARE(tracks.tracksOf("1", {"favorites", 0}), Ids{});
        QCOMPARE(tracks.tracksOf("1", {"radio", 5}), Ids{});
        const Sync::TrackInfo wanted{.id = 2,
                                     .title = "b",
                                     .artist = "Ana",
                                     .album = "X",
                                     .duration = 1s,
                                     .albumId = albumId("Ana", "X")};
        QVERIFY(tracks.track("1", 2) == wanted);
        QVERIFY(!tracks.track("1", 9));
    }

    void theHubMayAskFromItsOwnThread()
    {
        fill({Shelf::file(1, "Ana | X | 1 | a")});
        auto tracks = std::make_unique<CatalogueTracks>(path());
        QString title;
        const std::unique_ptr<QThread> hub(QThread::create([&] {
            title = tracks->track("1", 1).value_or(Sync::TrackInfo()).title;
            tracks.reset();
        }));
        hub->start();
        QVERIFY(hub->wait(30'000));
        QCOMPARE(title, "a");
    }
};

QTEST_GUILESS_MAIN(tst_LibraryQueries)
#include "tst_library_queries.moc"
