// SPDX-License-Identifier: Apache-2.0
#include "mediahouse.h"

using namespace Qt::StringLiterals;
using namespace Testing;

/// Tracks in other formats, by the real ffmpeg, over real sockets.
class tst_WebMedia : public MediaHouse
{
    Q_OBJECT

    static constexpr qsizetype secondBytes = 44'100 * 2; // of one channel of 16 bits

    /// What is to be heard of it.
    [[nodiscard]] static QByteArray samples(const QByteArray &bytes)
    {
        const QTemporaryDir dir;
        if (!Music::write(dir.filePath("encoded"), bytes))
            return {};
        QProcess ffmpeg;
        ffmpeg.start("ffmpeg",
                     {"-v", "error", "-i", dir.filePath("encoded"), "-f", "s16le", "-ac", "1", "-"});
        return ffmpeg.waitForFinished(patienceMs) ? ffmpeg.readAllStandardOutput() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }

    void formats_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("codec");
        QTest::addColumn<QString>("container");
        QTest::addColumn<QByteArray>("growingType");
        QTest::addColumn<QByteArray>("type");
        for (const QString &title : {u"Short"_s, u"Real"_s}) {
            const auto row = [&](const char *query, const char *codec, const char *container,
                                 const char *growingType, const char *type) {
                QTest::addRow("%s %s", qPrintable(title), query)
                    << title << QByteArray(query) << QString(codec) << QString(container)
                    << QByteArray(growingType) << QByteArray(type);
            };
            row("?format=mp3", "mp3", "mp3", "audio/mpeg", "audio/mpeg");
            row("?format=aac", "aac", "mov,mp4,m4a,3gp,3g2,mj2", "audio/aac", "audio/mp4");
            row("?format=opus&bitrate=64", "opus", "ogg", "audio/ogg", "audio/ogg");
        }
    }
    void formats()
    {
        QFETCH(QString, title);
        QFETCH(QByteArray, query);
        if (!m_tracks.contains(title))
            QSKIP("NOT TESTED WITH REAL MUSIC: the package wesnoth-music is not installed");
        const double seconds = probe(Music::bytesOf(m_collection.music(title + ".ogg"))).seconds;
        const HttpAnswer first = get(title, query);
        QCOMPARE(first.status, 200);
        QTEST(first.header("Content-Type"), "growingType");
        QCOMPARE(first.header("Transfer-Encoding"), QByteArray("chunked"));
        QVERIFY(!first.header("Content-Length").size());
        const auto grown = joined(first.body);
        QVERIFY(grown);
        QTEST(probe(*grown).codec, "codec");

        QTRY_COMPARE(parts(), 0);
        const HttpAnswer second = get(title, query);
        QCOMPARE(second.status, 200);
        QTEST(second.header("Content-Type"), "type");
        QCOMPARE(second.header("Content-Length"), QByteArray::number(second.body.size()));
        QCOMPARE(second.header("Accept-Ranges"), QByteArray("bytes"));
        const Probed probed = probe(second.body);
        QTEST(probed.codec, "codec");
        QTEST(probed.container, "container");
        QVERIFY2(qAbs(probed.seconds - seconds) < 0.2, qPrintable(QString::number(probed.seconds)));
        if (second.header("Content-Type") == first.header("Content-Type"))
            QVERIFY(second.body == *grown);
        const HttpAnswer unchanged = get(title, query, "If-None-Match: " + second.header("ETag") + "\r\n");
        QCOMPARE(unchanged.status, 304);
        QCOMPARE(started(), 1);
    }

    void bitrates()
    {
        const auto size = [this](const QByteArray &bitrate) {
            return get("Other", "?format=mp3&bitrate=" + bitrate, "Range: bytes=0-\r\n").status == 200
                ? get("Other", "?format=mp3&bitrate=" + bitrate, "Range: bytes=0-0\r\n")
                      .header("Content-Range")
                      .split('/')
                      .value(1)
                      .toLongLong()
                : 0;
        };
        QVERIFY(qAbs(size("32") - 4 * 32'000 / 8) < 1000);
        QVERIFY(qAbs(size("320") - 4 * 320'000 / 8) < 8000);
    }

    void ranges()
    {
        const HttpAnswer waited = get("Short", "?format=mp3", "Range: bytes=0-1\r\n");
        QCOMPARE(waited.status, 206); // what Safari asks first
        const QByteArray whole = get("Short", "?format=mp3").body;
        QCOMPARE(waited.header("Content-Range"), "bytes 0-1/" + QByteArray::number(whole.size()));
        QCOMPARE(waited.body, whole.first(2));
        QCOMPARE(get("Short", "?format=mp3", "Range: bytes=-7\r\n").body, whole.last(7));
        QVERIFY(get("Short", "?format=mp3", "Range: bytes=1000-\r\n").body == whole.sliced(1000));
        QCOMPARE(get("Short", "?format=mp3", "Range: bytes=9999999-\r\n").status, 416);
    }

    void whoTakesNoChunksWaits()
    {
        RawClient old(m_port);
        old.write("GET " + address("Short", "?format=mp3")
                  + " HTTP/1.0\r\nHost: 127.0.0.1:" + QByteArray::number(m_port) + "\r\n\r\n");
        QTRY_VERIFY(old.isClosed());
        QVERIFY(!old.received().contains("chunked"));
        QVERIFY(old.received().contains("Content-Length: " + QByteArray::number(bodyOf(old).size())));
        QCOMPARE(probe(bodyOf(old)).codec, "mp3");
    }

    void onlyTheHead()
    {
        const HttpAnswer before = ask(m_port, "HEAD " + address("Short", "?format=aac"));
        QCOMPARE(before.status, 200);
        QCOMPARE(before.header("Content-Type"), QByteArray("audio/aac"));
        QVERIFY(before.header("Content-Length").isEmpty() && before.body.isEmpty());
        QCOMPARE(started(), 0);
        QCOMPARE(get("Short", "?format=aac", "Range: bytes=0-1\r\n").status, 206);
        const HttpAnswer after = ask(m_port, "HEAD " + address("Short", "?format=aac"));
        QCOMPARE(after.header("Content-Type"), QByteArray("audio/mp4"));
        QVERIFY(after.header("Content-Length").toLongLong() > 10'000);
    }

    void oneAfterTheOtherOnOneConnection()
    {
        const QByteArray end = "Host: 127.0.0.1:" + QByteArray::number(m_port) + "\r\n\r\n";
        RawClient both(m_port);
        both.write("GET " + address("Short", "?format=mp3") + " HTTP/1.1\r\n" + end
                   + "GET /api/health HTTP/1.1\r\n" + end);
        QTRY_VERIFY(both.received().contains("\r\n0\r\n\r\nHTTP/1.1 200 OK\r\n"));
        QTRY_VERIFY(both.received().endsWith('}'));
    }

    void partsOfASheet()
    {
        for (const auto &[title, seconds] : {std::pair(u"Dusk"_s, 2), {u"Moon"_s, 3}, {u"Dawn"_s, 4}}) {
            QCOMPARE(get(title, "?format=aac", "Range: bytes=0-0\r\n").status, 206);
            const Probed probed = probe(get(title, "?format=aac").body);
            QVERIFY2(qAbs(probed.seconds - seconds) < 0.2, qPrintable(QString::number(probed.seconds)));
        }
        QCOMPARE(started(), 3);
    }
    void partsOfASheetAsTheyAre()
    {
        QHash<QString, QByteArray> sent;
        for (const auto &title : {u"Dusk"_s, u"Moon"_s, u"Dawn"_s}) {
            const HttpAnswer head = ask(m_port, "HEAD " + address(title, {}));
            const HttpAnswer answer = get(title, {}); // chunks are of no use here
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.header("Content-Type"), QByteArray("audio/flac"));
            QCOMPARE(answer.header("Accept-Ranges"), QByteArray("bytes"));
            QCOMPARE(answer.header("Content-Length"), QByteArray::number(answer.body.size()));
            QCOMPARE(head.header("Content-Length"), answer.header("Content-Length"));
            QCOMPARE(get(title, {}, "Range: bytes=4-7\r\n").body, answer.body.sliced(4, 4));
            sent.insert(title, answer.body);
        }
        QVERIFY(get(u"Other"_s, {}).body == Music::bytesOf(m_collection.music("Other.wav")));
        QCOMPARE(started(), 3);
        const QByteArray sheet = samples(Music::bytesOf(m_collection.music("sheet.flac")));
        QCOMPARE(samples(sent.value("Dusk")), sheet.first(2 * secondBytes));
        QCOMPARE(samples(sent.value("Moon")), sheet.sliced(2 * secondBytes, 3 * secondBytes));
        QCOMPARE(samples(sent.value("Dawn")), sheet.sliced(5 * secondBytes));
    }
    void aPartWithoutFfmpeg()
    {
        const QTemporaryDir nothing;
        qputenv("PATH", QFile::encodeName(nothing.path()));
        const HttpAnswer answer = get("Moon", {});
        QCOMPARE(answer.status, 501);
        QCOMPARE(answer.code(), u"no_ffmpeg"_s);
        QCOMPARE(get("Short", {}).status, 200);
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *query, const char *field) {
            QTest::addRow("%s", query) << QByteArray(query) << QString(field);
        };
        row("?format=flac", "format");
        row("?format=", "format");
        row("?format=MP3", "format");
        row("?format=mp3&format=aac", "format");
        row("?bitrate=128", "format");
        row("?format=mp3&bitrate=31", "bitrate");
        row("?format=mp3&bitrate=321", "bitrate");
        row("?format=opus&bitrate=320", "bitrate");
        row("?format=mp3&bitrate=128k", "bitrate");
        row("?format=mp3&bitrate=", "bitrate");
        row("?format=mp3&quality=5", "quality");
        row("?x=1", "x");
    }
    void faults()
    {
        QFETCH(QByteArray, query);
        const HttpAnswer answer = get("Short", query);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.code(), u"bad_parameter"_s);
        QTEST(answer.json().value("error"_L1).toObject().value("field"_L1).toString(), "field");
        QCOMPARE(started(), 0);
    }

    void whatIsNotThere()
    {
        for (const char *path : {"/media/1", "/media/", "/media/x", "/media/-1", "/media/../media/1"})
            QCOMPARE(ask(m_port, "GET " + QByteArray(path) + "?format=mp3").status, 404);
        QCOMPARE(ask(m_port, "DELETE " + address("Short", "?format=mp3")).status, 405);
    }
};

QTEST_GUILESS_MAIN(tst_WebMedia)
#include "tst_web_media.moc"
