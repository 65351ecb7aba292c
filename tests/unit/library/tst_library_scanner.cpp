// SPDX-License-Identifier: Apache-2.0
#include "app/library/catalogue.h"
#include "app/library/cataloguereader.h"
#include "app/library/cataloguewriter.h"
#include "app/library/scanner.h"
#include "tests/unit/library/music.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Library;

class tst_LibraryScanner : public QObject
{
    Q_OBJECT

    QTemporaryDir m_made;
    std::unique_ptr<QTemporaryDir> m_dir;

    QString music(const QString &name = {}) const { return m_dir->filePath("music/" + name); }
    QString catalogue() const { return m_dir->filePath("catalogue.db"); }

    /// A copy of one of the three tones.
    bool put(const QString &name, int tone = 1) const
    {
        QDir().mkpath(QFileInfo(music(name)).path());
        return QFile::copy(m_made.filePath(QString("%1.ogg").arg(tone)), music(name));
    }

    ScanReport scan(QStringList roots = {}) const
    {
        Scanner scanner(catalogue());
        scanner.setRoots(roots.isEmpty() ? QStringList{music()} : roots);
        QSignalSpy finished(&scanner, &Scanner::finished);
        scanner.scan();
        return finished.wait(60'000) ? finished.first().first().value<ScanReport>() : ScanReport{.added = -1};
    }
    static QString counts(const ScanReport &report)
    {
        return QString("+%1 ~%2 =%3 -%4 !%5")
            .arg(report.added)
            .arg(report.updated)
            .arg(report.unchanged)
            .arg(report.removed)
            .arg(report.problems.size());
    }
    QStringList titles() const
    {
        QStringList titles;
        for (const Track &track : CatalogueReader(catalogue()).tracks())
            titles += track.title;
        titles.sort();
        return titles;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!Music::canBeMade())
            QSKIP("ffmpeg is not installed: no music can be made");
        for (int tone : {1, 2, 3})
            QVERIFY(Music::make(m_made.filePath(QString("%1.ogg").arg(tone)), {.frequency = 300 * tone}));
        QVERIFY(Music::make(m_made.filePath("1.flac")));
    }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(music()));
        prepareCatalogue(catalogue());
    }

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

    void brokenFilesAreReported_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("empty") << "e.mp3" << QByteArray();
        QTest::addRow("text") << "t.mp3" << QByteArray("no sound\n").repeated(30);
        QTest::addRow("cut flac") << "c.flac" << Music::bytesOf(m_made.filePath("1.flac")).first(60);
    }
    void brokenFilesAreReported()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QVERIFY(put("one.ogg"));
        QVERIFY(Music::write(music(name), bytes));
        const ScanReport report = scan();
        QCOMPARE(counts(report), "+1 ~0 =0 -0 !1");
        QCOMPARE(report.problems.first().path, music(name));
        QVERIFY(!report.problems.first().reason.isEmpty());
        QCOMPARE(titles(), QStringList{"one"});
    }

    void whatBreaksLaterIsRemoved()
    {
        QVERIFY(put("one.ogg"));
        (void)scan();
        QVERIFY(Music::write(music("one.ogg"), "no longer music"));
        QCOMPARE(counts(scan()), "+0 ~0 =0 -1 !1");
        QCOMPARE(titles(), QStringList{});
    }

    void linksInCirclesAreSurvived()
    {
        QVERIFY(put("a/one.ogg"));
        QVERIFY(QFile::link(music(), music("a/round")));
        QVERIFY(QFile::link(music("a"), music("a/self")));
        QVERIFY(QFile::link(music("nowhere"), music("a/dangling")));
        QVERIFY(QFile::link(music("nowhere"), music("a/dangling.ogg")));
        const ScanReport report = scan();
        QCOMPARE(counts(report), "+1 ~0 =0 -0 !1");
        QCOMPARE(report.problems.first().path, music("a/dangling.ogg"));
        const auto id = CatalogueReader(catalogue()).trackIds().first();
        QCOMPARE(CatalogueReader(catalogue()).pathOf(id), music("a/one.ogg"));
    }

    void linksToMusicElsewhereAreFollowed()
    {
        QVERIFY(QDir().mkpath(m_dir->filePath("other")));
        QVERIFY(QFile::copy(m_made.filePath("2.ogg"), m_dir->filePath("other/two.ogg")));
        QVERIFY(QFile::link(m_dir->filePath("other"), music("linked")));
        QCOMPARE(counts(scan()), "+1 ~0 =0 -0 !0");
        QCOMPARE(counts(scan()), "+0 ~0 =1 -0 !0");
    }

    void unreadableFoldersKeepTheirMusic()
    {
        if (::geteuid() == 0)
            QSKIP("root can read every folder: run this test as somebody else");
        QVERIFY(put("open/one.ogg", 1));
        QVERIFY(put("shut/two.ogg", 2));
        (void)scan();
        QVERIFY(QFile::setPermissions(music("shut"), QFile::Permissions()));
        const ScanReport report = scan();
        QFile::setPermissions(music("shut"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(counts(report), "+0 ~0 =1 -0 !1");
        QCOMPARE(report.problems.first().path, music("shut"));
        QCOMPARE(titles(), (QStringList{"one", "two"}));
    }

    void unavailableRootsKeepTheirMusic()
    {
        QVERIFY(put("disk/one.ogg", 1));
        QVERIFY(put("home/two.ogg", 2));
        const QStringList roots{music("disk"), music("home")};
        QCOMPARE(counts(scan(roots)), "+2 ~0 =0 -0 !0");
        QVERIFY(QFile::rename(music("disk"), music("away")));
        QCOMPARE(counts(scan(roots)), "+0 ~0 =1 -0 !1");
        QCOMPARE(titles(), (QStringList{"one", "two"}));
        QVERIFY(QFile::rename(music("away"), music("disk")));
        QCOMPARE(counts(scan(roots)), "+0 ~0 =2 -0 !0");
    }

    void emptyMountPointsKeepTheirMusic()
    {
        QVERIFY(put("disk/one.ogg"));
        const QStringList roots{music("disk")};
        (void)scan(roots);
        // What a root on a disk of its own leaves behind when that is not mounted.
        CatalogueWriter(catalogue()).rememberDevices({{music("disk"), -1}});
        QVERIFY(QFile::remove(music("disk/one.ogg")));
        QCOMPARE(counts(scan(roots)), "+0 ~0 =0 -0 !1");
        QCOMPARE(titles(), QStringList{"one"});
    }

    void rootsNoLongerWantedAreForgotten()
    {
        QVERIFY(put("a/one.ogg", 1));
        QVERIFY(put("ab/two.ogg", 2));
        (void)scan({music("a"), music("ab")});
        QCOMPARE(counts(scan({music("a")})), "+0 ~0 =1 -1 !0");
        QCOMPARE(titles(), QStringList{"one"});
    }

    void rootsInsideEachOtherCountOnce()
    {
        QVERIFY(put("a/one.ogg"));
        QCOMPARE(counts(scan({music(), music("a"), music() + "/", music("a/../a")})), "+1 ~0 =0 -0 !0");
    }

    void strangeNamesAreFine()
    {
        QVERIFY(put("Ünï cødé/100% #1? \n 'quoted' \"東京\".ogg"));
        QCOMPARE(counts(scan()), "+1 ~0 =0 -0 !0");
        QCOMPARE(counts(scan()), "+0 ~0 =1 -0 !0");
    }

    void namesThatAreNoTextAreReported()
    {
        const QByteArray path = QFile::encodeName(music()) + "caf\xe9.ogg";
        FILE *file = std::fopen(path.constData(), "wb");
        QVERIFY(file);
        std::fclose(file);
        const ScanReport report = scan();
        std::remove(path.constData()); // Qt cannot
        QCOMPARE(counts(report), "+0 ~0 =0 -0 !1");
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

    void anUnusableCatalogueIsReported()
    {
        {
            const Sync::Database database(catalogue(), catalogueMigrations());
            QVERIFY(QSqlQuery(database.handle()).exec("DROP TABLE files"));
        }
        QVERIFY(put("one.ogg"));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression("the scan ended early"));
        const ScanReport report = scan();
        QCOMPARE(counts(report), "+0 ~0 =0 -0 !1");
        QCOMPARE(report.problems.first().path, catalogue());
    }
};

QTEST_GUILESS_MAIN(tst_LibraryScanner)
#include "tst_library_scanner.moc"
