// SPDX-License-Identifier: Apache-2.0
#include "sync/http/gate.h"
#include "sync/http/signedurl.h"

#include <QTest>

using namespace Sync::Http;

namespace {

const QHostAddress loopback("127.0.0.1");
const QHostAddress hub("192.168.1.10");
const QHostAddress phone("192.168.1.23");

const GateRules rules{.hosts = {"den.local"},
                      .callerOf = [](const QByteArray &token) -> std::optional<Sync::Caller> {
                          if (token == "secret")
                              return Sync::Caller{.user = "7"};
                          return std::nullopt;
                      },
                      .callerNumbered = [](qint64 token) -> std::optional<Sync::Caller> {
                          if (token == 3)
                              return Sync::Caller{.user = "7", .role = Sync::Role::Admin, .token = 3};
                          return std::nullopt;
                      },
                      .userCalled = [](const QString &called) -> std::optional<QString> {
                          return called == u"Zoë M" ? std::optional(QString("9")) : std::nullopt;
                      },
                      .urlKey = "key",
                      .openTo = {},
                      .nowS = [] { return qint64(1000); }};

RequestHead request(const QByteArray &headers)
{
    const auto parsed = parseHead("GET / HTTP/1.1\r\n" + headers + "\r\n");
    return std::holds_alternative<RequestHead>(parsed) ? std::get<RequestHead>(parsed) : RequestHead{};
}

} // namespace

