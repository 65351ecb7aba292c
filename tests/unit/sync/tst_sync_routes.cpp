// SPDX-License-Identifier: Apache-2.0
#include "sync/http/elsewhere.h"
#include "sync/http/routes.h"
#include "sync/http/upgrade.h"
#include "tests/unit/sync/json.h"

#include <QTest>

using namespace Sync;
using namespace Sync::Http;
using namespace std::chrono_literals;

namespace {

RequestHead head(const QByteArray &line, const QByteArray &headers = {})
{
    const auto parsed = parseHead(line + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
    return std::holds_alternative<RequestHead>(parsed) ? std::get<RequestHead>(parsed) : RequestHead{};
}

const QByteArray handshake = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

QString nameOf(const Purpose &purpose)
{
    if (const auto *wire = std::get_if<Native::Wire>(&purpose))
        return *wire == Native::Wire::Plain ? "plain" : "native";
    const auto &events = std::get<Sources::Subscription>(purpose);
    if (events.bursts)
        return "bursts";
    return "events of " + (events.sources.isEmpty() ? "all" : events.sources.join('+'))
        + (events.since ? QString(" since %1").arg(*events.since) : "");
}

} // namespace

class tst_SyncRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        const auto row = [](const char *line, int status, const char *headers = "") {
            QTest::addRow("%s %s", line, headers) << QByteArray(line) << QByteArray(headers) << status;
        };
        row("GET /api/health", 200);
        row("GET /api/health?x=1", 200);
        row("HEAD /api/health", 200);
        row("POST /api/health", 405);
        row("DELETE /", 405);
        row("BREW /", 405);
        row("GET /api/health/", 404);
        row("GET //api/health", 404);
        row("GET /API/health", 404);
        row("GET /../etc/passwd", 404);
        row("GET /%2e%2e/etc/passwd", 404);
        row("POST /nowhere", 404);
    }
    void answers()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, headers);
        QTEST(answer(head(line, headers), {}).status, "status");
    }

    void health()
    {
        const Response response = answer(head("GET /api/health"), {.webSocketClients = 7, .uptime = 90s});
        QCOMPARE(response.contentType, "application/json");
        const QJsonObject json = object(response.body);
        QCOMPARE(json.value("status").toString(), QString("ok"));
        QCOMPARE(json.value("websocket_clients").toInt(), 7);
        QCOMPARE(json.value("uptime_s").toInt(), 90);
        QVERIFY(!json.value("version").toString().isEmpty());
        QCOMPARE(json.value("program").toString(), QString("segue"));
        QCOMPARE(json.size(), 5);
    }

    void littleNeedsNobody()
    {
        for (const char *line : {"GET /api/health?x", "GET /", "POST /api/v1/pairing/join",
                                 "POST /api/v1/pairing/requests", "POST /api/v1/pairing/requests/abc"})
            QVERIFY2(!needsUser(head(line)), line);
        for (const char *line :
             {"GET /sync", "GET /api/health/", "GET /api/healthy", "GET /nowhere",
              "GET /api/v1/pairing/requests", "POST /api/v1/pairing/invitations",
              "POST /api/v1/pairing/requests/abc/allow", "POST /api/v1/pairing/", "GET /api/v1/pairing/join"})
            QVERIFY2(needsUser(head(line)), line);
    }

    void whatAnotherHubMayHave()
    {
        for (const char *line : {"GET /media/7", "HEAD /media/7", "GET /art/7", "GET /api/v1/tracks/7"})
            QVERIFY2(mayBeElsewhere(head(line)), line);
        for (const char *line : {"GET /", "POST /media/7", "GET /api/v1/tracks", "GET /api/v1/albums/7",
                                 "GET /app/x.js", "PUT /api/v1/tracks/7"})
            QVERIFY2(!mayBeElsewhere(head(line)), line);
        QVERIFY(mayBeElsewhere(head("GET /media/7", "Via: 1.1 proxy\r\n"))); // somebody's own
        QVERIFY(!mayBeElsewhere(head("GET /media/7", "Via: 1.1 proxy, 1.1 segue\r\n")));
    }

    void onTheWire_data()
    {
        QTest::addColumn<Method>("method");
        QTest::addColumn<bool>("keepAlive");
        QTest::addColumn<QByteArray>("tail");
        QTest::addRow("GET") << Method::Get << true << QByteArray("Connection: keep-alive\r\n\r\n{\"a\":1}");
        QTest::addRow("HEAD") << Method::Head << true << QByteArray("Connection: keep-alive\r\n\r\n");
        QTest::addRow("last") << Method::Get << false << QByteArray("Connection: close\r\n\r\n{\"a\":1}");
    }
    void onTheWire()
    {
        QFETCH(Method, method);
        QFETCH(bool, keepAlive);
        QFETCH(QByteArray, tail);
        const QByteArray bytes = serialize({.status = 200, .body = "{\"a\":1}"}, method, keepAlive);
        QVERIFY(bytes.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(bytes.contains("\r\nContent-Length: 7\r\n"));
        QVERIFY(bytes.contains("\r\nX-Content-Type-Options: nosniff\r\n"));
        QVERIFY2(bytes.endsWith(tail), bytes.constData());
    }

    void refusalsAreJson()
    {
        const Response response = onlyReadable();
        QCOMPARE(object(response.body).value("error").toObject().value("code").toString(),
                 QString("method_not_allowed"));
        QVERIFY(serialize(response, Method::Get, true).contains("\r\nAllow: GET, HEAD\r\n"));
    }

    void wires_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QString>("result");
        const auto row = [](const char *name, const char *line, const QByteArray &headers,
                            const char *result) {
            QTest::addRow("%s", name) << QByteArray(line) << headers << QString(result);
        };
        row("plain at /", "GET /", handshake, "plain");
        row("plain at /sync", "GET /sync", handshake, "plain");
        row("plain with a query", "GET /?token=x", handshake, "plain");
        row("native", "GET /sync", handshake + "Sec-WebSocket-Protocol: segue.v1\r\n", "native");
        row("native among others", "GET /sync", handshake + "Sec-WebSocket-Protocol: a, segue.v1\r\n",
            "native");
        row("native in a second header", "GET /sync",
            handshake + "Sec-WebSocket-Protocol: a\r\nSec-WebSocket-Protocol: segue.v1\r\n", "native");
        row("native at /", "GET /", handshake + "Sec-WebSocket-Protocol: segue.v1\r\n", "400");
        row("another subprotocol", "GET /sync", handshake + "Sec-WebSocket-Protocol: segue.v2\r\n", "400");
        row("empty subprotocol", "GET /sync", handshake + "Sec-WebSocket-Protocol: \r\n", "400");
        row("another path", "GET /sync/", handshake, "404");
        row("another path, broken too", "GET /ws", "Upgrade: websocket\r\n", "404");
        row("events", "GET /api/events/ws", handshake, "bursts");
        row("events of one source", "GET /api/events/ws?source=mopidy", handshake, "events of mopidy");
        row("events of two", "GET /api/events/ws?source=mopidy,segue&since=7", handshake,
            "events of mopidy+segue since 7");
        row("events since the beginning", "GET /api/events/ws?since=0", handshake, "events of all since 0");
        row("events since never", "GET /api/events/ws?since=x", handshake, "400");
        row("events with what nobody knows", "GET /api/events/ws?until=4", handshake, "400");
        row("events of a subprotocol", "GET /api/events/ws",
            handshake + "Sec-WebSocket-Protocol: segue.v1\r\n", "400");
        row("POST", "POST /", handshake, "400");
        row("with a body", "GET /", handshake + "Content-Length: 1\r\n", "400");
        row("no Connection", "GET /", QByteArray(handshake).replace("Connection: Upgrade\r\n", ""), "400");
        row("version 8", "GET /", QByteArray(handshake).replace("13", "8"), "400");
        row("no version", "GET /", QByteArray(handshake).replace("Sec-WebSocket-Version: 13\r\n", ""), "400");
        row("short key", "GET /", QByteArray(handshake).replace("dGhlIHNhbXBsZSBub25jZQ==", "dGhl"), "400");
        row("key is not Base64", "GET /", QByteArray(handshake).replace("dGhl", "d*hl"), "400");
        row("two keys", "GET /", handshake + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", "400");
    }
    void wires()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, headers);
        QVERIFY(asksForWebSocket(head(line, headers)));
        const auto purpose = purposeOf(head(line, headers));
        if (const auto *denied = std::get_if<Denied>(&purpose))
            QTEST(QString::number(denied->status), "result");
        else
            QTEST(nameOf(std::get<Purpose>(purpose)), "result");
    }

    void notAWebSocket()
    {
        QVERIFY(!asksForWebSocket(head("GET /")));
        QVERIFY(!asksForWebSocket(head("GET /", "Upgrade: h2c\r\nConnection: Upgrade\r\n")));
        QVERIFY(asksForWebSocket(head("GET /", "Upgrade: h2c, WebSocket\r\n")));
    }
};

QTEST_GUILESS_MAIN(tst_SyncRoutes)
#include "tst_sync_routes.moc"
