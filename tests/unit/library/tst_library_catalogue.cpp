// SPDX-License-Identifier: Apache-2.0
#include "app/library/catalogue.h"
#include "app/library/cataloguereader.h"
#include "app/library/cataloguewriter.h"
#include "app/library/ids.h"
#include "tests/unit/library/music.h"
#include "tests/unit/library/shelf.h"

#include <QDir>
#include <QTest>

using namespace Library;
using namespace std::chrono_literals;

class tst_LibraryCatalogue : public QObject
{
    Q_OBJECT

    std::unique_ptr<Shelf> m_shelf;

    QString path() const { return m_shelf->path(); }
    void fill(const QList<ReadFile> &files) const { m_shelf->fill(files); }

private Q_SLOTS:
    void init() { m_shelf = std::make_unique<Shelf>(); }

    void remembersTracks()
    {
        fill({Shelf::file(7, "Ana | Night | 3 | Moon")});
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
        fill({Shelf::file(Sync::maxId, "Ana | Night | 1 | Moon")});
        QCOMPARE(CatalogueReader(path()).trackIds(), QList<Sync::TrackId>{Sync::maxId});
    }

    void libraryOrder()
    {
        fill({Shelf::file(1, "Zoë | B | 2 | d"), Shelf::file(2, "Zoë | B | 1 | c"),
              Shelf::file(3, "ábel | A | 10 | b"), Shelf::file(4, "ábel | A | 9 | a"),
              Shelf::file(5, "The Gap | Q | 1 | between")});
        const CatalogueReader reader(path());
        QCOMPARE(Shelf::titles(reader.tracks()), (QStringList{"a", "b", "between", "c", "d"}));
        QCOMPARE(Shelf::lines(reader.albums()),
                 (QStringList{"ábel / A (2)", "The Gap / Q (1)", "Zoë / B (2)"}));
        QCOMPARE(Shelf::titles(reader.tracksOfAlbum(albumId("Zoë", "B"))), (QStringList{"c", "d"}));
        QCOMPARE(reader.tracksOfAlbum(0), QList<Track>());
    }

    void retaggedTracksAreFoundByTheirNewNameOnly()
    {
        fill({Shelf::file(1, "Ana | Night | 1 | Moon")});
        fill({Shelf::file(1, "Ben | Day | 1 | Sun")});
        const CatalogueReader reader(path());
        QCOMPARE(Shelf::titles(reader.tracks({.text = "moon"})), QStringList{});
        QCOMPARE(Shelf::titles(reader.tracks({.text = "sun"})), QStringList{"Sun"});
        QCOMPARE(Shelf::lines(reader.albums()), QStringList{"Ben / Day (1)"});
        QCOMPARE(reader.artists().size(), 1);
    }

    void goneFilesTakeTheirTracksAlong()
    {
        fill({Shelf::file(1, "Ana | X | 1 | a"), Shelf::file(2, "Ben | Y | 1 | b")});
        CatalogueWriter writer(path());
        writer.remove({"/m/x/1.ogg", "/m/never.ogg"});
        writer.settle();
        const CatalogueReader reader(path());
        QCOMPARE(reader.trackIds(), QList<Sync::TrackId>{2});
        QCOMPARE(Shelf::lines(reader.albums()), QStringList{"Ben / Y (1)"});
        QCOMPARE(reader.artists().size(), 1);
        QVERIFY(reader.tracks({.text = "ana"}).isEmpty());
    }

    void aTrackStaysWhileOneFileHoldsIt()
    {
        const QString first = m_shelf->dir().filePath("first.ogg");
        const QString second = m_shelf->dir().filePath("second.ogg");
        QVERIFY(Music::write(second, "x"));
        ReadFile one = Shelf::file(1, "Ana | X | 1 | a");
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
            many += Shelf::file(id, QString("Ana | X | %1 | t%1").arg(id));
        fill(many);
        QByteArray bytes = Music::bytesOf(path());
        QVERIFY(bytes.size() > 20'000);
        bytes.replace(wholly ? 0 : 5000, 12'000, QByteArray(12'000, '\x7e'));
        QVERIFY(Music::write(path(), bytes));

        if (!wholly) { // that shows only when somebody reads there
            prepareCatalogue(path());
            QTest::ignoreMessage(QtWarningMsg,
                                 QRegularExpression("The catalogue is damaged and is made anew"));
            QCOMPARE(CatalogueReader(path()).tracks(), QList<Track>());
        }
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression("was damaged and is begun anew"));
        prepareCatalogue(path());

        QCOMPARE(CatalogueReader(path()).tracks(), QList<Track>());
        const QStringList aside = QDir(m_shelf->dir().path()).entryList({"catalogue.db.damaged-*"});
        QCOMPARE(aside.size(), 1);
        QCOMPARE(Music::bytesOf(m_shelf->dir().filePath(aside.first())), bytes);
    }

    void preparingTwiceKeepsEverything()
    {
        fill({Shelf::file(1, "Ana | X | 1 | a")});
        prepareCatalogue(path());
        QCOMPARE(CatalogueReader(path()).trackIds().size(), 1);
    }

    void unusablePlacesAreSaid()
    {
        QVERIFY(Music::write(m_shelf->dir().filePath("file"), "x"));
        QVERIFY_EXCEPTION_THROWN(prepareCatalogue(m_shelf->dir().filePath("file/catalogue.db")),
                                 Sync::DatabaseError);
    }
};

QTEST_GUILESS_MAIN(tst_LibraryCatalogue)
#include "tst_library_catalogue.moc"
