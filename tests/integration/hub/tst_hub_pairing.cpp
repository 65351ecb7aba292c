// SPDX-License-Identifier: Apache-2.0
#include "support/hub/asking.h"
#include "support/hub/nativeclient.h"
#include "support/hub/testhub.h"
#include "support/waiting.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Sync;
using namespace Testing;

namespace {

const QJsonObject phone{{"device"_L1, "phone-1"_L1}, {"name"_L1, "Phone"_L1}};

QJsonObject with(QJsonObject json, QLatin1StringView key, const QJsonValue &value)
{
    json.insert(key, value);
    return json;
}

QByteArray bearer(const QString &token)
{
    return asStranger + ("Authorization: Bearer " + token.toLatin1()) + "\r\n";
}

} // namespace

/// How devices are let in, over real sockets.
class tst_HubPairing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_hub = std::make_unique<TestHub>(TestHub::letsIn(m_folder->path()));
        QVERIFY(port() != 0);
        if (ask(port(), "POST /api/v1/pairing/invitations", QJsonObject{}).status == 409)
            QSKIP("this machine has no address on a network, so nobody can be invited");
    }

    void strangersAreRefused()
    {
        QCOMPARE(ask(port(), "GET /api/v1/me", asStranger).status, 401);
        QCOMPARE(ask(port(), "GET /api/v1/tokens", asStranger).status, 401);
        QCOMPARE(ask(port(), "POST /api/v1/pairing/invitations", QJsonObject{}, asStranger).status, 401);
        QCOMPARE(ask(port(), "GET /api/v1/pairing/requests", asStranger).status, 401);
        QCOMPARE(ask(port(), "GET /api/v1/me").json().value("role"_L1).toString(), u"admin"_s);
    }

    void byCode()
    {
        const QString token = letIn(with(phone, "code"_L1, invite().value("code"_L1)));
        const QJsonObject me = ask(port(), "GET /api/v1/me", bearer(token)).json();
        QCOMPARE(me.value("role"_L1).toString(), u"controller"_s);
        QCOMPARE(me.value("device"_L1).toString(), u"phone-1"_s);
        QCOMPARE(me.value("hub"_L1).toObject().value("name"_L1).toString(), u"Test"_s);
    }

    void bySecretIntoACookie()
    {
        const QJsonObject invitation = invite();
        QVERIFY(invitation.value("url"_L1).toString().endsWith("#join="_L1
                                                               + invitation.value("secret"_L1).toString()));
        QVERIFY(invitation.value("qr"_L1).toArray().size() >= 25);
        const HttpAnswer answer = ask(port(), "POST /api/v1/pairing/join",
                                      with(phone, "secret"_L1, invitation.value("secret"_L1)), asStranger);
        QCOMPARE(answer.status, 200);
        QVERIFY(!answer.json().contains("token"_L1));
        const QByteArray cookie = answer.header("Set-Cookie");
        QVERIFY(cookie.contains("; HttpOnly"));
        QVERIFY(cookie.contains("; SameSite=Strict"));
        const QByteArray pair = cookie.first(cookie.indexOf(';'));
        QCOMPARE(ask(port(), "GET /api/v1/me", asStranger + ("Cookie: " + pair + "\r\n")).status, 200);
    }

    void wrongCodes()
    {
        const QJsonObject invitation = invite();
        const auto wrong = invitation.value("code"_L1).toString() == "000000"_L1 ? "000001"_L1 : "000000"_L1;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(join(with(phone, "code"_L1, wrong)).code(), u"wrong_code"_s);
        QCOMPARE(join(with(phone, "code"_L1, invitation.value("code"_L1))).status, 410);
        QVERIFY(ask(port(), "GET /api/v1/tokens").json().value("items"_L1).toArray().isEmpty());
    }

    void badBodies_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("field");
        const QByteArray json = "application/json";
        QTest::newRow("a form") << QByteArray("text/plain") << QByteArray("{}") << 415 << QString();
        QTest::newRow("not JSON") << json << QByteArray("{") << 400 << QString();
        QTest::newRow("an array") << json << QByteArray("[]") << 400 << QString();
        QTest::newRow("no device") << json << QByteArray(R"({"name":"a","code":"1"})") << 400 << u"device"_s;
        QTest::newRow("no name") << json << QByteArray(R"({"device":"a","code":"1"})") << 400 << u"name"_s;
        QTest::newRow("no code") << json << QByteArray(R"({"device":"a","name":"a"})") << 400 << u"code"_s;
        QTest::newRow("a number") << json << QByteArray(R"({"device":"a","name":"a","code":123456})") << 400
                                  << u"code"_s;
    }
    void badBodies()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        const HttpAnswer answer =
            ask(port(), "POST /api/v1/pairing/join", "Content-Type: " + type + "\r\n", body);
        QTEST(answer.status, "status");
        QTEST(answer.json().value("error"_L1).toObject().value("field"_L1).toString(), "field");
    }

    void byAsking()
    {
        NativeClient desk;
        desk.open(port());
        desk.join(u"desk"_s);
        const QJsonObject asked = ask(port(), "POST /api/v1/pairing/requests", phone, asStranger).json();
        const QByteArray request =
            "POST /api/v1/pairing/requests/" + asked.value("request"_L1).toString().toLatin1();
        const QJsonObject secret{{"secret"_L1, asked.value("secret"_L1)}, {"keep"_L1, "token"_L1}};
        QTRY_VERIFY(desk.last<Native::Asking>() && desk.last<Native::Asking>()->requests.size() == 1);
        QCOMPARE(desk.last<Native::Asking>()->requests.first().name, u"Phone"_s);
        QCOMPARE(ask(port(), request, secret, asStranger).json().value("state"_L1).toString(), u"waiting"_s);
        QCOMPARE(ask(port(), request, QJsonObject{{"secret"_L1, "x"_L1}}, asStranger).status, 404);
        QCOMPARE(ask(port(), request + "/allow", QJsonObject{{"role"_L1, "king"_L1}}).status, 400);
        QCOMPARE(ask(port(), request + "/allow", QJsonObject{{"role"_L1, "listener"_L1}}).status, 204);
        QTRY_VERIFY(desk.last<Native::Asking>()->requests.isEmpty());
        const QString token = ask(port(), request, secret, asStranger).json().value("token"_L1).toString();
        QCOMPARE(ask(port(), "GET /api/v1/me", bearer(token)).json().value("role"_L1).toString(),
                 u"listener"_s);
        QCOMPARE(ask(port(), request, secret, asStranger).status, 404);
    }

    void beingDenied()
    {
        const QJsonObject asked = ask(port(), "POST /api/v1/pairing/requests", phone, asStranger).json();
        const QByteArray request =
            "POST /api/v1/pairing/requests/" + asked.value("request"_L1).toString().toLatin1();
        QCOMPARE(ask(port(), request + "/deny", QJsonObject{}).status, 204);
        const QJsonObject secret{{"secret"_L1, asked.value("secret"_L1)}};
        QCOMPARE(ask(port(), request, secret, asStranger).json().value("state"_L1).toString(), u"denied"_s);
    }

    void onlyAdminsLetIn()
    {
        const QString token = letIn(with(phone, "code"_L1, invite().value("code"_L1)));
        for (const QByteArray line :
             {"POST /api/v1/pairing/invitations", "POST /api/v1/pairing/requests/x/allow",
              "POST /api/v1/pairing/requests/x/deny"})
            QCOMPARE(ask(port(), line, QJsonObject{{"role"_L1, "admin"_L1}}, bearer(token)).code(),
                     u"wrong_role"_s);
        QCOMPARE(ask(port(), "GET /api/v1/pairing/requests", bearer(token)).status, 403);
        QCOMPARE(ask(port(), "GET /api/v1/tokens", bearer(token)).status, 403);
        QCOMPARE(ask(port(), "DELETE /api/v1/tokens/1", bearer(token)).status, 403);
        QCOMPARE(
            ask(port(), "PATCH /api/v1/tokens/1", QJsonObject{{"role"_L1, "admin"_L1}}, bearer(token)).status,
            403);
    }

    void aRevokedTokenIsWorthNothing()
    {
        const QString token = letIn(with(phone, "code"_L1, invite().value("code"_L1)));
        NativeClient client;
        client.open(port(), token.toLatin1());
        client.join(u"phone-1"_s);
        QTRY_COMPARE(client.revision(), 0);
        const QJsonArray items = ask(port(), "GET /api/v1/tokens").json().value("items"_L1).toArray();
        QCOMPARE(items.size(), 1);
        const QByteArray address =
            "/api/v1/tokens/" + QByteArray::number(items.at(0).toObject().value("id"_L1).toInt());
        QCOMPARE(ask(port(), "DELETE " + address).status, 204);
        QTRY_COMPARE(client.socket().state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(ask(port(), "GET /api/v1/me", bearer(token)).status, 401);
        QCOMPARE(ask(port(), "GET /api/v1/me", "Authorization: Bearer " + token.toLatin1() + "\r\n").status,
                 401);
        QCOMPARE(ask(port(), "DELETE " + address).status, 404);
    }

    void aRoleIsChanged()
    {
        const QString token = letIn(with(phone, "code"_L1, invite().value("code"_L1)));
        const int id = ask(port(), "GET /api/v1/tokens")
                           .json()
                           .value("items"_L1)
                           .toArray()
                           .at(0)
                           .toObject()
                           .value("id"_L1)
                           .toInt();
        const QByteArray line = "PATCH /api/v1/tokens/" + QByteArray::number(id);
        QCOMPARE(ask(port(), line, QJsonObject{{"role"_L1, "emperor"_L1}}).status, 400);
        QCOMPARE(ask(port(), line, QJsonObject{{"role"_L1, "listener"_L1}, {"name"_L1, "Kids"_L1}}).status,
                 204);
        QCOMPARE(ask(port(), "GET /api/v1/me", bearer(token)).json().value("role"_L1).toString(),
                 u"listener"_s);
        NativeClient client;
        client.open(port(), token.toLatin1());
        client.join(u"phone-1"_s);
        QTRY_COMPARE(client.revision(), 0);
        QCOMPARE(client.last<Native::Hello>()->role, Role::Listener);
        client.say(Native::Play{.trackId = 1, .context = {.fromIs = u"album"_s, .fromIsId = 7}});
        QTRY_VERIFY(client.last<Native::Fault>());
        QCOMPARE(client.last<Native::Fault>()->command, u"play"_s);
        QVERIFY(!client.player());
    }

    void signedAddressesAreOver()
    {
        const QString token = letIn(with(phone, "code"_L1, invite().value("code"_L1)));
        const HttpAnswer made = ask(port(), "POST /api/v1/tracks/9/url", QJsonObject{}, bearer(token));
        QCOMPARE(made.status, 201);
        const QByteArray line = "GET " + made.json().value("url"_L1).toString().toLatin1();
        QCOMPARE(ask(port(), line, asStranger).code(), u"not_found"_s); // let through; this hub has no music
        QCOMPARE(ask(port(), QByteArray(line).replace("media/9", "media/8"), asStranger).code(),
                 u"wrong_signature"_s);
        QCOMPARE(ask(port(), QByteArray(line).replace("media/9", "sync"), asStranger).status, 403);
        QCOMPARE(
            ask(port(), "POST /api/v1/tracks/9/url", QJsonObject{{"for_s"_L1, 86401}}, bearer(token)).status,
            400);
        QCOMPARE(ask(port(), "GET /api/v1/tracks/9/url", bearer(token)).status, 405);
        QCOMPARE(ask(port(), "DELETE /api/v1/tokens/1").status, 204);
        QCOMPARE(ask(port(), line, asStranger).status, 401);
    }

    void aDeviceHasOneToken()
    {
        const QString former = letIn(with(phone, "code"_L1, invite().value("code"_L1)));
        const QString token = letIn(with(phone, "code"_L1, invite().value("code"_L1)));
        QCOMPARE(ask(port(), "GET /api/v1/me", bearer(former)).status, 401);
        QCOMPARE(ask(port(), "GET /api/v1/me", bearer(token)).status, 200);
        QCOMPARE(ask(port(), "GET /api/v1/tokens").json().value("items"_L1).toArray().size(), 1);
    }

    void aListenerRenamesItselfAlone()
    {
        const QString token = letIn(with(phone, "code"_L1, invite().value("code"_L1)));
        const auto firstToken = [this] {
            return ask(port(), "GET /api/v1/tokens").json().value("items"_L1).toArray().first().toObject();
        };
        const auto id = QByteArray::number(firstToken().value("id"_L1).toInteger());
        QCOMPARE(ask(port(), "PATCH /api/v1/tokens/" + id, {{"role"_L1, "listener"_L1}}).status, 204);
        const auto rename = [&](const QByteArray &device) {
            return ask(port(), "PATCH /api/v1/devices/" + device, {{"name"_L1, "Anna"_L1}}, bearer(token))
                .status;
        };
        QCOMPARE(rename("desk"), 403);
        QCOMPARE(rename("phone-1"), 204); // also while it is not there
        QCOMPARE(firstToken().value("name"_L1).toString(), u"Anna"_s);
        QCOMPARE(firstToken().value("role"_L1).toString(), u"listener"_s);
        NativeClient client;
        client.open(port(), token.toLatin1());
        client.say(Native::Join{.device = u"phone-1"_s, .name = u"Phone"_s, .playing = std::nullopt});
        QTRY_VERIFY(client.last<Native::Devices>());
        QCOMPARE(client.last<Native::Devices>()->devices.first().name, u"Anna"_s);
    }

private:
    [[nodiscard]] quint16 port() const { return m_hub->port(); }
    [[nodiscard]] QJsonObject invite() const
    {
        return ask(port(), "POST /api/v1/pairing/invitations", QJsonObject{}).json();
    }
    [[nodiscard]] HttpAnswer join(const QJsonObject &json) const
    {
        return ask(port(), "POST /api/v1/pairing/join", json, asStranger);
    }
    [[nodiscard]] QString letIn(const QJsonObject &json) const
    {
        return join(with(json, "keep"_L1, "token"_L1)).json().value("token"_L1).toString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestHub> m_hub;
};

QTEST_GUILESS_MAIN(tst_HubPairing)
#include "tst_hub_pairing.moc"
