// SPDX-License-Identifier: Apache-2.0
#include "support/hub/asking.h"
#include "support/hub/nativeclient.h"
#include "support/hub/plainclient.h"
#include "support/hub/testhub.h"
#include "support/waiting.h"
#include "sync/limits.h"
#include "sync/store/personaldatabase.h"
#include "sync/store/statement.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Sync;
using namespace Testing;

namespace {

const Native::Play firstTrack{.trackId = 1, .context = {.fromIs = u"album"_s, .fromIsId = 7}};

QByteArray bearer(const QByteArray &token) { return "Authorization: Bearer " + token + "\r\n"; }

QString errorField(const HttpAnswer &answer)
{
    return answer.json().value("error"_L1).toObject().value("field"_L1).toString();
}

} // namespace

/// Users and who may be which, over real sockets.
class tst_HubUsers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_hub = std::make_unique<TestHub>(TestHub::letsIn(m_folder->path()));
        m_tokens = std::make_unique<Tokens>(m_folder->path());
        QVERIFY(port() != 0);
    }

    void createdListedAndRenamed()
    {
        const HttpAnswer made = create(u" Anna "_s);
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json().value("name"_L1).toString(), u"Anna"_s);
        const QString anna = made.json().value("id"_L1).toString();
        QCOMPARE(ask(port(), "PATCH /api/v1/users/" + anna.toLatin1(), {{"name"_L1, u"Änne"_s}}).status, 204);
        QCOMPARE(ask(port(), "PATCH /api/v1/users/1", {{"name"_L1, u"Kitchen"_s}}).status, 204);

        const QByteArray listener = grant(defaultUser, Role::Listener);
        const QJsonArray items =
            ask(port(), "GET /api/v1/users", bearer(listener)).json().value("items"_L1).toArray();
        QCOMPARE(items.size(), 2);
        QCOMPARE(items[0].toObject().value("name"_L1).toString(), u"Kitchen"_s);
        QVERIFY(items[0].toObject().value("default"_L1).toBool());
        QCOMPARE(items[1].toObject().value("name"_L1).toString(), u"Änne"_s);
        QVERIFY(!items[1].toObject().value("default"_L1).toBool());
        QCOMPARE(items[1].toObject().value("id"_L1).toString(), anna);
    }

    void badNames_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("missing") << QJsonObject() << 400;
        QTest::newRow("a number") << QJsonObject{{"name"_L1, 5}} << 400;
        QTest::newRow("empty") << QJsonObject{{"name"_L1, "  "_L1}} << 400;
        QTest::newRow("too long") << QJsonObject{{"name"_L1, QString(41, u'x')}} << 400;
        QTest::newRow("far too long") << QJsonObject{{"name"_L1, QString(5000, u'x')}} << 400;
        QTest::newRow("taken") << QJsonObject{{"name"_L1, "BEN"_L1}} << 409;
    }
    void badNames()
    {
        QFETCH(QJsonObject, body);
        QVERIFY(create(u"Ben"_s).status == 201);
        const QByteArray carl = create(u"Carl"_s).json().value("id"_L1).toString().toLatin1();
        for (const QByteArray &line : {QByteArray("POST /api/v1/users"), "PATCH /api/v1/users/" + carl}) {
            const HttpAnswer answer = ask(port(), line, body);
            QTEST(answer.status, "status");
            QCOMPARE(errorField(answer), u"name"_s);
        }
        QCOMPARE(ask(port(), "GET /api/v1/users").json().value("items"_L1).toArray().size(), 3);
    }

    void thereIsAMost()
    {
        for (qsizetype i = 1; i < Limits::users; ++i)
            QCOMPARE(create(QString::number(i + 100)).status, 201);
        QCOMPARE(create(u"one more"_s).code(), u"too_many_users"_s);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<Role>("role");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const char *line, Role role, int status) {
            QTest::addRow("%s", name) << QByteArray(line) << role << status;
        };
        row("controllers do not create", "POST /api/v1/users", Role::Controller, 403);
        row("controllers do not rename", "PATCH /api/v1/users/1", Role::Controller, 403);
        row("controllers do not delete", "DELETE /api/v1/users/1", Role::Controller, 403);
        row("listeners do not switch", "PUT /api/v1/me/user", Role::Listener, 403);
        row("renaming nobody", "PATCH /api/v1/users/none", Role::Admin, 404);
        row("deleting nobody", "DELETE /api/v1/users/none", Role::Admin, 404);
        row("deleting the default one", "DELETE /api/v1/users/1?everything=true", Role::Admin, 409);
        row("becoming nobody", "PUT /api/v1/me/user", Role::Controller, 404);
        row("another parameter", "DELETE /api/v1/users/1?all=true", Role::Admin, 400);
    }
    void refusals()
    {
        QFETCH(QByteArray, line);
        QFETCH(Role, role);
        const QByteArray token = grant(defaultUser, role);
        const HttpAnswer answer =
            ask(port(), line, {{"name"_L1, u"x"_s}, {"user"_L1, u"none"_s}}, bearer(token));
        QTEST(answer.status, "status");
        QCOMPARE(ask(port(), "GET /api/v1/me", bearer(token)).json().value("user"_L1).toString(),
                 defaultUser);
    }

    void strangersSeeNobody()
    {
        QCOMPARE(ask(port(), "GET /api/v1/users", asStranger).status, 401);
        QCOMPARE(ask(port(), "PUT /api/v1/me/user", {{"user"_L1, defaultUser}}, asStranger).status, 401);
    }

    void usersHaveSessionsOfTheirOwn()
    {
        const QByteArray anna = grant(idOf(create(u"Anna"_s)));
        NativeClient desk;
        NativeClient phone;
        desk.open(port());
        desk.join(u"desk"_s, true);
        phone.open(port(), anna);
        phone.join(u"phone"_s, true);
        desk.say(firstTrack);
        QTRY_VERIFY(desk.player());
        QTRY_VERIFY(phone.last<Native::Devices>());
        QCOMPARE(phone.last<Native::Devices>()->devices.size(), 1);
        QVERIFY(!phone.player());
    }

    void switching()
    {
        const QString anna = idOf(create(u"Anna"_s));
        const QByteArray token = grant(defaultUser);
        NativeClient desk;
        NativeClient phone;
        desk.open(port());
        desk.join(u"desk"_s);
        phone.open(port(), token);
        phone.join(u"phone"_s, true);
        phone.say(firstTrack);
        QTRY_VERIFY(desk.pausedBy() == PausedBy::Nobody);
        QCOMPARE(phone.last<Native::Hello>()->user, defaultUser);

        QCOMPARE(ask(port(), "PUT /api/v1/me/user", {{"user"_L1, anna}}, bearer(token)).status, 204);
        QTRY_COMPARE(phone.socket().state(), QAbstractSocket::UnconnectedState);
        // It may come back, unlike one whose device has joined anew.
        QVERIFY(phone.socket().closeCode() != QWebSocketProtocol::CloseCodePolicyViolated);
        QTRY_VERIFY(desk.pausedBy()
                    == PausedBy::User); // nobody plays to an empty room; long before the lease
        QTRY_COMPARE(desk.last<Native::Devices>()->devices.size(), 1);

        NativeClient again;
        again.open(port(), token);
        again.join(u"phone"_s, true);
        QTRY_COMPARE(again.revision(), 0);
        QVERIFY(!again.player());
        QCOMPARE(again.last<Native::Hello>()->user, anna);
        again.say(firstTrack);
        QTRY_VERIFY(again.pausedBy() == PausedBy::Nobody);
        QCOMPARE(desk.pausedBy(), PausedBy::User);
    }

    void switchingToWhereOneIsEndsNothing()
    {
        const QByteArray token = grant(defaultUser);
        NativeClient phone;
        phone.open(port(), token);
        phone.join(u"phone"_s);
        QTRY_COMPARE(phone.revision(), 0);
        QCOMPARE(ask(port(), "PUT /api/v1/me/user", {{"user"_L1, defaultUser}}, bearer(token)).status, 204);
        QCOMPARE(webSocketClients(port()), 1);
        phone.say(firstTrack);
        QTRY_VERIFY(phone.player());
    }

    void thisMachineSaysWhoItIs()
    {
        const QString anna = idOf(create(u"Anna M"_s));
        const HttpAnswer entered = ask(port(), "PUT /api/v1/me/user", {{"user"_L1, anna}});
        QCOMPARE(entered.status, 204);
        const QByteArray cookie = entered.header("Set-Cookie");
        QVERIFY(cookie.contains("; HttpOnly"));
        QVERIFY(cookie.contains("; SameSite=Strict"));
        const auto userOf = [this](const QByteArray &headers) {
            return ask(port(), "GET /api/v1/me", headers).json().value("user"_L1).toString();
        };
        QCOMPARE(userOf("Cookie: " + cookie.first(cookie.indexOf(';')) + "\r\n"), anna);
        QCOMPARE(userOf("Cookie: a=b; profile=anna%20m\r\n"), anna);
        QCOMPARE(userOf("Cookie: profile=nobody\r\n"),
                 defaultUser); // a profile that is gone locks nobody out
        QCOMPARE(userOf({}), defaultUser);
        // Who has a token is who it says.
        const QByteArray token = grant(defaultUser);
        QCOMPARE(userOf(bearer(token) + "Cookie: profile=" + anna.toLatin1() + "\r\n"), defaultUser);
        QCOMPARE(ask(port(), "GET /api/v1/me", asStranger + ("Cookie: profile=" + anna.toLatin1()) + "\r\n")
                     .status,
                 401);
    }

    void deleting()
    {
        const QString anna = idOf(create(u"Anna"_s));
        const QByteArray token = grant(anna);
        const QByteArray line = "DELETE /api/v1/users/" + anna.toLatin1();
        NativeClient phone;
        phone.open(port(), token);
        phone.join(u"phone"_s);
        QTRY_COMPARE(phone.revision(), 0);
        QCOMPARE(ask(port(), line).code(), u"user_in_use"_s);

        const auto database = PersonalDatabase::open(m_folder->path());
        run(*database, u"INSERT INTO favourites VALUES (?, 5, 0)"_s, {anna});
        QCOMPARE(ask(port(), line).code(), u"has_music"_s);
        QCOMPARE(ask(port(), line + "?everything=true").code(), u"user_in_use"_s);

        phone.socket().close();
        QTRY_COMPARE(webSocketClients(port()), 0);
        QCOMPARE(ask(port(), line).code(), u"has_music"_s);
        QCOMPARE(ask(port(), line + "?everything=true").status, 204);
        QCOMPARE(ask(port(), "GET /api/v1/users").json().value("items"_L1).toArray().size(), 1);
        QCOMPARE(ask(port(), "GET /api/v1/me", bearer(token)).json().value("user"_L1).toString(),
                 defaultUser);
    }

    void emptyOnesAreDeletedWithoutMoreWords()
    {
        const QString anna = idOf(create(u"Anna"_s));
        QCOMPARE(ask(port(), "DELETE /api/v1/users/" + anna.toLatin1()).status, 204);
        QCOMPARE(create(u"Anna"_s).status, 201); // the name is free again
    }

private:
    [[nodiscard]] quint16 port() const { return m_hub->port(); }
    [[nodiscard]] HttpAnswer create(const QString &name) const
    {
        return ask(port(), "POST /api/v1/users", {{"name"_L1, name}});
    }
    [[nodiscard]] static QString idOf(const HttpAnswer &made)
    {
        return made.json().value("id"_L1).toString();
    }
    [[nodiscard]] QByteArray grant(const QString &user, Role role = Role::Controller) const
    {
        return m_tokens->grant({.user = user, .role = role, .name = u"test"_s});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestHub> m_hub;
    std::unique_ptr<Tokens> m_tokens;
};

QTEST_GUILESS_MAIN(tst_HubUsers)
#include "tst_hub_users.moc"
