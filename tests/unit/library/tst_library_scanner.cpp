// SPDX-License-Identifier: Apache-2.0
#include "app/library/catalogue.h"
#include "app/library/cataloguereader.h"
#include "app/library/scanner.h"
#include "tests/unit/library/collection.h"

#include "support/waiting.h"
#include "tests/unit/library/music.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>

using namespace Library;

class tst_LibraryScanner : public QObject
{
    Q_OBJECT

    Tones m_made{3};
    std::unique_ptr<Collection> m_collection;

    QString music(const QString &name = {}) const { return m_collection->music(name); }
    QString catalogue() const { return m_collection->catalogue(); }
    bool put(const QString &name, int tone = 1) const { return m_collection->put(m_made, name, tone); }
    ScanReport scan(const QStringList &roots = {}) const { return m_collection->scan(roots); }
    QStringList titles() const { return m_collection->titles(); }
    static QString counts(const ScanReport &report) { return Collection::counts(report); }

private Q_SLOTS:
    void initTestCase()
    {
        if (!Music::canBeMade())
            QSKIP("ffmpeg is not installed: no music can be made");
        QVERIFY(m_made.areThere());
    }

    void init() { m_collection = std::make_unique<Collection>(); }

    void addsAndKeeps()
    {
        QVERIFY(put("a/one.ogg", 1));
        QVERIFY(put("a/b/two.OGG", 2));
        QVERIFY(Music::write(music("a/cover.jpg"), "x"));
        QVERIFY(Music::write(music(".hidden/three.ogg"), "x"));
        QVERIFY(Music::write(music("a/._one.ogg"), "x"));
        QCOMPARE(counts(scan()), "+2 ~0 =0 -0 !0");
        QCOMPARE(titles(), (QStringList{"one", "two"}));
        QCOMPARE(counts(scan()), "+0 ~0 =2 -0 !0");
        QCOMPARE(titles(), (QStringList{"one", "two"}));
    }

    void emptyFolders() { QCOMPARE(counts(scan()), "+0 ~0 =0 -0 !0"); }

    void retaggedFilesAreUpdated()
    {
        QVERIFY(put("one.ogg"));
        (void)scan();
        const auto before = CatalogueReader(catalogue()).trackIds();
        QVERIFY(Music::tag(music("one.ogg"), {.title = "Changed"}));
        QCOMPARE(counts(scan()), "+0 ~1 =0 -0 !0");
        QCOMPARE(titles(), QStringList{"Changed"});
        QCOMPARE(CatalogueReader(catalogue()).trackIds(), before);
    }

    void replacedFilesAreOtherTracks()
    {
        QVERIFY(put("one.ogg", 1));
        (void)scan();
        const auto before = CatalogueReader(catalogue()).trackIds();
        QVERIFY(QFile::remove(music("one.ogg")));
        QVERIFY(put("one.ogg", 2));
        QCOMPARE(counts(scan()), "+0 ~1 =0 -0 !0");
        QCOMPARE(CatalogueReader(catalogue()).trackIds().size(), 1);
        QVERIFY(CatalogueReader(catalogue()).trackIds() != before);
    }

    void goneFilesAreRemoved()
    {
        QVERIFY(put("one.ogg", 1));
        QVERIFY(put("two.ogg", 2));
        (void)scan();
        QVERIFY(QFile::remove(music("one.ogg")));
        QCOMPARE(counts(scan()), "+0 ~0 =1 -1 !0");
        QCOMPARE(titles(), QStringList{"two"});
        QVERIFY(QFile::remove(music("two.ogg")));
        QCOMPARE(counts(scan()), "+0 ~0 =0 -1 !0");
        QCOMPARE(titles(), QStringList{});
    }

