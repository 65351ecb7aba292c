// SPDX-License-Identifier: Apache-2.0
#include "sync/http/filecache.h"
#include "sync/http/transcoding.h"
#include "sync/limits.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Sync;
using namespace Sync::Http;
using namespace std::chrono_literals;

namespace {

const MediaPart whole{.path = "/m/a song.flac"};

/// A file of so many bytes that takes none on the disk.
bool put(const QString &path, qint64 bytes, int usedSecondsAgo)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.resize(bytes)
        && file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-usedSecondsAgo),
                            QFileDevice::FileAccessTime);
}

} // namespace

/// What is decided about tracks in other formats: ffmpeg's words, names of files, and who has to go.
class tst_SyncTranscoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats()
    {
        QCOMPARE(formatNamed(u"mp3"), AudioFormat::Mp3);
        QCOMPARE(formatNamed(u"aac"), AudioFormat::Aac);
        QCOMPARE(formatNamed(u"opus"), AudioFormat::Opus);
        for (const auto name : {u"", u"MP3", u"mp", u"flac", u"mp3 "})
            QVERIFY(!formatNamed(name));
    }

    void bitrates_data()
    {
        QTest::addColumn<AudioFormat>("format");
        QTest::addColumn<int>("wanted");
        QTest::addColumn<int>("kilobits");
        QTest::addRow("a step") << AudioFormat::Mp3 << 128 << 128;
        QTest::addRow("rounded up") << AudioFormat::Mp3 << 129 << 160;
        QTest::addRow("least") << AudioFormat::Aac << 32 << 32;
        QTest::addRow("most") << AudioFormat::Aac << 320 << 320;
        QTest::addRow("above all") << AudioFormat::Aac << 9999 << 320;
        QTest::addRow("opus has less") << AudioFormat::Opus << 320 << 256;
    }
    void bitrates()
    {
        QFETCH(AudioFormat, format);
        QFETCH(int, wanted);
        QTEST(transcodingAt(format, wanted).kilobits, "kilobits");
        QCOMPARE(transcodingAt(format, wanted).format, format);
    }

    void names()
    {
        const Transcoding mp3{.format = AudioFormat::Mp3, .kilobits = 128};
        const QString name = transcodedNames(whole, 1000, 5, mp3).finished;
        QCOMPARE(transcodedNames(whole, 1000, 5, mp3).finished, name);
        QSet<QString> others{name};
        MediaPart part = whole;
        part.start = 1ms;
        others << transcodedNames(part, 1000, 5, mp3).finished;
        part.length = 1ms;
        others << transcodedNames(part, 1000, 5, mp3).finished;
        others << transcodedNames({.path = "/m/b"}, 1000, 5, mp3).finished;
        others << transcodedNames(whole, 1001, 5, mp3).finished;
        others << transcodedNames(whole, 1000, 6, mp3).finished;
        others << transcodedNames(whole, 1000, 5, {.format = AudioFormat::Mp3, .kilobits = 64}).finished;
        others << transcodedNames(whole, 1000, 5, {.format = AudioFormat::Opus, .kilobits = 128}).finished;
        QCOMPARE(others.size(), 8);
    }

    void namesOfParts()
    {
        const auto mp3 = transcodedNames(whole, 1, 1, {.format = AudioFormat::Mp3, .kilobits = 128});
        QCOMPARE(mp3.growing, mp3.part);
        const auto aac = transcodedNames(whole, 1, 1, {.format = AudioFormat::Aac, .kilobits = 128});
        QVERIFY(aac.growing != aac.part);
        for (const auto &names : {mp3, aac}) {
            QVERIFY(isTranscodedName(names.finished));
            QVERIFY(!isTranscodedName(names.part));
            QVERIFY(!isTranscodedName(names.growing));
        }
        QVERIFY(!isTranscodedName("notes.mp3"));
    }

    void words_data()
    {
        QTest::addColumn<AudioFormat>("format");
        QTest::addColumn<QString>("expected");
        const QString common = "-nostdin -v error -progress pipe:1 -stats_period 0.1 -y -ss 61.500 -t 3.001 "
                               "-protocol_whitelist file -i file:/m/a song.flac -map 0:a:0 -map_metadata -1 "
                               "-map_chapters -1 -af aformat=sample_rates=%1:channel_layouts=mono|stereo "
                               "-c:a %2 -b:a 128k %3";
        QTest::addRow("mp3") << AudioFormat::Mp3
                             << common.arg("44100|48000", "libmp3lame",
                                           "-write_xing 0 -id3v2_version 0 -f mp3 PART");
        QTest::addRow("aac") << AudioFormat::Aac
                             << common.arg("44100|48000", "aac",
                                           "-flags +global_header -f tee "
                                           "[f=adts]GROWING|[f=ipod:movflags=+faststart]PART");
        QTest::addRow("opus") << AudioFormat::Opus << common.arg("48000", "libopus", "-f ogg PART");
    }
    void words()
    {
        QFETCH(AudioFormat, format);
        const MediaPart part{.path = whole.path, .start = 61'500ms, .length = 3'001ms};
        const TranscodedNames names{.finished = "FINISHED", .part = "PART", .growing = "GROWING"};
        QTEST(ffmpegArguments(part, {.format = format, .kilobits = 128}, names).join(' '), "expected");
        const auto all = ffmpegArguments(whole, {.format = format, .kilobits = 128}, names);
        QVERIFY(!all.contains("-ss") && !all.contains("-t"));
    }

    void progress()
    {
        QCOMPARE(doneIn("out_time_us=6830604\n"), 6'830'604us);
        QCOMPARE(doneIn("out_time_us=0"), 0us);
        for (const char *line : {"", "out_time_us=N/A", "out_time_ms=5", "progress=end", "out_time_us="})
            QVERIFY(!doneIn(line));
    }

    void whatItSaysLast()
    {
        QCOMPARE(lastWords("first\nfile:/m/a song.flac: Invalid data\n", whole), "the file: Invalid data");
        QCOMPARE(lastWords("", whole), "it did not say why");
        QCOMPARE(lastWords(QByteArray(5000, 'x'), whole).size(), 300);
        QVERIFY(!lastWords("\xff\xfe /m/a song.flac", whole).contains("/m/"));
    }

    void whoReadsAlong_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<bool>("growing");
        const auto row = [](const char *name, const char *request, bool growing) {
            QTest::addRow("%s", name) << QByteArray(request) << growing;
        };
        row("all", "HTTP/1.1\r\n", true);
        row("from 0 on", "HTTP/1.1\r\nRange: bytes=0-\r\n", true);
        row("Safari's first question", "HTTP/1.1\r\nRange: bytes=0-1\r\n", false); // about the length
        row("a part", "HTTP/1.1\r\nRange: bytes=100-199\r\n", false);
        row("from later on", "HTTP/1.1\r\nRange: bytes=1-\r\n", false);
        row("the end", "HTTP/1.1\r\nRange: bytes=-10\r\n", false);
        row("several", "HTTP/1.1\r\nRange: bytes=0-1,5-6\r\n", true); // answered with all of it
        row("no chunks", "HTTP/1.0\r\n", false);
    }
    void whoReadsAlong()
    {
        QFETCH(QByteArray, request);
        const auto parsed = parseHead("GET /media/1?format=mp3 " + request + "Host: x\r\n\r\n");
        QTEST(takesGrowing(std::get<RequestHead>(parsed)), "growing");
    }

    void whoHasToGo_data()
    {
        QTest::addColumn<QList<int>>("ages");
        QTest::addColumn<qint64>("most");
        QTest::addColumn<QString>("gone");
        QTest::addRow("none") << QList<int>{} << 0LL << "";
        QTest::addRow("all fit") << QList{3, 1, 2} << 300LL << "";
        QTest::addRow("the oldest") << QList{2, 3, 1} << 299LL << "1";
        QTest::addRow("two") << QList{2, 3, 1} << 100LL << "01";
        QTest::addRow("all") << QList{2, 3, 1} << 99LL << "201";
    }
    void whoHasToGo()
    {
        QFETCH(QList<int>, ages);
        QFETCH(qint64, most);
        QList<CachedFile> files;
        for (const int age : ages)
            files.append({.name = QString::number(files.size()),
                          .bytes = 100,
                          .used = QDateTime::fromSecsSinceEpoch(1000 - age)});
        QTEST(toEvict(files, most).join(QString()), "gone");
    }

    void howMuchIsKept()
    {
        QCOMPARE(mostCached(0, Limits::diskLeftFree * 100), Limits::transcodedBytes);
        QCOMPARE(mostCached(500, Limits::diskLeftFree), 500);
        QCOMPARE(mostCached(500, Limits::diskLeftFree - 200), 300);
        QCOMPARE(mostCached(500, 0), 0);
    }

    void aCacheIsBounded()
    {
        const QTemporaryDir dir;
        const auto isName = [](const QString &name) { return name.endsWith(".mp3"); };
        const auto there = [&] { return QDir(dir.path()).entryList(QDir::Files).join(' '); };
        constexpr qint64 each = Limits::transcodedBytes / 2 - 1;
        QVERIFY(put(dir.filePath("a.mp3"), each, 30));
        QVERIFY(put(dir.filePath("b.mp3"), each, 20));
        QVERIFY(put(dir.filePath("c.mp3.part"), 10, 0));
        QVERIFY(put(dir.filePath(".hidden"), 10, 0));
        FileCache cache(dir.path(), isName);
        QCOMPARE(there(), "a.mp3 b.mp3");
        const auto reader = cache.open("a.mp3"); // now b is the oldest
        QVERIFY(reader);
        QVERIFY(put(dir.filePath("d.part"), 100, 0));
        QVERIFY(cache.keep("d.part", "d.mp3"));
        QCOMPARE(there(), "a.mp3 d.mp3");
        QVERIFY(!cache.open("b.mp3"));
        QVERIFY(!cache.keep("nothing.part", "e.mp3"));
    }

    void aFolderThatCannotBe()
    {
        const QTemporaryDir dir;
        QVERIFY(put(dir.filePath("file"), 1, 0));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression("cannot be made: nothing will be transcoded"));
        FileCache cache(dir.filePath("file/cache"), [](const QString &) { return true; });
        QVERIFY(!cache.open("a"));
    }
};

QTEST_GUILESS_MAIN(tst_SyncTranscoding)
#include "tst_sync_transcoding.moc"
