// SPDX-License-Identifier: Apache-2.0
#include "app/library/catalogue.h"
#include "app/library/cataloguereader.h"
#include "app/library/watch.h"
#include "tests/unit/library/music.h"

#include "support/waiting.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Library;

/// Nobody asks for a scan here but the first one.
class tst_LibraryWatch : public QObject
{
    Q_OBJECT

    static constexpr int shownWithinMs = 5000;

    QTemporaryDir m_made;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Scanner> m_scanner;
    std::unique_ptr<Watch> m_watch;

    QString music(const QString &name = {}) const { return m_dir->filePath("music/" + name); }

    QString made(int tone) const { return m_made.filePath(QString("%1.ogg").arg(tone)); }

    QString titles() const
    {
        QStringList titles;
        for (const Track &track : CatalogueReader(m_dir->filePath("catalogue.db")).tracks())
            titles += track.title;
        titles.sort();
        return titles.join(' ');
    }
    bool shows(const QString &wanted) const
    {
        return QTest::qWaitFor([&] { return titles() == wanted; }, shownWithinMs);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!Music::canBeMade())
            QSKIP("ffmpeg is not installed: no music can be made");
        for (int tone : {1, 2, 3})
            QVERIFY(Music::make(made(tone), {.frequency = 300 * tone}));
    }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(music("a")));
        QVERIFY(QFile::copy(made(1), music("a/one.ogg")));
        prepareCatalogue(m_dir->filePath("catalogue.db"));
        m_scanner = std::make_unique<Scanner>(m_dir->filePath("catalogue.db"));
        m_scanner->setRoots({music()});
        m_watch = std::make_unique<Watch>(*m_scanner);
        QSignalSpy finished(m_scanner.get(), &Scanner::finished);
        m_scanner->scan();
        QVERIFY(finished.wait(Testing::patienceMs));
        QCOMPARE(titles(), "one");
    }
    void cleanup()
    {
        m_watch.reset();
        m_scanner.reset();
    }

    void newFiles()
    {
        QVERIFY(QFile::copy(made(2), music("a/two.ogg")));
        QVERIFY(shows("one two"));
    }

    void newFolders()
    {
        QVERIFY(QDir().mkpath(music("b/c")));
        QVERIFY(QFile::copy(made(2), music("b/c/two.ogg")));
        QVERIFY(shows("one two"));
        QVERIFY(QFile::copy(made(3), music("b/c/three.ogg")));
        QVERIFY(shows("one three two"));
    }

    void foldersMovedIn()
    {
        QVERIFY(QDir().mkpath(m_dir->filePath("else")));
        QVERIFY(QFile::copy(made(2), m_dir->filePath("else/two.ogg")));
        QVERIFY(QFile::rename(m_dir->filePath("else"), music("else")));
        QVERIFY(shows("one two"));
    }

    void goneFiles()
    {
        QVERIFY(QFile::remove(music("a/one.ogg")));
        QVERIFY(shows(""));
    }

    void retaggedInPlace()
    {
        QVERIFY(Music::tag(music("a/one.ogg"), Music::Tags{.title = "changed"}));
        QVERIFY(shows("changed"));
    }

    void onlyWholeFilesAreTaken()
    {
        QSignalSpy finished(m_scanner.get(), &Scanner::finished);
        const QByteArray bytes = Music::bytesOf(made(2));
        QFile file(music("a/two.ogg"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (qsizetype at = 0; at < bytes.size(); at += bytes.size() / 10 + 1) {
            file.write(bytes.sliced(at, std::min(bytes.size() / 10 + 1, bytes.size() - at)));
            file.flush();
            QTest::qWait(250); // so slowly it is written: nothing is waited for
        }
        file.close();
        QVERIFY(shows("one two"));
        for (const auto &arguments : finished)
            QCOMPARE(arguments.first().value<ScanReport>().problems, QList<Problem>());
        QVERIFY(!finished.isEmpty());
    }

    void rootsThatGoAndComeBack()
    {
        QSignalSpy finished(m_scanner.get(), &Scanner::finished);
        QVERIFY(QFile::rename(music(), m_dir->filePath("away")));
        QVERIFY(finished.wait(shownWithinMs));
        QCOMPARE(finished.last().first().value<ScanReport>().problems.size(), 1);
        QCOMPARE(titles(), "one");
        QVERIFY(QFile::copy(made(2), m_dir->filePath("away/two.ogg")));
        QVERIFY(QFile::rename(m_dir->filePath("away"), music()));
        QVERIFY(shows("one two"));
    }

    void nothingHappensOnItsOwn()
    {
        QSignalSpy finished(m_scanner.get(), &Scanner::finished);
        QVERIFY(Music::write(music("a/.hidden"), "x"));
        QTest::qWait(2500); // longer than a change waits for its scan: nothing tells that there is none
        QCOMPARE(finished.size(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_LibraryWatch)
#include "tst_library_watch.moc"
