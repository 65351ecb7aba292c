// SPDX-License-Identifier: Apache-2.0
#include "app/library/cataloguereader.h"
#include "app/web/mediaapi.h"
#include "support/hub/asking.h"
#include "support/hub/plainclient.h"
#include "support/hub/rawclient.h"
#include "support/hub/testhub.h"
#include "support/program/music.h"
#include "support/waiting.h"
#include "sync/limits.h"
#include "sync/store/memorystore.h"
#include "tests/unit/library/collection.h"
#include "tests/unit/library/music.h"

#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace Testing;

namespace {

const QByteArray sheet = "FILE \"sheet.flac\" WAVE\n"
                         "  TRACK 01 AUDIO\n    TITLE \"Dusk\"\n    INDEX 01 00:00:00\n"
                         "  TRACK 02 AUDIO\n    TITLE \"Moon\"\n    INDEX 01 00:02:00\n"
                         "  TRACK 03 AUDIO\n    TITLE \"Dawn\"\n    INDEX 01 00:05:00\n";

/// What came in chunks; nothing before the last one has.
std::optional<QByteArray> joined(QByteArrayView chunks)
{
    QByteArray whole;
    while (true) {
        const qsizetype end = chunks.indexOf("\r\n");
        bool isSize = false;
        const qsizetype size = end < 0 ? 0 : chunks.first(end).toByteArray().toLongLong(&isSize, 16);
        if (!isSize || chunks.size() < end + 2 + size + 2)
            return std::nullopt;
        if (size == 0)
            return chunks.size() == end + 4 ? std::optional(whole) : std::nullopt;
        whole += chunks.sliced(end + 2, size);
        chunks = chunks.sliced(end + 2 + size + 2);
    }
}

QByteArray bodyOf(const RawClient &client)
{
    const qsizetype end = client.received().indexOf("\r\n\r\n");
    return end < 0 ? QByteArray() : client.received().sliced(end + 4);
}

/// "codec container seconds", as ffprobe says it.
struct Probed {
    QString codec;
    QString container;
    double seconds = 0;
};
Probed probe(const QByteArray &bytes)
{
    const QTemporaryDir dir;
    if (!Music::write(dir.filePath("probed"), bytes))
        return {};
    QProcess ffprobe;
    ffprobe.start("ffprobe",
                  {"-v", "error", "-show_entries", "stream=codec_name:format=format_name,duration", "-of",
                   "default=nokey=1:noprint_wrappers=1", dir.filePath("probed")});
    if (!ffprobe.waitForFinished(patienceMs))
        return {};
    const QStringList words = QString::fromUtf8(ffprobe.readAllStandardOutput()).split('\n');
    return {.codec = words.value(0), .container = words.value(1), .seconds = words.value(2).toDouble()};
}

} // namespace

/// Tracks in other formats, by the real ffmpeg, over real sockets.
class tst_WebMedia : public QObject
{
    Q_OBJECT

    Collection m_collection;
    QTemporaryDir m_programs;
    QByteArray m_path;
    QHash<QString, quint64> m_tracks; ///< by their titles
    std::unique_ptr<QTemporaryDir> m_cache;
    std::unique_ptr<Sync::Server> m_server;
    quint16 m_port = 0;

