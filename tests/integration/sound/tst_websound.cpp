// SPDX-License-Identifier: Apache-2.0
#include "integration/sound/decoding.h"
#include "integration/sound/webserver.h"
#include "support/noise.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Decoding;
using namespace Player;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int frames = 60 * Noise::sampleRate; // more than what lies in the buffers on the way
constexpr SoundFormat format{.sampleRate = Noise::sampleRate, .channels = Noise::channels};
constexpr int deadlineMs =
    25'000; // of a server that does not answer: what the decoder gives it, and some more

} // namespace

/// Files from a server, as another hub would be one.
class WebSoundTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const std::vector<qint16> noise = Noise::make(frames, 6);
        m_wanted = floating(noise);
        for (const QString &name : {u"a.wav"_s, u"a.flac"_s, u"a.mp3"_s, u"a.ogg"_s, u"a.opus"_s, u"a.m4a"_s})
            if (!Noise::write(m_directory.filePath(name), noise, {u"-b:a"_s, u"256k"_s}))
                QSKIP("ffmpeg is not installed: no music can be made");
    }

    void playsAndSeeks_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"a.wav", "a.flac", "a.mp3", "a.ogg", "a.opus", "a.m4a"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void playsAndSeeks()
    {
        QFETCH(const QString, name);
        WebServer server;
        QVERIFY(server.start(WebServer::Kind::Ranges, m_directory.path()));
        playsExactly(server, name);
    }

    /// Back to a place means all of it once more; but it plays.
    void playsWithoutRanges_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"a.wav", "a.flac", "a.mp3", "a.ogg", "a.opus"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void playsWithoutRanges()
    {
        QFETCH(const QString, name);
        WebServer server;
        QVERIFY(server.start(WebServer::Kind::NoRanges, m_directory.path()));
        playsExactly(server, name);
    }

    void whatIsNotThereIsTold()
    {
        WebServer server;
        QVERIFY(server.start(WebServer::Kind::Ranges, m_directory.path()));
        const QString sentence = refusal(Media(server.urlOf(u"missing.mp3"_s)));
        QVERIFY2(sentence.contains(u"missing.mp3") && sentence.contains(u"does not have it"),
                 qPrintable(sentence));
    }

    void aClosedDoorIsTold()
    {
        WebServer server;
        QVERIFY(server.start(WebServer::Kind::Ranges, m_directory.path()));
        const QUrl url = server.urlOf(u"a.mp3"_s);
        server.kill();
        QTcpSocket holder; // or the next program that wants a port may be given this one
        QVERIFY(holder.bind(QHostAddress(QHostAddress::LocalHost), quint16(url.port()),
                            QAbstractSocket::ShareAddress | QAbstractSocket::ReuseAddressHint));
        const QString sentence = refusal(Media(url));
        QVERIFY2(sentence.contains(u"a.mp3") && sentence.contains(u"no server answers"),
                 qPrintable(sentence));
    }

    void aServerThatGoesAwayIsTold()
    {
        WebServer server;
        QVERIFY(server.start(WebServer::Kind::Ranges, m_directory.path()));
        const auto decoder = open(Media(server.urlOf(u"a.wav"_s)));
        QVERIFY(decoder);
        QVERIFY(!read(*decoder, Noise::sampleRate, Noise::channels).empty());
        server.kill();
        QElapsedTimer timer;
        timer.start();
        const Samples rest = readAll(*decoder, Noise::channels); // what had come already
        QVERIFY(timer.elapsed() < deadlineMs);
        QVERIFY(rest.size() / Noise::channels < frames - Noise::sampleRate);
        QVERIFY2(decoder->problem().contains(u"breaks off"), qPrintable(decoder->problem()));
    }

    void aServerThatFallsSilentIsTold()
    {
        WebServer server;
        QVERIFY(server.start(WebServer::Kind::Ranges, m_directory.path()));
        const auto decoder = open(Media(server.urlOf(u"a.wav"_s)));
        QVERIFY(decoder);
        server.freeze();
        QElapsedTimer timer;
        timer.start();
        (void)readAll(*decoder, Noise::channels);
        QVERIFY(timer.elapsed() < deadlineMs);
        QVERIFY2(decoder->problem().contains(u"breaks off"), qPrintable(decoder->problem()));
    }

    void waitingIsCancelled()
    {
        WebServer server;
        QVERIFY(server.start(WebServer::Kind::Ranges, m_directory.path()));
        server.freeze();
        std::atomic_bool cancelled = false;
        QElapsedTimer timer;
        timer.start();
        std::jthread opening([&] { (void)Decoder::open(Media(server.urlOf(u"a.mp3"_s)), cancelled); });
        std::this_thread::sleep_for(500ms); // it waits for an answer by then: nothing tells when
        cancelled = true;
        opening.join();
        QVERIFY(timer.elapsed() < 3000);
    }

private:
    void playsExactly(const WebServer &server, const QString &name)
    {
        const auto decoder = open(Media(server.urlOf(name)));
        QVERIFY(decoder);
        decoder->setFormat(format);
        for (const int second : {40, 3, 57}) {
            const std::int64_t place = second * Noise::sampleRate + 77;
            decoder->seek(place);
            const Samples piece = read(*decoder, 8192, Noise::channels);
            QCOMPARE(piece.size(), std::size_t(8192 * Noise::channels));
            QCOMPARE(lag(std::span(piece).subspan(8192), m_wanted, place + 4096, 50, Noise::channels), 0);
        }
        decoder->seek(0);
        const auto decoded = std::int64_t(readAll(*decoder, Noise::channels).size()) / Noise::channels;
        QVERIFY2(std::abs(decoded - frames) < 5000, qPrintable(QString::number(decoded)));
        QCOMPARE(decoder->problem(), QString());
    }

    QTemporaryDir m_directory;
    Samples m_wanted;
};

QTEST_GUILESS_MAIN(WebSoundTest)
#include "tst_websound.moc"
