// SPDX-License-Identifier: Apache-2.0
#include "app/library/catalogue.h"
#include "app/library/cataloguereader.h"
#include "app/library/cataloguewriter.h"
#include "tests/unit/library/collection.h"
#include "tests/unit/library/music.h"

#include <QDir>
#include <QFile>
#include <QSqlQuery>
#include <QTest>

#include <unistd.h>

using namespace Library;
using namespace std::chrono_literals;

class tst_LibraryRoots : public QObject
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

    void aRootTakenOutDuringTheScan()
    {
        for (int i = 0; i < 3; ++i)
            QVERIFY(put(QString("%1/tone.ogg").arg(i), i + 1));
        QCOMPARE(counts(scan()), "+3 ~0 =0 -0 !0");
        for (int i = 0; i < 3; ++i)
            QVERIFY(Music::tag(music(QString("%1/tone.ogg").arg(i)), Music::Tags{.title = "changed"}));
        const ScanReport report = m_collection->scanWhile([this](const QString &folder) {
            if (folder.endsWith("/1"))
                QVERIFY(QFile::rename(music(), m_collection->path("away")));
        });
        QCOMPARE(report.removed, 0);
        QCOMPARE(report.problems.size(), 1);
        QCOMPARE(report.problems.first().path, music());
        QVERIFY(report.problems.first().reason.contains("went away"));
        QCOMPARE(titles().size(), 3);
        QVERIFY(QFile::rename(m_collection->path("away"), music()));
        QCOMPARE(scan().problems, QList<Problem>());
        QCOMPARE(titles(), (QStringList{"changed", "changed", "changed"}));
    }

    void filesStillBeingWritten()
    {
        QVERIFY(put("one.ogg"));
        const ScanReport report = m_collection->scanWhole(wallTime() - 1h);
        QCOMPARE(report.postponed, 1);
        QCOMPARE(titles(), QStringList());
        QCOMPARE(m_collection->scanWhole(wallTime() + 1h).added, 1);
    }
};

QTEST_GUILESS_MAIN(tst_LibraryRoots)
#include "tst_library_roots.moc"