    [[nodiscard]] QString cache() const { return m_cache->filePath("transcoded"); }
    [[nodiscard]] QStringList cached() const { return QDir(cache()).entryList(QDir::Files); }
    [[nodiscard]] qsizetype parts() const
    {
        return cached().filter(QRegularExpression("part|growing")).size();
    }
    /// How many ffmpegs there have been.
    [[nodiscard]] qsizetype started() const { return Music::bytesOf(m_programs.filePath("log")).size() / 2; }
    [[nodiscard]] QByteArray address(const QString &title, const QByteArray &query) const
    {
        return "/media/" + QByteArray::number(m_tracks.value(title)) + query;
    }
    [[nodiscard]] HttpAnswer get(const QString &title, const QByteArray &query,
                                 const QByteArray &headers = {}) const
    {
        return ask(m_port, "GET " + address(title, query), headers);
    }
    [[nodiscard]] std::unique_ptr<RawClient>
    client(const QString &title, const QByteArray &query,
           RawClient::Reading reading = RawClient::Reading::Yes) const
    {
        auto client = std::make_unique<RawClient>(m_port, reading);
        client->write("GET " + address(title, query)
                      + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port) + "\r\n\r\n");
        return client;
    }

    void start()
    {
        m_server = std::make_unique<Sync::Server>(
            std::make_unique<Sync::MemoryStore>(),
            Sync::ServerOptions{.identity = {.id = u"test-hub"_s, .name = u"Test"_s},
                                .makeTracks = [] { return std::make_unique<TestTracks>(); },
                                .makeSites =
                                    [catalogue = m_collection.catalogue(), folder = cache()] {
                                        return std::vector<std::shared_ptr<Sync::Http::Site>>{
                                            std::make_shared<Web::MediaApi>(catalogue, folder)};
                                    }});
        const auto listening = m_server->listen();
        m_port = std::get<quint16>(listening);
    }

    void makeMusic() const
    {
        QVERIFY(Music::make(m_collection.music("Long.flac"), {.seconds = 2400}));
        QVERIFY(Music::make(m_collection.music("Short.ogg"), {.frequency = 500, .seconds = 3}));
        QVERIFY(Music::make(m_collection.music("Other.wav"), {.frequency = 600, .seconds = 4}));
        QVERIFY(Music::make(m_collection.music("sheet.flac"), {.frequency = 700, .seconds = 9}));
        QVERIFY(Music::write(m_collection.music("sheet.cue"), sheet));
        for (const auto &file :
             QDir(realMusic()).entryInfoList({"*.ogg"}, QDir::Files, QDir::Size | QDir::Reversed))
            if (file.size() > 500'000) {
                QVERIFY(QFile::copy(file.filePath(), m_collection.music("Real.ogg")));
                QVERIFY(Music::tag(m_collection.music("Real.ogg"), Music::Tags{.title = "Real"}));
                return;
            }
    }

    /// The real one, counted.
    void countFfmpegs()
    {
        const QString real = QStandardPaths::findExecutable("ffmpeg");
        const QString counting = m_programs.filePath("ffmpeg");
        QVERIFY(Music::write(counting,
                             "#!/bin/sh\necho 1 >>'" + m_programs.filePath("log").toUtf8() + "'\nexec '"
                                 + real.toUtf8() + "' \"$@\"\n"));
        QVERIFY(QFile::setPermissions(counting, QFile::ReadOwner | QFile::ExeOwner));
        m_path = QFile::encodeName(m_programs.path()) + ':' + qgetenv("PATH");
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!Music::canBeMade())
            QSKIP("ffmpeg is not installed: no music can be made");
        makeMusic();
        QCOMPARE(m_collection.scan().problems, QList<Library::Problem>());
        for (const auto &track : Library::CatalogueReader(m_collection.catalogue()).tracks())
            m_tracks.insert(track.title, track.id);
        QVERIFY(m_tracks.contains("Long") && m_tracks.contains("Short") && m_tracks.contains("Moon"));
        countFfmpegs();
    }

    void init()
    {
        qputenv("PATH", m_path);
        QFile::remove(m_programs.filePath("log"));
        m_cache = std::make_unique<QTemporaryDir>();
        start();
    }

    void cleanup()
    {
        m_server.reset();
        if (m_cache)
            QCOMPARE(parts(), 0); // whatever was going on
    }

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

    void twoReadersOneFfmpeg()
    {
        const auto one = client("Long", "?format=mp3");
        QTRY_VERIFY(bodyOf(*one).size() > 10'000); // flows at once
        const auto two = client("Long", "?format=mp3");
        QTRY_VERIFY(bodyOf(*two).size() > 10'000);
        QVERIFY(!joined(bodyOf(*one)) && !joined(bodyOf(*two)));
        QCOMPARE(parts(), 1);
        QCOMPARE(started(), 1);
    }

    void whoeverStaysGetsItAll()
    {
        auto leaving = client("Long", "?format=mp3&bitrate=32");
        const auto staying = client("Long", "?format=mp3&bitrate=32");
        QTRY_VERIFY(bodyOf(*leaving).size() > 1000 && bodyOf(*staying).size() > 1000);
        leaving.reset();
        QTRY_VERIFY_WITH_TIMEOUT(joined(bodyOf(*staying)), 4 * patienceMs);
        QVERIFY(qAbs(probe(*joined(bodyOf(*staying))).seconds - 2400) < 0.2);
        QCOMPARE(started(), 1);
    }

    void stopsWhereNobodyReads()
    {
        auto leaving = client("Long", "?format=aac");
        QTRY_VERIFY(bodyOf(*leaving).size() > 1000);
        QCOMPARE(parts(), 2);
        leaving.reset();
        QTRY_COMPARE(parts(), 0);
        QCOMPARE(cached(), QStringList());
        const auto again = client("Long", "?format=aac"); // also right after
        QTRY_VERIFY(bodyOf(*again).size() > 1000);
        QCOMPARE(started(), 2);
    }

    void stopsWhereNobodyWaits()
    {
        auto waiting = std::make_unique<RawClient>(m_port);
        waiting->write("GET " + address("Long", "?format=aac") + " HTTP/1.1\r\nHost: 127.0.0.1:"
                       + QByteArray::number(m_port) + "\r\nRange: bytes=5-6\r\n\r\n");
        QTRY_COMPARE(parts(), 2);
        waiting.reset();
        QTRY_COMPARE(parts(), 0);
        QCOMPARE(cached(), QStringList());
    }

    void goesOnPastHalf()
    {
        auto leaving = client("Long", "?format=mp3&bitrate=32");
        constexpr qsizetype whole = 2400 * 32'000 / 8;
        QTRY_VERIFY_WITH_TIMEOUT(bodyOf(*leaving).size() > whole * 6 / 10, 4 * patienceMs);
        leaving.reset();
        QTRY_COMPARE_WITH_TIMEOUT(parts(), 0, 4 * patienceMs);
        QCOMPARE(cached().size(), 1);
    }

    void whoReadsNothingHoldsNoMemory()
    {
        const auto fast = client("Long", "?format=mp3&bitrate=320");
        const qint64 before = residentBytes();
        std::vector<std::unique_ptr<RawClient>> slow;
        for (int i = 0; i < 20; ++i)
            slow.push_back(client("Long", "?format=mp3&bitrate=320", RawClient::Reading::Never));
        qsizetype received = 0;
        QTRY_VERIFY((received = fast->received().size()) > 12'000'000);
        QVERIFY2(residentBytes() - before - 4 * received < 40'000'000, // the fast one keeps all it reads
                 qPrintable(QString::number(residentBytes() - before)));
        slow.front()->readOn();
        QTRY_VERIFY(slow.front()->received().size() > 12'000'000);
    }

    void othersHaveTheirTurnMeanwhile()
    {
        const auto reading = client("Long", "?format=mp3");
        QTRY_VERIFY(bodyOf(*reading).size() > 10'000);
        QCOMPARE(ask(m_port, "GET /api/health").status, 200);
        QVERIFY(!joined(bodyOf(*reading)));
    }

    void moreThanAreMadeAtOnce()
    {
        std::vector<std::unique_ptr<RawClient>> clients;
        for (const char *query : {"?format=mp3", "?format=aac"})
            clients.push_back(client("Long", query));
        QTRY_VERIFY(bodyOf(*clients[0]).size() > 1000 && bodyOf(*clients[1]).size() > 1000);
        clients.push_back(client("Long", "?format=opus"));
        QCOMPARE(ask(m_port, "GET /api/health").status, 200); // it has been heard by now
        QCOMPARE(started(), Sync::Limits::transcodersAtOnce);
        QVERIFY(clients[2]->received().isEmpty());
        clients.front().reset();
        QTRY_VERIFY(bodyOf(*clients[2]).size() > 1000);
    }

    void tooMany()
    {
        std::vector<std::unique_ptr<RawClient>> clients;
        for (const char *format : {"mp3", "aac", "opus"})
            for (const char *bitrate : {"32", "48", "64", "96", "128", "160", "192", "256"})
                for (const char *title : {"Long", "Short"})
                    if (qsizetype(clients.size())
                        < Sync::Limits::transcodingsWaiting + Sync::Limits::transcodersAtOnce + 1)
                        clients.push_back(client(title,
                                                 QByteArray("?format=") + format + "&bitrate=" + bitrate,
                                                 RawClient::Reading::Never));
        QVERIFY(clients.size() > 30);
        for (const auto &one : clients)
            one->readOn();
        const auto wasRefused = [&] {
            return std::ranges::any_of(clients, [](const auto &one) {
                return one->received().startsWith("HTTP/1.1 503")
                    && one->received().contains("\r\nRetry-After: ");
            });
        };
        QTRY_VERIFY(wasRefused());
    }

    void corrupt()
    {
        const QString path = m_collection.music("Short.ogg");
        const QByteArray good = Music::bytesOf(path);
        for (const QByteArray &bad : {QByteArray(5000, 'x'), QByteArray(), good.first(100)}) {
            QVERIFY(Music::write(path, bad));
            for (const char *query : {"?format=mp3", "?format=aac", "?format=opus"}) {
                const HttpAnswer answer = get("Short", query);
                QCOMPARE(answer.status, 502);
                QCOMPARE(answer.code(), u"not_transcoded"_s);
                QVERIFY(!answer.body.contains("-nostdin") && !answer.body.contains(path.toUtf8()));
            }
        }
        QVERIFY(Music::write(path, good));
        QVERIFY(cached().isEmpty());
        QCOMPARE(get("Short", "?format=mp3").status, 200);
    }

    void withoutFfmpeg()
    {
        QVERIFY(joined(get("Short", "?format=mp3").body));
        QTRY_COMPARE(parts(), 0);
        const QTemporaryDir nothing;
        qputenv("PATH", QFile::encodeName(nothing.path()));
        const HttpAnswer answer = get("Other", "?format=mp3");
        QCOMPARE(answer.status, 501);
        QCOMPARE(answer.code(), u"no_ffmpeg"_s);
        QCOMPARE(get("Short", "?format=mp3").status, 200); // made before
    }

    void anFfmpegThatCannotRun()
    {
        const QTemporaryDir broken;
        QVERIFY(Music::write(broken.filePath("ffmpeg"), "#!/no/such/interpreter\n"));
        QVERIFY(QFile::setPermissions(broken.filePath("ffmpeg"), QFile::ReadOwner | QFile::ExeOwner));
        qputenv("PATH", QFile::encodeName(broken.path()));
        QCOMPARE(get("Short", "?format=mp3").status, 502);
    }

    void afterACrash()
    {
        QVERIFY(joined(get("Short", "?format=mp3").body));
        QTRY_COMPARE(parts(), 0);
        QVERIFY(Music::write(cache() + "/" + cached().first() + ".part", "half"));
        m_server.reset();
        start();
        QCOMPARE(cached().size(), 1);
        QCOMPARE(get("Short", "?format=mp3").header("Accept-Ranges"), QByteArray("bytes"));
        QCOMPARE(started(), 1);
    }

    void endsMeanwhile()
    {
        const auto reading = client("Long", "?format=aac");
        QTRY_VERIFY(bodyOf(*reading).size() > 1000);
        m_server.reset();
        QCOMPARE(cached(), QStringList());
        QTRY_VERIFY(reading->isClosed());
        QVERIFY(!joined(bodyOf(*reading))); // it can be told that this was not all
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
