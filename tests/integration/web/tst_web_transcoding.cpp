// SPDX-License-Identifier: Apache-2.0
#include "mediahouse.h"

using namespace Qt::StringLiterals;
using namespace Testing;

/// Who waits for an ffmpeg, and what becomes of it.
class tst_WebTranscoding : public MediaHouse
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }

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
        slow.reserve(20);
        for (int i = 0; i < 20; ++i)
            slow.push_back(client("Long", "?format=mp3&bitrate=320", RawClient::Reading::Never));
        QTRY_VERIFY(fast->received().size() > 12'000'000);
        const qsizetype received = fast->received().size();
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
};

QTEST_GUILESS_MAIN(tst_WebTranscoding)
#include "tst_web_transcoding.moc"
