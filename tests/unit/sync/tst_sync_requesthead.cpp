// SPDX-License-Identifier: Apache-2.0
#include "sync/http/requesthead.h"
#include "sync/limits.h"

#include <QTest>

using namespace Sync;
using namespace Sync::Http;

namespace {

enum class Outcome { Head, Incomplete, Bad };

Outcome outcome(const std::variant<RequestHead, Incomplete, BadRequest> &parsed)
{
    if (std::holds_alternative<RequestHead>(parsed))
        return Outcome::Head;
    return std::holds_alternative<Incomplete>(parsed) ? Outcome::Incomplete : Outcome::Bad;
}

} // namespace

class tst_SyncRequestHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fields()
    {
        const QByteArray bytes =
            "POST /api/a%20b?x=1&y=2?z HTTP/1.1\r\nHost: den:6681\r\nX-Two: a\r\nx-two: b\r\n"
            "Connection: keep-alive, UPGRADE\r\nContent-Length: 5\r\n\r\n";
        const auto parsed = parseHead(bytes + "hello");
        QVERIFY(std::holds_alternative<RequestHead>(parsed));
        const auto &head = std::get<RequestHead>(parsed);
        QVERIFY(head.method == Method::Post);
        QCOMPARE(head.path, "/api/a%20b");
        QCOMPARE(head.query, "x=1&y=2?z");
        QCOMPARE(head.header("HOST"), std::optional<QByteArray>("den:6681"));
        QCOMPARE(head.header("X-Two"), std::nullopt);
        QVERIFY(head.has("X-TWO"));
        QVERIFY(!head.has("X-Three"));
        QVERIFY(head.lists("connection", "upgrade"));
        QVERIFY(!head.lists("connection", "up"));
        QVERIFY(head.hasBody);
        QVERIFY(head.keepAlive);
        QCOMPARE(head.bytes, bytes.size());
    }

    void methods_data()
    {
        QTest::addColumn<Method>("method");
        QTest::addRow("GET") << Method::Get;
        QTest::addRow("HEAD") << Method::Head;
        QTest::addRow("POST") << Method::Post;
        QTest::addRow("PUT") << Method::Put;
        QTest::addRow("DELETE") << Method::Delete;
        QTest::addRow("OPTIONS") << Method::Options;
        QTest::addRow("PATCH") << Method::Patch;
        QTest::addRow("BREW") << Method::Other;
    }
    void methods()
    {
        QFETCH(Method, method);
        const auto parsed = parseHead(QByteArray(QTest::currentDataTag()) + " / HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(std::holds_alternative<RequestHead>(parsed));
        QVERIFY(std::get<RequestHead>(parsed).method == method);
    }

    void verdicts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Outcome>("expected");
        const auto row = [](const char *name, const QByteArray &bytes, Outcome expected) {
            QTest::addRow("%s", name) << bytes << expected;
        };
        const QByteArray get = "GET / HTTP/1.1\r\n";
        row("shortest", get + "Host: a\r\n\r\n", Outcome::Head);
        row("HTTP/1.0 with a Host", "GET / HTTP/1.0\r\nHost: a\r\n\r\n", Outcome::Head);
        row("folded header", get + "Host: a\r\nX: one\r\n two\r\n\r\n", Outcome::Head);
        row("next request behind", get + "Host: a\r\n\r\nGET /", Outcome::Head);
        row("chunked body", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n",
            Outcome::Head);
        row("nothing", "", Outcome::Incomplete);
        row("half a line", "GET / HT", Outcome::Incomplete);
        row("half a head", get + "Host: a\r\n", Outcome::Incomplete);
        row("as much as a head may be", get + "Host: a\r\nX: " + QByteArray(Limits::requestHeadBytes, 'x'),
            Outcome::Incomplete);

        row("no Host", get + "\r\n", Outcome::Bad);
        row("HTTP/1.0 without a Host", "GET / HTTP/1.0\r\n\r\n", Outcome::Bad);
        row("two Hosts", get + "Host: a\r\nHost: a\r\n\r\n", Outcome::Bad);
        row("two Hosts in other letters", get + "Host: a\r\nhOST: b\r\n\r\n", Outcome::Bad);
        row("length and chunks", get + "Host: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
            Outcome::Bad);
        row("chunks and length", get + "Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n",
            Outcome::Bad);
        row("lengths that differ", get + "Host: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
            Outcome::Bad);
        row("negative length", get + "Host: a\r\nContent-Length: -5\r\n\r\n", Outcome::Bad);
        row("length is text", get + "Host: a\r\nContent-Length: five\r\n\r\n", Outcome::Bad);
        row("length overflows", get + "Host: a\r\nContent-Length: 99999999999999999999999\r\n\r\n",
            Outcome::Bad);
        row("space before the colon", get + "Host : a\r\n\r\n", Outcome::Bad);
        row("no colon", get + "Host: a\r\nnonsense\r\n\r\n", Outcome::Bad);
        row("control byte in a value", get + QByteArray("Host: a\r\nX: \0\r\n\r\n", 17), Outcome::Bad);
        row("control byte in a name", get + "Host: a\r\nX\x01: b\r\n\r\n", Outcome::Bad);
        row("bare line feeds", "GET / HTTP/1.1\nHost: a\n\n\r\n\r\n", Outcome::Bad);
        row("space in the target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", Outcome::Bad);
        row("no target", "GET HTTP/1.1\r\nHost: a\r\n\r\n", Outcome::Bad);
        row("absolute target", "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", Outcome::Bad);
        row("target is a star", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", Outcome::Bad);
        row("CONNECT", "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n", Outcome::Bad);
        row("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", Outcome::Bad);
        row("HTTP/9.9", "GET / HTTP/9.9\r\nHost: a\r\n\r\n", Outcome::Bad);
        row("TLS", QByteArray::fromHex("160301020001000001fc0303") + "\r\n\r\n", Outcome::Bad);
        row("garbage", "\xff\xfe\x00\x80\r\n\r\n", Outcome::Bad);
        row("an empty line", "\r\n\r\n", Outcome::Bad);
    }
    void verdicts()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Outcome, expected);
        QVERIFY(outcome(parseHead(bytes)) == expected);
    }

    void everyPrefixIsIncomplete()
    {
        const QByteArray bytes = "GET /sync HTTP/1.1\r\nHost: localhost:6681\r\nUpgrade: websocket\r\n"
                                 "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n\r\n";
        for (qsizetype length = 0; length < bytes.size(); ++length)
            QVERIFY2(outcome(parseHead(QByteArrayView(bytes).first(length))) == Outcome::Incomplete,
                     qPrintable(QString::number(length)));
        QVERIFY(outcome(parseHead(bytes)) == Outcome::Head);
    }

    void keepAlive_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("kept");
        QTest::addRow("1.1") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n") << true;
        QTest::addRow("1.1 close") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n")
                                   << false;
        QTest::addRow("1.0") << QByteArray("GET / HTTP/1.0\r\nHost: a\r\n\r\n") << false;
        QTest::addRow("1.0 keep-alive")
            << QByteArray("GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n") << true;
    }
    void keepAlive()
    {
        QFETCH(QByteArray, bytes);
        QTEST(std::get<RequestHead>(parseHead(bytes)).keepAlive, "kept");
    }

    void body_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("hasBody");
        QTest::addRow("none") << QByteArray() << false;
        QTest::addRow("length 0") << QByteArray("Content-Length: 0\r\n") << false;
        QTest::addRow("length 1") << QByteArray("Content-Length: 1\r\n") << true;
        QTest::addRow("chunks") << QByteArray("Transfer-Encoding: chunked\r\n") << true;
    }
    void body()
    {
        QFETCH(QByteArray, header);
        const auto parsed = parseHead("POST / HTTP/1.1\r\nHost: a\r\n" + header + "\r\n");
        QTEST(std::get<RequestHead>(parsed).hasBody, "hasBody");
    }

    void lengthSaidTwiceIsNoSmugglersDoor()
    {
        const auto parsed =
            parseHead("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nGET /");
        if (const auto *head = std::get_if<RequestHead>(&parsed))
            QVERIFY(head->hasBody);
    }
};

QTEST_GUILESS_MAIN(tst_SyncRequestHead)
#include "tst_sync_requesthead.moc"
