// SPDX-License-Identifier: Apache-2.0
#include "tvhouse.h"

using namespace Qt::StringLiterals;
using namespace Sync;
using namespace Testing;

/// The bytes that televisions get, with the program's own hub.
class tst_WebTvstream : public TvHouse
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }

    void eachPlatformGetsWhatItPlays_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QByteArray>("platform");
        QTest::addColumn<bool>("asItIs");
        QTest::newRow("mp3 anywhere") << u"Song 1"_s << QByteArray("netcast") << true;
        QTest::newRow("flac on Tizen") << u"{ico:home} | }"_s << QByteArray("tizen") << true;
        QTest::newRow("flac on NetCast") << u"{ico:home} | }"_s << QByteArray("netcast") << false;
        QTest::newRow("flac in a browser") << u"{ico:home} | }"_s << QByteArray("default") << false;
        QTest::newRow("a part of a file") << u"Dawn"_s << QByteArray("tizen") << false;
    }
    void eachPlatformGetsWhatItPlays()
    {
        QFETCH(QString, title);
        QFETCH(QByteArray, platform);
        QFETCH(bool, asItIs);
        const QString url = resolve("track=" + id(title) + "&platform=" + platform + "&player=html5");
        QVERIFY2(url.contains("/stream/den?tv="_L1), qPrintable(url));
        QCOMPARE(!url.contains("format=mp3"_L1), asItIs);
        const HttpAnswer answer = follow(url);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("Access-Control-Allow-Origin"), QByteArray("*"));
        if (asItIs) {
            QVERIFY(!answer.header("Content-Length").isEmpty());
            QCOMPARE(answer.header("Accept-Ranges"), QByteArray("bytes"));
        } else {
            QCOMPARE(answer.header("Content-Type"), QByteArray("audio/mpeg"));
        }
    }

    /// Exact lengths: no player waits for bytes that never come, or hears the end cut off (docs/tv.md, 1).
    void lengthsAreExact()
    {
        playAlbum();
        const QString url = resolve("item=" + itemNow() + "&platform=android");
        QVERIFY2(url.contains("play="_L1 + QString::number(m_desk->player()->playId)), qPrintable(url));
        const QByteArray file = Music::bytesOf(m_collection.music("1.mp3"));
        const HttpAnswer whole = follow(url);
        QCOMPARE(whole.status, 200);
        QCOMPARE(whole.header("Content-Length"), QByteArray::number(file.size()));
        QCOMPARE(whole.body, file);
        const HttpAnswer part = follow(url, "Range: bytes=100-199\r\n");
        QCOMPARE(part.status, 206);
        QCOMPARE(part.body, file.mid(100, 100));
        QCOMPARE(part.header("Content-Range"), "bytes 100-199/" + QByteArray::number(file.size()));
        QCOMPARE(follow(url, "Range: bytes=99999999-\r\n").status, 416);
        const QString path = url.sliced(url.indexOf("/stream/"_L1));
        const HttpAnswer head = ask(m_port, "HEAD " + path.toLatin1(), asStranger);
        QCOMPARE(head.status, 200);
        QCOMPARE(head.header("Content-Length"), QByteArray::number(file.size()));
        QVERIFY(head.body.isEmpty());
    }

    /// Once made, what is transcoded has its exact length and ranges too.
    void transcodedLengthsAreExact()
    {
        const QString url = resolve("track=" + id(u"Dawn"_s) + "&platform=netcast");
        QVERIFY(follow(url).status == 200);
        HttpAnswer whole;
        QTRY_VERIFY(!(whole = follow(url)).header("Content-Length").isEmpty());
        QCOMPARE(whole.header("Content-Length"), QByteArray::number(whole.body.size()));
        const HttpAnswer part = follow(url, "Range: bytes=10-19\r\n");
        QCOMPARE(part.status, 206);
        QCOMPARE(part.body, whole.body.mid(10, 10));
    }

    void whatThatPlayerPlaysNow()
    {
        QCOMPARE(get("/stream/den").code(), u"no_such_player"_s);
        playAlbum(u"Song 2"_s);
        openTv();
        QCOMPARE(get("/stream/den").body, Music::bytesOf(m_collection.music("2.mp3")));
        m_desk->say(Native::Next{});
        QTRY_COMPARE(playing(), m_tracks.value(u"Song 3"_s));
        QCOMPARE(get("/stream/den").body, Music::bytesOf(m_collection.music("3.mp3")));
        QCOMPARE(get("/stream/kitchen").code(), u"no_such_player"_s);
        m_tv.reset();
        QTRY_COMPARE(get("/stream/den").code(), u"no_such_player"_s);
    }

    void nothingPlaysYet()
    {
        openTv();
        QCOMPARE(get("/stream/den").code(), u"nothing_plays"_s);
    }

    /// A station is the television's own to fetch.
    void radio()
    {
        const auto station = Personal::makeStation(u"News"_s, QUrl(u"http://radio.example/live"_s));
        (void)m_shelf->stations.add({station});
        QCOMPARE(resolve("track=" + QByteArray::number(station.id)), u"http://radio.example/live"_s);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("status"); // within the wrapper; above 1000: of the answer, plus 1000
        const auto row = [](const char *query, int status) {
            QTest::addRow("%s", query) << QByteArray(query) << status;
        };
        row("item=999", 404);
        row("track=12345", 404);
        row("", 1400);
        row("item=x", 1400);
        row("track=1&format=exe", 1400);
        row("track=1&uri=http://evil.example/", 1400); // nothing is fetched for anybody (docs/tv.md, 12)
    }
    void refusals()
    {
        QFETCH(QByteArray, query);
        const HttpAnswer answer = get("/msx/resolve?" + query);
        const QJsonObject response = answer.json().value("response"_L1).toObject();
        QTEST(answer.status == 200 ? response.value("status"_L1).toInt() : answer.status + 1000, "status");
        if (answer.status == 200)
            QVERIFY(!dataOf(answer).value("error"_L1).toString().isEmpty());
    }

    /// Many who ask at once for different things each get their own (docs/tv.md, 9).
    void askedAtOnce()
    {
        playAlbum();
        const QStringList ids = each(itemsAt("/msx/queue.json"), "id"_L1);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 30; ++i) {
            clients.push_back(std::make_unique<RawClient>(m_port));
            clients.back()->write("GET /stream/den?tv=" + m_token + "&item=" + ids.at(i % 3).toLatin1()
                                  + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port)
                                  + "\r\nVia: 1.1 test\r\nConnection: close\r\n\r\n");
        }
        for (int i = 0; i < 30; ++i) {
            QTRY_VERIFY(clients.at(std::size_t(i))->isClosed());
            QVERIFY(clients.at(std::size_t(i))
                        ->received()
                        .endsWith(Music::bytesOf(m_collection.music(u"%1.mp3"_s.arg(i % 3 + 1)))));
        }
    }

private:
    [[nodiscard]] QByteArray id(const QString &title) const
    {
        return QByteArray::number(m_tracks.value(title));
    }
    [[nodiscard]] QString resolve(const QByteArray &query) const
    {
        return dataOf(get("/msx/resolve?" + query)).value("url"_L1).toString();
    }
};

QTEST_GUILESS_MAIN(tst_WebTvstream)
#include "tst_web_tvstream.moc"
