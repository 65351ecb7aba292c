// SPDX-License-Identifier: Apache-2.0
#include "app/library/catalogue.h"
#include "app/library/cataloguereader.h"
#include "app/library/cueparts.h"
#include "app/library/ids.h"
#include "tests/unit/library/collection.h"
#include "tests/unit/library/music.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Library;
using namespace std::chrono_literals;

namespace {

const QByteArray sheet = "PERFORMER \"Ana\"\nTITLE \"Night\"\nREM DATE 1999\nREM GENRE Jazz\n"
                         "FILE \"album.wav\" WAVE\n"
                         "  TRACK 01 AUDIO\n    TITLE \"Dusk\"\n    INDEX 01 00:00:00\n"
                         "  TRACK 02 AUDIO\n    TITLE \"Moon\"\n    PERFORMER \"Ben\"\n"
                         "    INDEX 00 00:01:37\n    INDEX 01 00:02:00\n"
                         "  TRACK 03 AUDIO\n    INDEX 01 00:04:00\n";

} // namespace

class tst_LibraryCueParts : public QObject
{
    Q_OBJECT

    std::unique_ptr<Collection> m_collection;

    QString music(const QString &name) const { return m_collection->music(name); }
    ScanReport scan() const { return m_collection->scan(); }
    CatalogueReader reader() const { return CatalogueReader(m_collection->catalogue()); }
    QStringList titles() const
    {
        QStringList titles;
        for (const Track &track : reader().tracks())
            titles.append(track.title);
        return titles;
    }
    static QString counts(const ScanReport &report) { return Collection::counts(report); }

private Q_SLOTS:
    void init()
    {
        if (!Music::canBeMade())
            QSKIP("ffmpeg is not installed: no music can be made");
        m_collection = std::make_unique<Collection>();
        QVERIFY(Music::make(music("album.flac"), {.seconds = 6}));
    }

    void whichFileIsMeant_data()
    {
        QTest::addColumn<QString>("named");
        QTest::addColumn<QString>("sheetName");
        QTest::addColumn<QString>("meant");
        QTest::newRow("by name") << "b.flac" << "x.cue" << "b.flac";
        QTest::newRow("with its folder") << "C:\\rips\\b.flac" << "x.cue" << "b.flac";
        QTest::newRow("in another case") << "B.FLAC" << "x.cue" << "b.flac";
        QTest::newRow("converted since") << "b.wav" << "x.cue" << "b.flac";
        QTest::newRow("named like the sheet") << "CDImage.ape" << "a.cue" << "a.ogg";
        QTest::newRow("not there") << "c.wav" << "x.cue" << "";
    }
    void whichFileIsMeant()
    {
        QFETCH(QString, named);
        QFETCH(QString, sheetName);
        QTEST(fileMeant(named, sheetName, {"a.ogg", "b.flac"}), "meant");
    }

    void aSheetDividesItsFile()
    {
        QVERIFY(Music::write(music("album.cue"), sheet));
        QCOMPARE(counts(scan()), "+1 ~0 =0 -0 !0");
        QCOMPARE(titles(), (QStringList{"Dusk", "Moon", "Track 3"}));
        const CatalogueReader library = reader();
        const QList<Track> tracks = library.tracks();
        QCOMPARE(tracks[1].artist, "Ben");
        QCOMPARE(tracks[0].duration, 2000ms);
        QCOMPARE(tracks[2].duration, 2000ms); // to the end of the file
        QCOMPARE(library.mediaOf(tracks[1].id),
                 (Media{.path = music("album.flac"),
                        .extent = {.start = 2s, .length = 2s},
                        .albumId = tracks[1].albumId}));
        QCOMPARE(library.mediaOf(tracks[2].id).extent, (Extent{.start = 4s}));
        QVERIFY(library.mediaOf(tracks[0].id).isPart());
        QCOMPARE(library.tracksAt(music("album.flac")), library.trackIds());
        const QList<Album> albums = library.albums();
        QCOMPARE(albums.size(), 1);
        QCOMPARE(albums[0].title, "Night");
        QCOMPARE(albums[0].artist, "Ana");
        QCOMPARE(albums[0].year, 1999);
        QCOMPARE(counts(scan()), "+0 ~0 =1 -0 !0");
    }

    void theSheetChanges()
    {
        QVERIFY(Music::write(music("album.cue"), sheet));
        (void)scan();
        const auto ids = reader().trackIds();
        QVERIFY(Music::write(music("album.cue"), QByteArray(sheet).replace("Dusk", "Twilight")));
        QCOMPARE(counts(scan()), "+0 ~1 =0 -0 !0");
        QCOMPARE(titles(), (QStringList{"Twilight", "Moon", "Track 3"}));
        QCOMPARE(reader().trackIds(), ids);
        QVERIFY(QFile::remove(music("album.cue")));
        QCOMPARE(counts(scan()), "+0 ~1 =0 -0 !0");
        QCOMPARE(titles(), QStringList{"album"});
        QVERIFY(!reader().mediaOf(reader().trackIds().first()).isPart());
        QCOMPARE(reader().missingTrack(ids[1])->title, "Moon");
        QVERIFY(Music::write(music("again.cue"), sheet));
        (void)scan();
        QCOMPARE(reader().trackIds(), ids);
    }

    void partsGoWithTheirFile()
    {
        QVERIFY(Music::write(music("album.cue"), sheet));
        (void)scan();
        const auto ids = reader().trackIds();
        QVERIFY(QFile::rename(music("album.flac"), music("other.flac")));
        QVERIFY(QFile::rename(music("album.cue"), music("other.cue")));
        QCOMPARE(counts(scan()), "+1 ~0 =0 -1 !0");
        QCOMPARE(reader().trackIds(), ids);
        QVERIFY(QFile::remove(music("other.flac")));
        (void)scan();
        QCOMPARE(titles(), QStringList{});
    }

    void sheetsThatAreOfNoUse_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        QTest::newRow("nonsense") << QByteArray("TRACK 01 AUDIO\n") << "Line 1: TRACK comes before FILE.";
        QTest::newRow("another file") << QByteArray(sheet).replace("album.wav", "gone.wav")
                                      << "It names the file “gone.wav”, which is not beside it.";
        QTest::newRow("times it has not") << QByteArray(sheet).replace("00:04:00", "59:00:00")
                                          << "Its track 3 begins after the end of “album.flac”.";
    }
    void sheetsThatAreOfNoUse()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(Music::make(music("second.ogg")));
        QVERIFY(Music::write(music("x.cue"), bytes));
        const ScanReport report = scan();
        QCOMPARE(report.problems.size(), 1);
        QCOMPARE(report.problems[0].path, music("x.cue"));
        QTEST(report.problems[0].reason, "reason");
        QCOMPARE(titles(), (QStringList{"album", "second"}));
    }

    void aSheetOfWholeFilesSaysNothing()
    {
        QVERIFY(Music::write(music("x.cue"),
                             "FILE album.flac WAVE\nTRACK 01 AUDIO\nTITLE A\nINDEX 01 00:00:00\n"
                             "FILE gone.flac WAVE\nTRACK 02 AUDIO\nTITLE B\nINDEX 01 00:00:00\n"));
        QCOMPARE(counts(scan()), "+1 ~0 =0 -0 !0");
        QCOMPARE(titles(), QStringList{"album"});
    }
};

QTEST_GUILESS_MAIN(tst_LibraryCueParts)
#include "tst_library_cueparts.moc"