class tst_SyncGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void origin_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<Endpoint>("endpoint");
        QTest::addColumn<int>("status"); // 0: may pass
        const auto row = [](const char *name, const QByteArray &headers, const Endpoint &endpoint,
                            int status) { QTest::addRow("%s", name) << headers << endpoint << status; };
        const Endpoint here{loopback, loopback};
        const Endpoint lan{phone, hub};
        const Endpoint six{QHostAddress("::1"), QHostAddress("::1")};
        const Endpoint mapped{QHostAddress("::ffff:127.0.0.1"), QHostAddress("::ffff:127.0.0.1")};
        row("localhost", "Host: localhost:6681\r\n", here, 0);
        row("localhost in capitals", "Host: LocalHost\r\n", here, 0);
        row("127.0.0.1", "Host: 127.0.0.1:6681\r\n", here, 0);
        row("::1", "Host: [::1]:6681\r\n", six, 0);
        row("IPv4 inside IPv6", "Host: 127.0.0.1:6681\r\n", mapped, 0);
        row("our address", "Host: 192.168.1.10:6681\r\n", lan, 0);
        row("our address, dual stack socket", "Host: 192.168.1.10\r\n",
            {QHostAddress("::ffff:192.168.1.23"), QHostAddress("::ffff:192.168.1.10")}, 0);
        row("our IPv6 address", "Host: [fd00::10]:6681\r\n",
            {QHostAddress("fd00::23"), QHostAddress("fd00::10")}, 0);
        row("our name", "Host: den.local:6681\r\n", lan, 0);
        row("our name, from this machine", "Host: DEN.local:6681\r\n", here, 0);

        row("DNS rebinding", "Host: evil.example:6681\r\n", here, 421);
        row("DNS rebinding with our own origin",
            "Host: evil.example:6681\r\nOrigin: http://evil.example:6681\r\n", here, 421);
        row("rebinding on the LAN", "Host: evil.example\r\n", lan, 421);
        row("name that begins like ours", "Host: localhost.evil.example\r\n", here, 421);
        row("name that ends like ours", "Host: evil-den.local\r\n", lan, 421);
        row("another address", "Host: 192.168.1.11\r\n", lan, 421);
        row("localhost from the LAN", "Host: localhost:6681\r\n", lan, 421);
        row("127.0.0.1 from the LAN", "Host: 127.0.0.1\r\n", lan, 421);
        row("empty", "Host: \r\n", here, 421);
        row("user in front", "Host: localhost@evil.example\r\n", here, 421);
        row("user and our name", "Host: evil@localhost\r\n", here, 421);
        row("path behind", "Host: localhost/evil\r\n", here, 421);
        row("query behind", "Host: localhost?evil\r\n", here, 421);
        row("fragment behind", "Host: localhost#evil\r\n", here, 421);
        row("impossible port", "Host: localhost:99999\r\n", here, 421);
        row("folded", "Host: localhost\r\n evil.example\r\n", here, 421);

        const QByteArray host = "Host: localhost:6681\r\n";
        row("own origin", host + "Origin: http://localhost:6681\r\n", here, 0);
        row("own origin over TLS", host + "Origin: https://localhost:6681\r\n", here, 0);
        row("own origin on the LAN", "Host: 192.168.1.10:6681\r\nOrigin: http://192.168.1.10:6681\r\n", lan,
            0);
        row("a page of the web", host + "Origin: https://evil.example\r\n", here, 403);
        row("no origin at all", host + "Origin: null\r\n", here, 403);
        row("empty origin", host + "Origin: \r\n", here, 403);
        row("another port", host + "Origin: http://localhost:8080\r\n", here, 403);
        row("another name of this machine", host + "Origin: http://127.0.0.1:6681\r\n", here, 403);
        row("two origins", host + "Origin: http://localhost:6681\r\nOrigin: https://evil.example\r\n", here,
            403);
        row("a file", host + "Origin: file://\r\n", here, 403);

        row("typed into the address bar", host + "Sec-Fetch-Site: none\r\nSec-Fetch-Mode: navigate\r\n", here,
            0);
        row("our own page", host + "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\n", here, 0);
        row("a link followed", host + "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n", here, 0);
        row("a foreign image", host + "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n", here, 403);
        row("a foreign fetch", host + "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: cors\r\n", here, 403);
        row("a foreign WebSocket", host + "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: websocket\r\n", here,
            403);
        row("same site, other port", host + "Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: cors\r\n", here,
            403);
        row("foreign, said twice", host + "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Site: none\r\n", here,
            403);
    }
    void origin()
    {
        QFETCH(QByteArray, headers);
        QFETCH(Endpoint, endpoint);
        const auto denied = checkOrigin(request(headers), endpoint, rules);
        QTEST(denied ? denied->status : 0, "status");
        if (denied)
            QVERIFY(denied->json.startsWith("{\"error\":{\"code\":\""));
    }

    void subnets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("verdict"); // -1: no subnet; 0: not in it; 1: in it
        const auto row = [](const char *text, const char *address, int verdict) {
            QTest::addRow("%s in %s", address, text) << QString(text) << QString(address) << verdict;
        };
        row("192.168.1.23", "192.168.1.23", 1);
        row("192.168.1.23", "192.168.1.24", 0);
        row("192.168.1.23", "::ffff:192.168.1.23", 1);
        row("192.168.1.0/24", "192.168.1.255", 1);
        row("192.168.1.77/24", "192.168.1.1", 1);
        row("192.168.1.0/24", "192.168.2.1", 0);
        row("192.168.1.0/24", "fd00::1", 0);
        row("0.0.0.0/0", "8.8.8.8", 1);
        row("0.0.0.0/0", "fd00::1", 0);
        row("fd00::/64", "fd00::23", 1);
        row("fd00::/64", "fd00:0:0:1::23", 0);
        row("fd00::23", "fd00::24", 0);
        for (const char *wrong :
             {"", "/24", "192.168.1.0/", "192.168.1.0/33", "192.168.1.0/-1", "fd00::/129", "ha.local",
              "192.168.1.0/24/1", "192.168.1.0/x", "24", "192.168.1", "fe80::1%eth0", "*"})
            row(wrong, "192.168.1.1", -1);
    }
    void subnets()
    {
        QFETCH(QString, text);
        QFETCH(QString, address);
        const auto subnet = subnetFrom(text);
        QTEST(!subnet ? -1 : int(subnet->contains(QHostAddress(address))), "verdict");
    }

    void openApi_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QString>("peer");
        QTest::addColumn<bool>("open");
        const auto row = [](const char *name, const QByteArray &path, const char *peer, bool open,
                            const QByteArray &headers = {}) {
            QTest::addRow("%s", name) << path << headers << QString(peer) << open;
        };
        const char *const listed = "192.168.1.23";
        row("sinks", "/api/audio/sinks", listed, true);
        row("a sink's volume", "/api/audio/sink/a%20b/volume", listed, true);
        row("players", "/api/players", listed, true);
        row("status", "/api/playback/status", listed, true);
        row("radio", "/api/radio/play_url", listed, true);
        row("events", "/api/events/ws?source=segue", listed, true);
        row("a socket for both kinds of addresses", "/api/players", "::ffff:192.168.1.23", true);
        row("within a listed net", "/api/players", "10.1.2.3", true);
        row("another address", "/api/players", "192.168.1.24", false);
        row("outside of the net", "/api/players", "10.2.2.3", false);
        row("the session", "/api/v1/session", listed, false);
        row("the library", "/api/v1/tracks", listed, false);
        row("letting in", "/api/v1/pairing/invitations", listed, false);
        row("files", "/media/5", listed, false);
        row("another wire", "/sync", listed, false);
        row("other events", "/api/events/wsx", listed, false);
        row("what only begins so", "/api/playersx", listed, false);
        row("through a proxy", "/api/players", listed, false, "X-Forwarded-For: 192.168.1.9\r\n");
        row("with a wrong token", "/api/players", listed, false, "Authorization: Bearer guess\r\n");
        row("with a token of its own", "/api/players", "192.168.1.24", true,
            "Authorization: Bearer secret\r\n");
    }
    void openApi()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, headers);
        QFETCH(QString, peer);
        GateRules open = rules;
        open.openTo = {*subnetFrom("192.168.1.23"), *subnetFrom("10.1.0.0/16")};
        const auto parsed =
            parseHead("GET " + path + " HTTP/1.1\r\nHost: 192.168.1.10\r\n" + headers + "\r\n");
        const auto verdict = authorise(std::get<RequestHead>(parsed), {QHostAddress(peer), hub}, open);
        QTEST(std::holds_alternative<Sync::Caller>(verdict), "open");
        if (const auto *caller = std::get_if<Sync::Caller>(&verdict); caller && headers.isEmpty()) {
            QCOMPARE(caller->user, "1");
            QCOMPARE(caller->role, Sync::Role::Controller); // never an admin
        }
        QVERIFY(std::holds_alternative<Denied>(
            authorise(request("Host: 192.168.1.10\r\n"), {QHostAddress(peer), hub}, rules)));
    }

    void signedAddresses_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("status"); // 0: may pass
        const auto row = [](const char *name, const QByteArray &line, const QByteArray &query, int status) {
            QTest::addRow("%s", name) << line << query << status;
        };
        const SignedUrl url{.token = 3, .expiresS = 1001};
        const QByteArray good = signedQuery("/media/5", url, "key");
        row("good", "GET /media/5", good, 0);
        row("good, to be asked about", "HEAD /media/5", good, 0);
        row("good, with more", "GET /media/5", "format=mp3&" + good, 0);
        row("of this machine", "GET /media/5", signedQuery("/media/5", {.token = 0, .expiresS = 1001}, "key"),
            0);
        row("another track", "GET /media/6", good, 403);
        row("another path", "GET /api/v1/me", good, 403);
        row("to change something", "POST /media/5", good, 403);
        row("another key", "GET /media/5", signedQuery("/media/5", url, "another"), 403);
        row("expired", "GET /media/5", signedQuery("/media/5", {.token = 3, .expiresS = 1000}, "key"), 403);
        row("made to last", "GET /media/5", QByteArray(good).replace("1001", "9999"), 403);
        row("of somebody else", "GET /media/5", QByteArray(good).replace("by=3", "by=0"), 403);
        row("revoked", "GET /media/5", signedQuery("/media/5", {.token = 4, .expiresS = 1001}, "key"), 401);
        row("no signature", "GET /media/5", "by=3&expires=1001", 401);
        row("empty signature", "GET /media/5", "by=3&expires=1001&signature=", 403);
        row("no numbers", "GET /media/5", QByteArray(good).replace("by=3", "by=x"), 403);
    }
    void signedAddresses()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, query);
        const auto parsed = parseHead(line + '?' + query + " HTTP/1.1\r\nHost: 192.168.1.10\r\n\r\n");
        const auto verdict = authorise(std::get<RequestHead>(parsed), {phone, hub}, rules);
        const auto *denied = std::get_if<Denied>(&verdict);
        QTEST(denied ? denied->status : 0, "status");
        if (!denied)
            QCOMPARE(std::get<Sync::Caller>(verdict).role, Sync::Role::Listener);
    }
    void signaturesAreTakenOff()
    {
        const QByteArray query = signedQuery("/media/5", {.token = 3, .expiresS = 1001}, "key");
        QCOMPARE(withoutSignature(query), "");
        QCOMPARE(withoutSignature("format=mp3&" + query + "&bitrate=192"), "format=mp3&bitrate=192");
    }

    void user_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<Endpoint>("endpoint");
        QTest::addColumn<QString>("user"); // empty: 401
        const auto row = [](const char *name, const QByteArray &headers, const Endpoint &endpoint,
                            const char *user) {
            QTest::addRow("%s", name) << headers << endpoint << QString(user);
        };
        const Endpoint here{loopback, loopback};
        const Endpoint lan{phone, hub};
        const QByteArray local = "Host: localhost:6681\r\n";
        const QByteArray far = "Host: 192.168.1.10:6681\r\n";
        row("this machine", local, here, "1");
        row("this machine over IPv6", "Host: [::1]\r\n", {QHostAddress("::1"), QHostAddress("::1")}, "1");
        row("this machine by its name on the LAN", "Host: den.local\r\n", here, "");
        row("the LAN", far, lan, "");
        row("Bearer", far + "Authorization: Bearer secret\r\n", lan, "7");
        row("bearer in other letters", far + "authorization: bEARER  secret \r\n", lan, "7");
        row("cookie", far + "Cookie: session_id=secret\r\n", lan, "7");
        row("cookie among others", far + "Cookie: a=b; session_id=secret; c=d\r\n", lan, "7");
        row("cookie in a second header", far + "Cookie: a=b\r\nCookie: session_id=secret\r\n", lan, "7");
        row("token on this machine", local + "Cookie: session_id=secret\r\n", here, "7");
        row("unknown token", far + "Authorization: Bearer guess\r\n", lan, "");
        row("unknown token on this machine", local + "Authorization: Bearer guess\r\n", here, "");
        row("unknown cookie on this machine", local + "Cookie: session_id=guess\r\n", here, "");
        row("empty cookie on this machine", local + "Cookie: session_id=\r\n", here, "");
        row("other cookies on this machine", local + "Cookie: xsession_id=guess; session=1\r\n", here, "1");
        row("this machine as a user", local + "Cookie: a=b; profile=Zo%C3%AB%20M\r\n", here, "9");
        row("this machine as nobody known", local + "Cookie: profile=nobody\r\n", here, "1");
        row("this machine as nobody", local + "Cookie: profile=\r\n", here, "1");
        row("token beside a user", local + "Cookie: profile=Zo%C3%AB%20M; session_id=secret\r\n", here, "7");
        row("the LAN as a user", far + "Cookie: profile=Zo%C3%AB%20M\r\n", lan, "");
        row("proxy as a user", local + "Via: 1.1 nginx\r\nCookie: profile=Zo%C3%AB%20M\r\n", here, "");
        row("empty token", far + "Authorization: Bearer \r\n", lan, "");
        row("another scheme", far + "Authorization: Basic c2VjcmV0\r\n", lan, "");
        row("another scheme on this machine", local + "Authorization: Basic c2VjcmV0\r\n", here, "");
        row("scheme cut short", far + "Authorization: Bear\r\n", lan, "");
        row("two authorizations", far + "Authorization: Bearer secret\r\nAuthorization: Bearer secret\r\n",
            lan, "");
        row("header before cookie", far + "Authorization: Bearer guess\r\nCookie: session_id=secret\r\n", lan,
            "");
        row("proxy: Forwarded", local + "Forwarded: for=1.2.3.4\r\n", here, "");
        row("proxy: X-Forwarded-For", local + "X-Forwarded-For: 1.2.3.4\r\n", here, "");
        row("proxy: X-Forwarded-Host", local + "x-forwarded-host: a\r\n", here, "");
        row("proxy: X-Real-IP", local + "X-Real-IP: 1.2.3.4\r\n", here, "");
        row("proxy: Via", local + "Via: 1.1 nginx\r\n", here, "");
        row("proxy with a token", local + "Forwarded: for=1.2.3.4\r\nCookie: session_id=secret\r\n", here,
            "7");
    }
    void user()
    {
        QFETCH(QByteArray, headers);
        QFETCH(Endpoint, endpoint);
        QFETCH(QString, user);
        const auto verdict = authorise(request(headers), endpoint, rules);
        if (const auto *caller = std::get_if<Sync::Caller>(&verdict)) {
            QCOMPARE(caller->user, user);
            QCOMPARE(caller->role, user != "7" ? Sync::Role::Admin : Sync::Role::Listener);
            return;
        }
        const auto &denied = std::get<Denied>(verdict);
        QVERIFY(user.isEmpty());
        QCOMPARE(denied.status, 401);
        QCOMPARE(denied.json,
                 QByteArray(R"({"status":"FAIL","error":"available only to authorized users"})"));
    }
};

QTEST_GUILESS_MAIN(tst_SyncGate)
#include "tst_sync_gate.moc"
