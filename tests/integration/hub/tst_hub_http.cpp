// SPDX-License-Identifier: Apache-2.0
#include "support/hub/plainclient.h"
#include "sync/limits.h"

#include "support/hub/rawclient.h"
#include "support/hub/testhub.h"
#include "support/waiting.h"

#include <sys/resource.h>

#include <algorithm>

using namespace Sync;
using namespace Testing;

namespace {

QByteArray hostLine(quint16 port) { return "Host: 127.0.0.1:" + QByteArray::number(port) + "\r\n"; }

int status(const QByteArray &answer) { return answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3).toInt() : 0; }

QByteArray body(const QByteArray &answer) { return answer.mid(answer.indexOf("\r\n\r\n") + 4); }

} // namespace

class tst_HubHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedBeforeTheUpgrade_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *name, const char *path, const char *headers, int expected) {
            QTest::addRow("%s", name) << QByteArray(path) << QByteArray(headers) << expected;
        };
        row("unknown cookie", "/", "Cookie: session_id=guess\r\n", 401);
        row("unknown cookie at /sync", "/sync", "Cookie: session_id=guess\r\n", 401);
        row("unknown token", "/", "Authorization: Bearer guess\r\n", 401);
        row("another scheme", "/", "Authorization: Basic b2YtMQ==\r\n", 401);
        row("through a proxy", "/", "X-Forwarded-For: 1.2.3.4\r\n", 401);
        row("unknown token, native", "/sync",
            "Cookie: session_id=guess\r\nSec-WebSocket-Protocol: segue.v1\r\n", 401);
        row("page of the web", "/", "Origin: https://evil.example\r\n", 403);
        row("origin null", "/sync", "Origin: null\r\n", 403);
        row("foreign WebSocket", "/", "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: websocket\r\n", 403);
        row("foreign page with a token", "/", "Origin: https://evil.example\r\nCookie: session_id=of-1\r\n",
            403);
        row("another path", "/ws", "", 404);
        row("health is no WebSocket", "/api/health", "", 404);
        row("another subprotocol", "/sync", "Sec-WebSocket-Protocol: segue.v9\r\n", 400);
        row("native at /", "/", "Sec-WebSocket-Protocol: segue.v1\r\n", 400);
        row("two hosts", "/", "Host: localhost\r\n", 400);
    }
    void refusedBeforeTheUpgrade()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, headers);
        QFETCH(int, expected);
        TestHub hub;
        RawClient client(hub.port());
        client.upgrade(path, headers);
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(status(client.received()), expected);
        QVERIFY(!client.received().contains("101"));
        QVERIFY(client.received().contains("\r\nConnection: close\r\n"));
        if (expected == 401)
            QCOMPARE(body(client.received()),
                     QByteArray(R"({"status":"FAIL","error":"available only to authorized users"})"));
        QCOMPARE(webSocketClients(hub.port()), 0);
    }

    void wrongHost()
    {
        TestHub hub;
        for (const char *host :
             {"evil.example", "evil.example:6681", "192.168.1.10", "localhost.evil.example"}) {
            RawClient client(hub.port());
            client.write("GET /api/health HTTP/1.1\r\nHost: " + QByteArray(host) + "\r\n\r\n");
            QTRY_VERIFY(client.isClosed());
            QCOMPARE(status(client.received()), 421);
        }
    }

    void plainRequests_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *name, const char *request, int expected) {
            QTest::addRow("%s", name) << QByteArray(request) << expected;
        };
        row("unknown path", "GET /nowhere HTTP/1.1\r\nHOST\r\n", 404);
        row("unknown path, unknown token", "GET /nowhere HTTP/1.1\r\nHOSTCookie: session_id=x\r\n\r\n", 401);
        row("post", "POST /api/health HTTP/1.1\r\nHOST\r\n", 405);
        row("body", "POST /api/health HTTP/1.1\r\nHOSTContent-Length: 5\r\n\r\nhello", 405);
        row("body in chunks", "POST /api/health HTTP/1.1\r\nHOSTTransfer-Encoding: chunked\r\n\r\n", 411);
        row("body too large", "POST /api/health HTTP/1.1\r\nHOSTContent-Length: 65537\r\n\r\n", 413);
        row("endless body", "POST / HTTP/1.1\r\nHOSTContent-Length: 18446744073709551615\r\n\r\n", 413);
        row("no host", "GET / HTTP/1.1\r\n\r\n", 400);
        row("nonsense", "hello\r\n\r\n", 400);
        row("TLS", "\x16\x03\x01\x02\x01\x01\x01\r\n\r\n", 400);
        row("both lengths", "POST / HTTP/1.1\r\nHOSTContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
            400);
        row("foreign form",
            "POST / HTTP/1.1\r\nHOSTOrigin: https://evil.example\r\nContent-Length: 0\r\n\r\n", 403);
    }
    void plainRequests()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, expected);
        TestHub hub;
        RawClient client(hub.port());
        client.write(request.replace("HOST", hostLine(hub.port())));
        QTRY_COMPARE(status(client.received()), expected);
    }

    void tooLargeAHead()
    {
        TestHub hub;
        RawClient client(hub.port());
        client.write("GET / HTTP/1.1\r\n" + hostLine(hub.port())
                     + "X: " + QByteArray(2 * Limits::requestHeadBytes, 'x') + "\r\n\r\n");
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(status(client.received()), 431);
    }

    void largeHandshakeIsAnsweredOrClosed_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addRow("one header of 12 KiB") << "X: " + QByteArray(12'000, 'x') + "\r\n";
        QTest::addRow("300 headers") << QByteArray("X: y\r\n").repeated(300);
        QTest::addRow("folded") << QByteArray("X: y\r\n z\r\n");
        QTest::addRow("header without a value") << QByteArray("X:\r\n");
        QTest::addRow("bytes beyond ASCII") << QByteArray("X: \xff\xfe\xc3\xa4\r\n");
    }
    void largeHandshakeIsAnsweredOrClosed()
    {
        QFETCH(QByteArray, headers);
        TestHub hub;
        RawClient client(hub.port());
        client.upgrade("/", headers);
        QTRY_VERIFY(client.isUpgraded() || client.isClosed());
    }

    void health()
    {
        TestHub hub;
        QCOMPARE(webSocketClients(hub.port()), 0);
        PlainClient one;
        PlainClient two;
        one.open(hub.port());
        two.open(hub.port());
        QTRY_COMPARE(one.heard().size(), 1);
        QTRY_COMPARE(two.heard().size(), 1);
        const QJsonObject json = Testing::health(hub.port());
        QCOMPARE(json.value("status"), QJsonValue("ok"));
        QCOMPARE(json.value("websocket_clients"), QJsonValue(2));
        QVERIFY(json.value("uptime_s").isDouble());
        QVERIFY(!json.value("version").toString().isEmpty());
        one.close();
        QTRY_COMPARE(webSocketClients(hub.port()), 1);
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        TestHub hub;
        RawClient client(hub.port());
        const QByteArray host = hostLine(hub.port());
        client.write("GET /api/health HTTP/1.1\r\n" + host + "\r\nHEAD /api/health HTTP/1.1\r\n" + host
                     + "\r\nGET /nowhere HTTP/1.1\r\n" + host
                     + "Connection: close\r\n\r\nGET /api/health HTTP/1.1\r\n" + host + "\r\n");
        QTRY_VERIFY(client.isClosed());
        const QByteArray &answer = client.received();
        QCOMPARE(answer.count("HTTP/1.1 "), 3);
        QCOMPARE(answer.count("HTTP/1.1 200 OK"), 2);
        QCOMPARE(answer.count("\"status\":\"ok\""), 1);
        QVERIFY(answer.indexOf("HTTP/1.1 404") > answer.lastIndexOf("HTTP/1.1 200"));
    }

    void bodiesArePartOfTheirRequests()
    {
        TestHub hub;
        RawClient client(hub.port());
        const QByteArray host = hostLine(hub.port());
        const QByteArray inside = "GET /api/health HTTP/1.1\r\n" + host + "\r\n";
        client.write("POST /nowhere HTTP/1.1\r\n" + host
                     + "Content-Length: " + QByteArray::number(inside.size()) + "\r\n\r\n" + inside
                     + "GET /nowhere HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.received().count("HTTP/1.1 404"), 2);
        QVERIFY(!client.received().contains("\"status\":\"ok\""));
    }

    void upgradeAfterAnotherRequest()
    {
        TestHub hub;
        RawClient client(hub.port());
        client.write("GET /api/health HTTP/1.1\r\n" + hostLine(hub.port()) + "\r\n");
        QTRY_COMPARE(status(client.received()), 200);
        client.upgrade();
        QTRY_VERIFY(client.received().contains("HTTP/1.1 101 "));
        QTRY_VERIFY(client.received().contains("no_track_state"));
    }

    void byteByByte()
    {
        TestHub hub;
        RawClient client(hub.port());
        const QByteArray request =
            "GET /api/health HTTP/1.1\r\n" + hostLine(hub.port()) + "Connection: close\r\n\r\n";
        QTRY_COMPARE(client.socket().state(), QAbstractSocket::ConnectedState);
        client.socket().setSocketOption(QAbstractSocket::LowDelayOption, 1);
        for (const char byte : request) {
            client.write(QByteArray(1, byte));
            client.socket().flush();
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(status(client.received()), 200);
    }

    void halfAHeadHoldsNobodyUpAndIsClosed()
    {
        TestHub hub;
        std::vector<std::unique_ptr<RawClient>> slow;
        for (int i = 0; i < 50; ++i) {
            slow.push_back(std::make_unique<RawClient>(hub.port()));
            slow.back()->write("GET / HTTP/1.1\r\nHo");
        }
        RawClient silent(hub.port());
        for (const auto &client : slow)
            QTRY_COMPARE(client->socket().state(), QAbstractSocket::ConnectedState);
        PlainClient other;
        other.open(hub.port());
        QTRY_COMPARE(other.heard().size(), 1);
        QCOMPARE(webSocketClients(hub.port()), 1);
        for (const auto &client : slow)
            QTRY_VERIFY(client->isClosed());
        QCOMPARE(status(slow.front()->received()), 408);
        QTRY_VERIFY(silent.isClosed());
        QCOMPARE(silent.received(), QByteArray());
    }

    void halfABodyIsClosed()
    {
        TestHub hub;
        RawClient slow(hub.port());
        slow.write("POST /nowhere HTTP/1.1\r\n" + hostLine(hub.port()) + "Content-Length: 100\r\n\r\nabc");
        QTRY_VERIFY(slow.isClosed());
        QCOMPARE(status(slow.received()), 408);
    }

    void twoThousandHalfOpenConnections()
    {
        constexpr int many = 2000;
        if (!mayOpenFiles(3 * many))
            QSKIP("this system allows too few open files for 2000 connections and the hub behind them");
        TestHub hub;
        PlainClient other;
        other.open(hub.port());
        QTRY_COMPARE(other.heard().size(), 1);
        std::vector<std::unique_ptr<RawClient>> slow;
        for (int i = 0; i < many; ++i) {
            slow.push_back(std::make_unique<RawClient>(hub.port()));
            slow.back()->write("POST / HTTP/1.1\r\nHo");
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(std::ranges::all_of(slow, [](const auto &client) {
            return client->isClosed() || client->socket().state() == QAbstractSocket::ConnectedState;
        }));
        PlainClient late;
        late.open(hub.port());
        QTRY_COMPARE(late.heard().size(), 1);
        QCOMPARE(webSocketClients(hub.port()), 2);
        QTRY_VERIFY(std::ranges::all_of(slow, [](const auto &client) { return client->isClosed(); }));
        QCOMPARE(webSocketClients(hub.port()), 2);
    }

private:
    static bool mayOpenFiles(rlim_t count)
    {
        rlimit limit{};
        if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
            return false;
        limit.rlim_cur = std::max(limit.rlim_cur, std::min(count, limit.rlim_max));
        return setrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur >= count;
    }
};

QTEST_GUILESS_MAIN(tst_HubHttp)
#include "tst_hub_http.moc"