    void movedFilesKeepTheirId()
    {
        QVERIFY(put("one.ogg"));
        (void)scan();
        const auto before = CatalogueReader(catalogue()).trackIds();
        QVERIFY(QDir().mkpath(music("new")));
        QVERIFY(QFile::rename(music("one.ogg"), music("new/name.ogg")));
        QCOMPARE(counts(scan()), "+1 ~0 =0 -1 !0");
        QCOMPARE(CatalogueReader(catalogue()).trackIds(), before);
        QCOMPARE(CatalogueReader(catalogue()).pathOf(before.first()), music("new/name.ogg"));
    }

    void copiesAreOneTrack()
    {
        QVERIFY(put("one.ogg"));
        QVERIFY(put("copy/one.ogg"));
        QCOMPARE(counts(scan()), "+2 ~0 =0 -0 !0");
        QCOMPARE(titles(), QStringList{"one"});
    }

    void tellsHowFarItIs()
    {
        for (int i = 0; i < 40; ++i)
            QVERIFY(put(QString("%1.ogg").arg(i)));
        Scanner scanner(catalogue());
        scanner.setRoots({music()});
        QSignalSpy running(&scanner, &Scanner::runningChanged);
        QSignalSpy progress(&scanner, &Scanner::progress);
        QSignalSpy stored(&scanner, &Scanner::batchStored);
        QSignalSpy finished(&scanner, &Scanner::finished);
        scanner.scan();
        QVERIFY(scanner.isRunning());
        QVERIFY(finished.wait(60'000));
        QVERIFY(!scanner.isRunning());
        QCOMPARE(running.size(), 2);
        QVERIFY(!progress.isEmpty());
        QVERIFY(!stored.isEmpty());
    }

    void scansAskedForMeanwhileFollow()
    {
        QVERIFY(put("one.ogg"));
        Scanner scanner(catalogue());
        scanner.setRoots({music()});
        QSignalSpy finished(&scanner, &Scanner::finished);
        scanner.scan();
        scanner.scan();
        scanner.scan();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 60'000);
        QTRY_VERIFY(!scanner.isRunning());
        QCOMPARE(counts(finished.at(1).first().value<ScanReport>()), "+0 ~0 =1 -0 !0");
    }

    void cancelledScansRemoveNothing()
    {
        QVERIFY(put("one.ogg", 1));
        QVERIFY(put("two.ogg", 2));
        (void)scan();
        QVERIFY(QFile::remove(music("one.ogg")));
        const std::atomic_bool cancelled = true;
        const ScanReport report = runScan({.catalogue = catalogue(),
                                           .roots = {music()},
                                           .cancelled = cancelled,
                                           .progress = [](const ScanProgress &) { },
                                           .stored = [] { }});
        QVERIFY(report.cancelled);
        QCOMPARE(report.removed, 0);
        QCOMPARE(titles(), (QStringList{"one", "two"}));
    }

    void cancellingEndsAScan()
    {
        for (int i = 0; i < 100; ++i)
            QVERIFY(put(QString("%1.ogg").arg(i)));
        Scanner scanner(catalogue());
        scanner.setRoots({music()});
        QSignalSpy finished(&scanner, &Scanner::finished);
        scanner.scan();
        scanner.cancel();
        QVERIFY(finished.wait(60'000));
        QVERIFY(!scanner.isRunning());
        scanner.scan();
        QVERIFY(finished.wait(60'000));
        QVERIFY(!finished.last().first().value<ScanReport>().cancelled);
        QCOMPARE(titles().size(), 1); // a hundred copies of one track
    }

    void mayGoInTheMiddleOfAScan()
    {
        for (int i = 0; i < 100; ++i)
            QVERIFY(put(QString("%1.ogg").arg(i)));
        for (int round = 0; round < 5; ++round) {
            auto scanner = std::make_unique<Scanner>(catalogue());
            scanner->setRoots({music()});
            QSignalSpy stored(scanner.get(), &Scanner::batchStored);
            scanner->scan();
            if (round > 2)
                (void)stored.wait(1000);
            scanner.reset();
        }
        QCoreApplication::processEvents();
        QCOMPARE(scan().problems, QList<Problem>());
    }
};

QTEST_GUILESS_MAIN(tst_LibraryScanner)
#include "tst_library_scanner.moc"
