// SPDX-License-Identifier: Apache-2.0
#include "app/library/embeddedcover.h"
#include "app/library/ids.h"
#include "app/library/tagreader.h"
#include "tests/unit/library/music.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Library;
using namespace std::chrono_literals;

class tst_LibraryTagReader : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    const QStringList m_names{"a.flac", "a.ogg", "a.opus", "a.flac.oga", "a.mp3",
                              "a.m4a",  "a.wav", "a.aiff", "a.wv",       "a.wma"};

    static Track trackIn(const std::variant<Track, Problem> &result)
    {
        const auto *problem = std::get_if<Problem>(&result);
        if (problem)
            qWarning() << problem->path << problem->reason;
        return problem ? Track() : std::get<Track>(result);
    }
    static QString reasonIn(const std::variant<Track, Problem> &result)
    {
        const auto *problem = std::get_if<Problem>(&result);
        return problem ? problem->reason : QString();
    }
    QString copyOf(const QString &name, const QString &as)
    {
        const QString copy = m_dir.filePath(as);
        QDir().mkpath(QFileInfo(copy).path());
        QFile::remove(copy);
        return QFile::copy(m_dir.filePath(name), copy) ? copy : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!Music::canBeMade())
            QSKIP("ffmpeg is not installed: no music can be made");
        for (const QString &name : m_names)
            QVERIFY2(Music::make(m_dir.filePath(name)), qPrintable(name));
    }

    void tags_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : m_names)
            QTest::addRow("%s", qPrintable(name)) << name;
    }
    void tags()
    {
        QFETCH(QString, name);
        const QString path = copyOf(name, "tagged/" + name);
        QVERIFY(Music::tag(path,
                           {.title = "Žluťoučký",
                            .artist = "Ana feat. Ben",
                            .album = "Night  Songs",
                            .albumArtist = "Ana & Friends",
                            .date = "2004-05-01",
                            .trackNumber = "7/12",
                            .discNumber = "2/3"}));

        const Track track = trackIn(readTrack(path));
        QCOMPARE(track.path, path);
        QCOMPARE(track.title, "Žluťoučký");
        QCOMPARE(track.artist, "Ana feat. Ben");
        QCOMPARE(track.album, "Night Songs");
        QCOMPARE(track.albumArtist, "Ana & Friends");
        QCOMPARE(track.year, 2004);
        QCOMPARE(track.trackNumber, 7);
        QCOMPARE(track.discNumber, 2);
        QVERIFY2(track.duration > 900ms && track.duration < 1200ms,
                 qPrintable(QString::number(track.duration.count())));
        QCOMPARE(track.albumId, albumId("Ana & Friends", "Night Songs"));
        QCOMPARE(track.artistId, artistId("Ana"));
    }

    void withoutTags_data() { tags_data(); }
    void withoutTags()
    {
        QFETCH(QString, name);
        const QString ending = name.section('.', 1);
        const QString path = copyOf(name, "Lost Songs/CD2/01 The Ｌast One." + ending.section('.', -1));

        const Track track = trackIn(readTrack(path));
        QCOMPARE(track.title, "01 The Ｌast One");
        QCOMPARE(track.artist, "");
        QCOMPARE(track.album, "Lost Songs");
        QCOMPARE(track.discNumber, 2);
        QCOMPARE(track.albumId, folderAlbumId("Lost Songs"));
    }

    void theEndingDoesNotMatter()
    {
        const Track right = trackIn(readTrack(m_dir.filePath("a.flac")));
        const Track wrong = trackIn(readTrack(copyOf("a.flac", "b.mp3")));
        QCOMPARE(wrong.id, right.id);
        QCOMPARE(wrong.duration, right.duration);
    }

    void compilations()
    {
        const QString path = copyOf("a.mp3", "c.mp3");
        QVERIFY(Music::tag(path, {.artist = "Ana", .album = "Hits", .compilation = "1"}));
        QCOMPARE(trackIn(readTrack(path)).albumId, albumId("Various Artists", "Hits"));
    }

    void absurdTagsAreCutShort()
    {
        const QString path = copyOf("a.flac", "long.flac");
        QVERIFY(Music::tag(path, {.title = QString(100'000, u'x'), .trackNumber = "99999999999999999999"}));
        const Track track = trackIn(readTrack(path));
        QCOMPARE(track.title.size(), 1024);
        QCOMPARE(track.trackNumber, 0);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        const auto startOf = [this](const QString &name, qsizetype size) {
            return Music::bytesOf(m_dir.filePath(name)).first(size);
        };
        QTest::addRow("empty") << "e.mp3" << QByteArray() << "The file is empty.";
        QTest::addRow("text") << "t.mp3" << QByteArray("All that glitters is not sound.\n").repeated(50)
                              << "This is not an audio file of a kind Segue knows.";
        QTest::addRow("picture") << "p.ogg" << QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(5000, 'p')
                                 << "This is not an audio file of a kind Segue knows.";
        QTest::addRow("only a tag") << "i.mp3"
                                    << QByteArray("ID3\x04\0\0\0\0\x10\0", 10) + QByteArray(2048, '\0')
                                    << "This is not an audio file of a kind Segue knows.";
        QTest::addRow("flac cut in its head")
            << "h.flac" << startOf("a.flac", 30) << "The file is cut off before its sound begins.";
        QTest::addRow("ogg cut in its head")
            << "h.ogg" << startOf("a.ogg", 100) << "The file is cut off before its sound begins.";
        QTest::addRow("m4a without sound")
            << "h.m4a" << startOf("a.m4a", 28) << "The file is cut off before its sound begins.";
        QTest::addRow("wav cut in its head")
            << "h.wav" << startOf("a.wav", 40) << "The file is cut off before its sound begins.";
        QTest::addRow("m4a without its index")
            << "n.m4a" << startOf("a.m4a", 2000) << "The file is damaged: its headers make no sense.";
    }
    void refused()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QVERIFY(Music::write(m_dir.filePath(name), bytes));
        const auto result = readTrack(m_dir.filePath(name));
        QTEST(reasonIn(result), "reason");
        QVERIFY(embeddedCover(m_dir.filePath(name)).isEmpty());
    }

    void whatIsNoFileIsRefused()
    {
        QVERIFY(reasonIn(readTrack(m_dir.filePath("nowhere.ogg"))).startsWith("It cannot be opened: "));
        QVERIFY(!reasonIn(readTrack(m_dir.path())).isEmpty());
    }

    /// Nothing is asked of the answers but that they come.
    void damagedFilesAreSurvived_data() { tags_data(); }
    void damagedFilesAreSurvived()
    {
        QFETCH(QString, name);
        const QByteArray whole = Music::bytesOf(m_dir.filePath(name));
        const QString path = m_dir.filePath("damaged-" + name);
        QRandomGenerator random(7);
        for (int round = 0; round < 120; ++round) {
            QByteArray bytes = whole;
            if (round % 2 == 0)
                bytes.truncate(random.bounded(round % 4 == 0 ? 300 : int(whole.size())));
            for (int flips = round % 3 * 4; flips > 0 && !bytes.isEmpty(); --flips)
                bytes[random.bounded(std::min(int(bytes.size()), 400))] = char(random.bounded(256));
            QVERIFY(Music::write(path, bytes));
            const auto result = readTrack(path);
            QVERIFY(std::holds_alternative<Problem>(result) || std::get<Track>(result).id != 0);
            (void)embeddedCover(path);
        }
    }

    void pictures_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"a.flac", "a.ogg", "a.opus", "a.mp3", "a.m4a"})
            QTest::addRow("%s", name) << QString(name);
    }
    void pictures()
    {
        QFETCH(QString, name);
        const QString path = copyOf(name, "pictured/" + name);
        QVERIFY(embeddedCover(path).isEmpty());
        const QByteArray picture = Music::picture(Qt::red, 20, 20);
        QVERIFY(Music::setCover(path, picture));
        QCOMPARE(embeddedCover(path), picture);
    }
};

QTEST_GUILESS_MAIN(tst_LibraryTagReader)
#include "tst_library_tagreader.moc"
