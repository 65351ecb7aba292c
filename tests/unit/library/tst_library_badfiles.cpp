// SPDX-License-Identifier: Apache-2.0
#include "app/library/catalogue.h"
#include "app/library/cataloguereader.h"
#include "tests/unit/library/collection.h"
#include "tests/unit/library/music.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSqlQuery>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <cstdio>
#include <filesystem>

using namespace Library;
using namespace std::chrono_literals;

class tst_LibraryBadFiles : public QObject
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

    /// Files do not grow beyond what SQLite needs to begin a transaction while this lives.
    class NoRoomForFiles
    {
    public:
        NoRoomForFiles()
        {
            std::signal(SIGXFSZ, SIG_IGN);
            ::getrlimit(RLIMIT_FSIZE, &m_before);
            const rlimit none{.rlim_cur = 40 * 1024, .rlim_max = m_before.rlim_max};
            ::setrlimit(RLIMIT_FSIZE, &none);
        }
        ~NoRoomForFiles() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
        NoRoomForFiles(const NoRoomForFiles &) = delete;
        NoRoomForFiles &operator=(const NoRoomForFiles &) = delete;

    private:
        rlimit m_before{};
    };

private Q_SLOTS:
    void initTestCase()
    {
        if (!Music::canBeMade())
            QSKIP("ffmpeg is not installed: no music can be made");
        QVERIFY(m_made.areThere());
    }

    void init() { m_collection = std::make_unique<Collection>(); }

    void brokenFilesAreReported_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("empty") << "e.mp3" << QByteArray();
        QTest::addRow("text") << "t.mp3" << QByteArray("no sound\n").repeated(30);
        QTest::addRow("cut flac") << "c.flac" << Music::bytesOf(m_made.flac()).first(60);
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
        QVERIFY(QDir().mkpath(m_collection->path("other")));
        QVERIFY(QFile::copy(m_made.path(2), m_collection->path("other/two.ogg")));
        QVERIFY(QFile::link(m_collection->path("other"), music("linked")));
        QCOMPARE(counts(scan()), "+1 ~0 =0 -0 !0");
        QCOMPARE(counts(scan()), "+0 ~0 =1 -0 !0");
    }

    void strangeNamesAreFine()
    {
        QVERIFY(put("Ünï cødé/100% #1? \n 'quoted' \"東京\".ogg"));
        QCOMPARE(counts(scan()), "+1 ~0 =0 -0 !0");
        QCOMPARE(counts(scan()), "+0 ~0 =1 -0 !0");
    }

    void namesThatAreNoTextAreReported()
    {
        QVERIFY(put("one.ogg"));
        QVERIFY(put("two.ogg", 2));
        QVERIFY(put("three.ogg", 3));
        const QByteArray within = QFile::encodeName(music());
        const QByteArray file = within + "caf\xe9.ogg";
        const QByteArray folder = within + "\xc4lben";
        QCOMPARE(::mkdir(folder.constData(), 0700), 0); // Qt could not
        QCOMPARE(std::rename((within + "two.ogg").constData(), file.constData()), 0);
        QCOMPARE(std::rename((within + "three.ogg").constData(), (folder + "/three.ogg").constData()), 0);
        const ScanReport report = scan();
        QVERIFY(std::filesystem::remove(file.toStdString()));
        QVERIFY(std::filesystem::remove_all(folder.toStdString()));
        QCOMPARE(counts(report), "+1 ~0 =0 -0 !2");
        for (const Problem &problem : report.problems) {
            QVERIFY(problem.path.startsWith(music()));
            QVERIFY2(problem.reason.contains("not valid UTF-8"), qPrintable(problem.reason));
        }
        QCOMPARE(titles(), QStringList{"one"});
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

    void hugeTags()
    {
        QVERIFY(put("one.ogg"));
        const QByteArray sound = Music::bytesOf(m_made.mp3());
        // A tag that claims 256 MB, and one that is really 20 MB.
        QVERIFY(Music::write(music("claims.mp3"), QByteArray("ID3\x04\0\0\x7f\x7f\x7f\x7f", 10) + sound));
        QVERIFY(Music::write(music("is.mp3"),
                             QByteArray("ID3\x04\0\0\x0a\0\0\0", 10) + QByteArray(20 << 20, '\0') + sound));
        const ScanReport report = scan();
        QCOMPARE(counts(report), "+2 ~0 =0 -0 !1");
        QCOMPARE(report.problems.first().path, music("claims.mp3"));
        QCOMPARE(titles(), (QStringList{"is", "one"}));
    }

    void cutOffInTheSound()
    {
        const QByteArray whole = Music::bytesOf(m_made.flac());
        QVERIFY(Music::write(music("cut.flac"), whole.first(whole.size() / 2)));
        QCOMPARE(counts(scan()), "+1 ~0 =0 -0 !0"); // plays as far as it goes
    }

    void cutOffAnywhere_data()
    {
        QTest::addColumn<QString>("ending");
        for (const char *ending : {"mp3", "flac", "ogg", "opus", "m4a", "wav", "aiff", "wv", "wma"})
            QTest::addRow("%s", ending) << QString(ending);
    }
    void cutOffAnywhere()
    {
        QFETCH(QString, ending);
        const QString whole = m_collection->path("whole." + ending);
        if (!Music::make(whole, {.seconds = 0.3}))
            QSKIP("ffmpeg cannot make this kind");
        const QByteArray bytes = Music::bytesOf(whole);
        QVERIFY(put("one.ogg"));
        int files = 0;
        for (qsizetype size = 1; size < bytes.size(); size += 1 + size / 2, ++files)
            QVERIFY(Music::write(music(QString("%1.%2").arg(size).arg(ending)), bytes.first(size)));
        const ScanReport report = scan();
        QCOMPARE(report.added + report.problems.size(), files + 1); // each is music or said to be none
        QVERIFY(!report.problems.isEmpty());
        for (const Problem &problem : report.problems)
            QVERIFY(!problem.reason.isEmpty());
        QVERIFY(titles().contains("one"));
        QCOMPARE(counts(scan()), QString("+0 ~0 =%1 -0 !%2").arg(report.added).arg(report.problems.size()));
    }

    void sparseFiles_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<bool>("hasHead");
        for (const char *ending : {"mp3", "flac", "wav", "m4a", "ogg", "opus", "wv", "wma"}) {
            QTest::addRow("%s, nothing in it", ending) << QString(ending) << false;
            QTest::addRow("%s, music in front", ending) << QString(ending) << true;
        }
    }
    void sparseFiles()
    {
        QFETCH(QString, ending);
        QFETCH(bool, hasHead);
        QVERIFY(put("one.ogg"));
        const QString path = music("big." + ending);
        if (!(hasHead ? Music::make(path) : Music::write(path, {})))
            QSKIP("ffmpeg cannot make this kind");
        if (hasHead && ending == "mp3") // without an index the last frame is looked for
            QVERIFY(Music::write(path, Music::bytesOf(path).replace("Xing", "xxxx").replace("Info", "xxxx")));
        if (!QFile::resize(path, (qint64(4) << 30) + 4096))
            QSKIP("no file of 4 GB can be made here");
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(counts(scan()), hasHead ? "+2 ~0 =0 -0 !0" : "+1 ~0 =0 -0 !1");
        QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString("%1 ms").arg(timer.elapsed())));
    }

    void whatIsNoFile()
    {
        QVERIFY(put("one.ogg"));
        QCOMPARE(::mkfifo(QFile::encodeName(music("pipe.mp3")).constData(), 0600), 0);
        QVERIFY(QDir().mkpath(music("folder.mp3")));
        QCOMPARE(counts(scan()), "+1 ~0 =0 -0 !0");
    }

    void aFullDisk()
    {
        for (int i = 1; i <= 3; ++i)
            QVERIFY(put(QString("%1.ogg").arg(i), i));
        QCOMPARE(counts(scan()), "+3 ~0 =0 -0 !0");
        for (int i = 0; i < 3; ++i)
            QVERIFY(Music::make(music(QString("new%1.ogg").arg(i)),
                                {.frequency = 2000 + 100 * i, .seconds = 0.2}));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression("the scan ended early"));
        ScanReport report;
        {
            const NoRoomForFiles full;
            report = scan();
        }
        QCOMPARE(report.removed, 0);
        QCOMPARE(report.problems.size(), 1);
        QCOMPARE(report.problems.first().path, catalogue());
        QVERIFY(report.problems.first().reason.startsWith("The catalogue cannot be used: "));
        QCOMPARE(titles(), (QStringList{"1", "2", "3"}));
        QCOMPARE(scan().problems, QList<Problem>());
        QCOMPARE(titles().size(), 6);
    }
};

QTEST_GUILESS_MAIN(tst_LibraryBadFiles)
#include "tst_library_badfiles.moc"
