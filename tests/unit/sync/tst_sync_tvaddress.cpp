// SPDX-License-Identifier: Apache-2.0
#include "sync/http/gate.h"
#include "sync/http/routes.h"
#include "sync/http/tvaddress.h"

#include <QTest>

using namespace Sync;
using namespace Sync::Http;

namespace {

RequestHead head(const QByteArray &line, const QByteArray &headers = {})
{
    const auto parsed = parseHead(line + " HTTP/1.1\r\nHost: localhost:6681\r\n" + headers + "\r\n");
    return std::holds_alternative<RequestHead>(parsed) ? std::get<RequestHead>(parsed) : RequestHead{};
}

const Endpoint here{QHostAddress("127.0.0.1"), QHostAddress("127.0.0.1")};

const GateRules rules{.hosts = {},
                      .callerOf = [](const QByteArray &token) -> std::optional<Caller> {
                          return token == "phone" ? std::optional(Caller{.user = "7"}) : std::nullopt;
                      },
                      .tvCallerOf = [](const QByteArray &token) -> std::optional<Caller> {
                          return token == "tele" ? std::optional(Caller{.user = "8"}) : std::nullopt;
                      },
                      .callerNumbered = [](qint64) { return std::nullopt; },
                      .urlKey = "key",
                      .nowS = [] { return qint64(0); }};

} // namespace

