// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"
#include "support/hub/television.h"
#include "support/hub/testhub.h"
#include "support/waiting.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Sync;
using namespace Testing;

namespace {

const QByteArray app = "Origin: http://msx.benzac.de\r\n";

QString actionOf(const HttpAnswer &answer)
{
    return answer.json()
        .value("response"_L1)
        .toObject()
        .value("data"_L1)
        .toObject()
        .value("action"_L1)
        .toString();
}

QString labelOf(const HttpAnswer &page)
{
    return page.json().value("items"_L1).toArray().first().toObject().value("label"_L1).toString();
}

} // namespace

/// How televisions are let in, and what they may, over real sockets.
class tst_HubTv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_hub = std::make_unique<TestHub>(TestHub::letsIn(m_folder->path()));
        QVERIFY(port() != 0);
    }

    void startsTheApp()
    {
        const HttpAnswer answer = askAsTv(port(), "GET /msx/start.json", {});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("Access-Control-Allow-Origin"), QByteArray("*"));
        const QString parameter = answer.json().value("parameter"_L1).toString();
        const auto host = u"http://127.0.0.1:%1"_s.arg(port());
        QVERIFY2(parameter.startsWith("menu:request:interaction:init@"_L1 + host + "/msx/plugin.html?v="_L1),
                 qPrintable(parameter));
        QVERIFY(!answer.json().value("name"_L1).toString().isEmpty());
        QVERIFY(!answer.json().value("version"_L1).toString().isEmpty());
    }

    /// The app frames the plugin's page, which loads the app's library.
    void thePluginMayBeFramed()
    {
        const HttpAnswer answer = ask(port(), "GET /msx/plugin.html?v=1", app);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("Cache-Control"), QByteArray("no-cache"));
        QVERIFY(!answer.head.contains("X-Frame-Options"));
        const QByteArray policy = answer.header("Content-Security-Policy");
        QVERIFY2(policy.contains("frame-ancestors *"), policy);
        QVERIFY2(policy.contains("script-src 'self' http://msx.benzac.de;"), policy);
        QVERIFY(answer.body.contains("http://msx.benzac.de/js/tvx-plugin.min.js"));
        QCOMPARE(ask(port(), "GET /msx/plugin.js").status, 200);
        QCOMPARE(ask(port(), "GET /msx/nothing.js").status, 404);
        QCOMPARE(ask(port(), "GET /msx/../personal.sqlite").status, 404);
        const QByteArray tag = answer.header("ETag");
        QCOMPARE(ask(port(), "GET /msx/plugin.html", "If-None-Match: " + tag + "\r\n").status, 304);
    }

    void theLibraryMayComeFromElsewhere()
    {
        const TestHub hub = TestHub::withMsxLibrary("https://den.local:8443/x.js");
        const HttpAnswer answer = ask(hub.port(), "GET /msx/plugin.html");
        QVERIFY(answer.body.contains("\"https://den.local:8443/x.js\""));
        QVERIFY(!answer.body.contains("benzac"));
        QVERIFY(
            answer.header("Content-Security-Policy").contains("script-src 'self' https://den.local:8443;"));
        const auto parameter = [](quint16 port) {
            const QString text = ask(port, "GET /msx/start.json").json().value("parameter"_L1).toString();
            return text.sliced(text.indexOf("?v="_L1));
        };
        QVERIFY(parameter(hub.port()) != parameter(port())); // televisions keep the page by its address
    }

    void thePageForBrowsers()
    {
        const HttpAnswer answer = ask(port(), "GET /tv?x=1");
        QCOMPARE(answer.status, 302);
        QCOMPARE(answer.header("Location"), QByteArray("/tv/?x=1"));
        QCOMPARE(ask(port(), "GET /tv?tv=abc").header("Location"), QByteArray("/tv/?tv=abc"));
        QCOMPARE(ask(port(), "GET /tv/").status, 200);
        QCOMPARE(ask(port(), "GET /tv/nothing.js").status, 404);
        QCOMPARE(ask(port(), "POST /tv/", QJsonObject()).status, 405);
    }

    /// Everywhere else nobody may frame us: one could be made to click on what one does not see.
    void otherPagesMayNotBeFramed()
    {
        QVERIFY(ask(port(), "GET /").header("Content-Security-Policy").contains("frame-ancestors 'self'"));
    }

    void itAsksWithACode()
    {
        NativeClient desk;
        desk.open(port());
        desk.join(u"desk"_s);
        const QJsonObject asked = askToJoin(u"tv"_s, asStranger).json();
        const QString code = asked.value("code"_L1).toString();
        QVERIFY2(QRegularExpression(u"^[0-9]{4}$"_s).match(code).hasMatch(), qPrintable(code));
        QTRY_VERIFY(desk.last<Native::Asking>() && desk.last<Native::Asking>()->requests.size() == 1);
        QCOMPARE(desk.last<Native::Asking>()->requests.first().code, code);
        const QJsonObject listed = ask(port(), "GET /api/v1/pairing/requests").json();
        QCOMPARE(listed.value("requests"_L1).toArray().first().toObject().value("code"_L1).toString(), code);
        // Others show none.
        QVERIFY(!askToJoin(u"device"_s, asStranger).json().contains("code"_L1));
    }

    void itsTokenIsForTelevisionsAlone()
    {
        const QByteArray token = letTvIn(port(), u"den"_s, u"admin"_s);
        QVERIFY(!token.isEmpty());
        QVERIFY(askAsTv(port(), "POST /api/sync/poll", token).status == 200);
        const QByteArray asHeader = asStranger + ("Authorization: Bearer " + token) + "\r\n";
        for (const QByteArray line : {"GET /api/v1/me", "GET /api/v1/tokens", "GET /api/v1/session"}) {
            QCOMPARE(ask(port(), line, asHeader).status, 401);
            QCOMPARE(ask(port(), line + "?tv=" + token, asStranger).status, 401);
        }
        QCOMPARE(
            ask(port(), "POST /api/v1/pairing/invitations?tv=" + token, QJsonObject(), asStranger).status,
            401);
    }

    void itIsListedAndRevoked()
    {
        const QByteArray token = letTvIn(port(), u"den"_s);
        const QJsonObject entry =
            ask(port(), "GET /api/v1/tokens").json().value("items"_L1).toArray().first().toObject();
        QCOMPARE(entry.value("device"_L1).toString(), u"den"_s);
        QVERIFY(entry.value("tv"_L1).toBool());
        NativeClient tv;
        tv.openAsTv(port(), token);
        tv.join(u"den"_s, true);
        QTRY_VERIFY(tv.last<Native::State>());
        QCOMPARE(tv.last<Native::Hello>()->role, Role::Controller);
        QCOMPARE(ask(port(), "DELETE /api/v1/tokens/" + QByteArray::number(entry.value("id"_L1).toInt()),
                     QJsonObject())
                     .status,
                 204);
        QTRY_COMPARE(tv.socket().state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(askAsTv(port(), "POST /api/sync/poll", token).status, 401);
    }

    /// What an admin's television may is what a controller may: its token stands in an address.
    void itNeverLetsOthersIn()
    {
        NativeClient tv;
        tv.openAsTv(port(), letTvIn(port(), u"den"_s, u"admin"_s));
        tv.join(u"den"_s);
        QTRY_VERIFY(tv.last<Native::State>());
        QCOMPARE(tv.last<Native::Hello>()->role, Role::Controller);
    }

    /// Pages of any site may ask for a television, and whoever decides sees which one it was; nothing else.
    void pagesMayAskForATelevision()
    {
        const HttpAnswer asked = askToJoin(u"tv"_s, app);
        QCOMPARE(asked.status, 202);
        QCOMPARE(asked.header("Access-Control-Allow-Origin"), QByteArray("*"));
        const QJsonObject listed = ask(port(), "GET /api/v1/pairing/requests")
                                       .json()
                                       .value("requests"_L1)
                                       .toArray()
                                       .first()
                                       .toObject();
        QCOMPARE(listed.value("address"_L1).toString(), u"127.0.0.1 (http://msx.benzac.de)"_s);
        QCOMPARE(askToJoin(u"device"_s, app).code(), u"foreign_origin"_s);
        // This machine's own are spared, a page of somebody else's is not.
        for (int i = 0; i < 4; ++i)
            QVERIFY(askToJoin(u"tv"_s, app).status == 202);
        QCOMPARE(askToJoin(u"tv"_s, app).status, 429);
        QCOMPARE(askToJoin(u"tv"_s, {}).status, 202);
    }

    void preflights()
    {
        const QByteArray asks = app
            + "Access-Control-Request-Method: POST\r\n"
              "Access-Control-Request-Headers: content-type\r\n";
        for (const char *path : {"/api/v1/pairing/requests", "/api/sync/poll?tv=x", "/msx/do?tv=x"}) {
            const HttpAnswer answer = ask(port(), QByteArray("OPTIONS ") + path, asks);
            QCOMPARE(answer.status, 204);
            QCOMPARE(answer.header("Access-Control-Allow-Origin"), QByteArray("*"));
            QVERIFY(answer.header("Access-Control-Allow-Headers").contains("Content-Type"));
        }
        for (const char *path : {"/api/v1/session", "/api/v1/pairing/join", "/"}) {
            const HttpAnswer answer = ask(port(), QByteArray("OPTIONS ") + path, asks);
            QCOMPARE(answer.status, 403);
            QVERIFY(answer.header("Access-Control-Allow-Origin").isEmpty());
        }
    }

    /// Without any script: the app's own pages ask, show the code, and lead to the music.
    void itIsLetInWithoutAScript()
    {
        const HttpAnswer asked = askAsTv(port(), "POST /msx/pair?device=%7BID%7D&v=0.1.165&t=1", {}, "{}");
        const QString action = actionOf(asked);
        const QString base = u"content:http://127.0.0.1:%1"_s.arg(port());
        QVERIFY2(action.startsWith(base + "/msx/pair.json?request="_L1), qPrintable(action));
        const QByteArray page = "GET " + action.sliced(base.size()).toLatin1();
        const QJsonObject waiting = ask(port(), "GET /api/v1/pairing/requests")
                                        .json()
                                        .value("requests"_L1)
                                        .toArray()
                                        .first()
                                        .toObject();
        const HttpAnswer first = askAsTv(port(), page, {});
        QVERIFY(first.json().value("headline"_L1).toString().contains(waiting.value("code"_L1).toString()));
        QVERIFY(!labelOf(first).isEmpty());
        QCOMPARE(
            ask(port(),
                "POST /api/v1/pairing/requests/" + waiting.value("id"_L1).toString().toLatin1() + "/allow",
                QJsonObject{{"role"_L1, "controller"_L1}})
                .status,
            204);
        const QJsonArray items = askAsTv(port(), page, {}).json().value("items"_L1).toArray();
        const QString menu = items.at(0).toObject().value("action"_L1).toString();
        QVERIFY2(menu.startsWith(u"menu:http://127.0.0.1:%1/msx/menu.json?tv="_s.arg(port())),
                 qPrintable(menu));
        QCOMPARE(items.at(1).toObject().value("action"_L1).toString(), u"start"_s);
        QCOMPARE(items.at(1).toObject().value("data"_L1).toObject().value("parameter"_L1).toString(), menu);
        const QByteArray token = menu.sliced(menu.indexOf("tv="_L1) + 3).toLatin1();
        QCOMPARE(askAsTv(port(), "POST /api/sync/poll", token).status, 200);
        // Told once.
        QVERIFY(!askAsTv(port(), page, {}).body.contains("tv="));
    }

    /// Pushing to a television whose page is not open is refused with a word, and the music stays where it
    /// is.
    void aTvThatIsNotHereIsNoOutput()
    {
        NativeClient desk;
        desk.open(port());
        desk.join(u"desk"_s, true);
        const QByteArray token = letTvIn(port(), u"den"_s);
        {
            NativeClient tv;
            tv.openAsTv(port(), token);
            tv.join(u"den"_s, true);
            QTRY_VERIFY(desk.last<Native::Devices>() && desk.last<Native::Devices>()->total == 2);
        }
        desk.say(R"({"type":"outputs","devices":["desk"]})");
        QTRY_COMPARE(desk.last<Native::Devices>()->total, 1);
        desk.say(R"({"type":"play","track_id":1,"from_is":"album","from_is_id":7})");
        QTRY_VERIFY(desk.player());
        desk.say(R"({"type":"outputs","devices":["den"]})");
        QTRY_VERIFY(desk.last<Native::Fault>());
        QCOMPARE(desk.last<Native::Fault>()->field, u"devices"_s);
        QVERIFY(!desk.last<Native::Fault>()->reason.isEmpty());
        QVERIFY(desk.last<Native::Devices>()->devices.first().active);
        QCOMPARE(desk.pausedBy(), PausedBy::Nobody);
    }

private:
    [[nodiscard]] quint16 port() const { return m_hub->port(); }
    [[nodiscard]] HttpAnswer askToJoin(const QString &kind, const QByteArray &headers) const
    {
        static int count = 0;
        return ask(
            port(), "POST /api/v1/pairing/requests",
            QJsonObject{{"device"_L1, u"d%1"_s.arg(++count)}, {"name"_L1, "Den"_L1}, {"kind"_L1, kind}},
            headers);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestHub> m_hub;
};

QTEST_GUILESS_MAIN(tst_HubTv)
#include "tst_hub_tv.moc"