/// Whom the words in an address let in, and where.
class tst_SyncTvaddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsLetIn_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QString>("user"); // empty: nobody
        const auto row = [](const char *name, const QByteArray &line, const QByteArray &headers,
                            const QString &user) { QTest::addRow("%s", name) << line << headers << user; };
        const QByteArray phone = "Authorization: Bearer phone\r\n";
        const QByteArray cookie = "Cookie: session_id=phone\r\n";
        const QByteArray native = "Sec-WebSocket-Protocol: segue.v1\r\n";
        row("a page", "GET /msx/albums.json?tv=tele", {}, "8");
        row("a page, with what the app adds", "GET /msx/albums.json?tv=tele&v=0.1.165&t=1", {}, "8");
        row("music", "GET /stream/den?tv=tele", {}, "8");
        row("a picture", "GET /art/5?tv=tele", {}, "8");
        row("the wire", "GET /sync?tv=tele", native, "8");
        row("the wire in parts", "POST /api/sync/poll?tv=tele", {}, "8");
        row("a last word", "POST /api/sync/leave?tv=tele", {}, "8");

        row("no token", "GET /msx/albums.json", {}, {});
        row("an unknown one", "GET /msx/albums.json?tv=tola", {}, {});
        row("an empty one", "GET /msx/albums.json?tv=", {}, {});
        row("two", "GET /msx/albums.json?tv=tele&tv=tele", {}, {});
        row("a phone's, in the address", "GET /msx/albums.json?tv=phone", {}, {});
        row("a phone's, where it belongs, but not here", "GET /msx/albums.json", phone, {});
        row("a cookie", "GET /msx/albums.json", cookie, {});
        row("a cookie beside a wrong one", "GET /msx/albums.json?tv=x", cookie, {});
        row("a cookie for a picture as a television", "GET /art/5?tv=x", cookie, {});
        row("the plain wire", "GET /sync?tv=tele", {}, {});

        // Where it is not a television's, everything is as it was.
        row("this machine, elsewhere", "GET /api/v1/tokens", {}, "1");
        row("this machine, with a word that means nothing there", "GET /api/v1/tokens?tv=tele", {}, "1");
        row("a phone's picture", "GET /art/5", phone, "7");
        row("a phone's wire", "GET /sync", phone + native, "7");
        row("a television's, as a header", "GET /api/v1/me", "Authorization: Bearer tele\r\n", {});
        row("a television's, as a cookie", "GET /api/v1/me", "Cookie: session_id=tele\r\n", {});
        row("a television's, for an admin's address, from elsewhere", "GET /api/v1/tokens?tv=tele",
            "Via: x\r\n", {});
    }
    void whoIsLetIn()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, headers);
        const auto verdict = authorise(head(line, headers), here, rules);
        const auto *caller = std::get_if<Caller>(&verdict);
        QTEST(caller ? caller->user : QString(), "user");
    }

    void origins_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("passes"); // where a page of another site asks
        const auto row = [](const char *line, bool passes) {
            QTest::addRow("%s", line) << QByteArray(line) << passes;
        };
        row("GET /msx/start.json", true);
        row("GET /msx/albums.json?tv=tele", true);
        row("GET /tv/", true);
        row("GET /stream/den?tv=tele", true);
        row("GET /art/5?tv=tele", true);
        row("POST /api/sync/poll?tv=tele", true);
        row("POST /api/v1/pairing/requests", true);
        row("POST /api/v1/pairing/requests/abc", true);
        row("GET /art/5", false);
        row("GET /", false);
        row("GET /sync?tv=tele", false);
        row("POST /api/sync/leave?tv=tele", false);
        row("GET /api/v1/pairing/requests", false);
        row("POST /api/v1/pairing/requests/abc/allow", false);
        row("POST /api/v1/pairing/join", false);
        row("GET /api/v1/tokens?tv=tele", false);
        row("GET /media/5?tv=tele", false);
        row("GET /msxx", false);
    }
    void origins()
    {
        QFETCH(QByteArray, line);
        const auto denied = checkOrigin(head(line, "Origin: http://msx.benzac.de\r\n"), here, rules);
        QTEST(!denied, "passes");
        // Whoever may ask may read the answer, and nobody else.
        QCOMPARE(isOpenToAnyOrigin(head(line)), !denied);
        if (!denied)
            QVERIFY(checkOrigin(parse("GET /msx/start.json HTTP/1.1\r\nHost: evil.example\r\n\r\n"), here,
                                rules));
    }

    void preflights()
    {
        const QByteArray asks = "Origin: http://msx.benzac.de\r\nAccess-Control-Request-Method: POST\r\n";
        QVERIFY(isPreflight(head("OPTIONS /api/sync/poll?tv=tele", asks)));
        QVERIFY(!isPreflight(head("OPTIONS /api/sync/poll?tv=tele")));
        QVERIFY(!isPreflight(head("POST /api/sync/poll?tv=tele", asks)));
        QVERIFY(isOpenToAnyOrigin(head("OPTIONS /api/v1/pairing/requests", asks)));
        QVERIFY(!isOpenToAnyOrigin(head("OPTIONS /api/v1/pairing/requests")));
        QCOMPARE(preflightResponse(head("OPTIONS /msx/x", asks)).status, 204);
    }

    void theTokenIsTakenOut()
    {
        QCOMPARE(withoutTvToken("tv=tele&size=512"), QByteArray("size=512"));
        QCOMPARE(withoutTvToken("size=512"), QByteArray("size=512"));
        QCOMPARE(withoutTvToken("q=a%26b&tv=tele"), QByteArray("q=a%26b"));
    }

    void whatNeedsNobody_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("needs");
        QTest::newRow("start") << QByteArray("GET /msx/start.json") << false;
        QTest::newRow("the page") << QByteArray("GET /tv") << false;
        QTest::newRow("music") << QByteArray("GET /stream/den") << true;
        QTest::newRow("polling") << QByteArray("POST /api/sync/poll") << true;
        QTest::newRow("no television's") << QByteArray("GET /tvs") << true;
    }
    void whatNeedsNobody()
    {
        QFETCH(QByteArray, line);
        QTEST(needsUser(head(line)), "needs");
    }

private:
    static RequestHead parse(const QByteArray &bytes)
    {
        const auto parsed = parseHead(bytes);
        return std::holds_alternative<RequestHead>(parsed) ? std::get<RequestHead>(parsed) : RequestHead{};
    }
};

QTEST_GUILESS_MAIN(tst_SyncTvaddress)
#include "tst_sync_tvaddress.moc"
