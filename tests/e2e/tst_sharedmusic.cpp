// SPDX-License-Identifier: Apache-2.0
#include "support/hub/asking.h"
#include "support/hub/nativeclient.h"
#include "support/program/sharingprogram.h"
#include "support/redisserver.h"
#include "support/waiting.h"
#include "sync/store/tokens.h"

#include <QJsonArray>

using namespace Testing;
using namespace Qt::StringLiterals;

namespace {

struct House : SharingProgram {
    [[nodiscard]] QJsonArray items(const QByteArray &path) const
    {
        return ask(port, "GET /api/v1/" + path).json().value("items"_L1).toArray();
    }
    /// Of that, of all that is there.
    [[nodiscard]] QStringList all(const QByteArray &path, QLatin1StringView field) const
    {
        QStringList values;
        for (const QJsonValue item : items(path))
            values.append(item.toObject().value(field).toVariant().toString());
        values.sort();
        return values;
    }
    [[nodiscard]] bool addPlaylist(const QString &name) const
    {
        return ask(port, "POST /api/v1/playlists", QJsonObject{{"name"_L1, name}}).status == 201;
    }
};

} // namespace

/// What people have besides their session is the same at all hubs that share a Redis.
class tst_SharedMusic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOneHubHasTheOtherHasToo()
    {
        RedisServer redis;
        QVERIFY2(redis.start(), qPrintable(redis.why()));
        House attic;
        QVERIFY(attic.start("attic", "sqlite")); // long before there is another
        QVERIFY(attic.addPlaylist("Run"));
        attic.program.kill();
        QVERIFY(attic.start("attic", redis.address()));
        QCOMPARE(ask(attic.port, "POST /api/v1/radio",
                     QJsonObject{{"name"_L1, "Six"}, {"url"_L1, "http://radio.example/six"}})
                     .status,
                 201);
        const QStringList stations = attic.all("radio", "id"_L1);
        QCOMPARE(stations.size(), 1);
        const QByteArray favourite = " /api/v1/favourites/" + stations.first().toUtf8();
        QCOMPARE(ask(attic.port, "PUT" + favourite).status, 204);
        House den;
        QVERIFY(den.start("den", redis.address()));
        QTRY_COMPARE(den.all("playlists", "name"_L1), QStringList{"Run"});
        QTRY_COMPARE(den.all("radio", "id"_L1), stations);
        QTRY_COMPARE(den.all("favourites", "id"_L1), stations);
        QCOMPARE(ask(den.port, "DELETE" + favourite).status, 204);
        QTRY_COMPARE(attic.items("favourites").size(), 0);
        const QByteArray id = den.all("playlists", "id"_L1).first().toUtf8();
        QCOMPARE(ask(den.port, "PATCH /api/v1/playlists/" + id, QJsonObject{{"name"_L1, "Walk"}}).status,
                 200);
        QTRY_COMPARE(attic.all("playlists", "name"_L1), QStringList{"Walk"});
        QCOMPARE(ask(attic.port, "POST /api/v1/users", QJsonObject{{"name"_L1, "Anna"}}).status, 201);
        QTRY_VERIFY(den.all("users", "name"_L1).contains("Anna"));
    }

    void tokenIsGoodAtEveryHub()
    {
        RedisServer redis;
        QVERIFY2(redis.start(), qPrintable(redis.why()));
        House attic;
        House den;
        QVERIFY(attic.start("attic", redis.address()));
        QVERIFY(den.start("den", redis.address()));
        const Sync::Tokens tokens(attic.data.path());
        const QByteArray token = tokens.grant({.user = "1", .name = "Phone"});
        const QByteArray asPhone = asStranger + ("Authorization: Bearer " + token + "\r\n");
        const auto statusAt = [&](const House &house) {
            return ask(house.port, "GET /api/v1/me", asPhone).status;
        };
        QCOMPARE(statusAt(attic), 200);
        QTRY_COMPARE(statusAt(den), 200);
        QVERIFY(tokens.revoke(tokens.find(token)->id));
        QTRY_COMPARE(statusAt(den), 401);
    }

    void redisThatForgetsIsToldAgain()
    {
        RedisServer redis;
        QVERIFY2(redis.start(), qPrintable(redis.why()));
        House attic;
        QVERIFY(attic.start("attic", redis.address()));
        QVERIFY(attic.addPlaylist("Run"));
        const auto isTold = [&redis] { return redis.ask({"HVALS", "segue:{1}:rows"}).contains("Run"); };
        QTRY_VERIFY(isTold());
        redis.kill();
        QVERIFY(attic.program.waitForLog("goes on alone"));
        QVERIFY(attic.addPlaylist("Swim")); // meanwhile
        QVERIFY(redis.start()); // without what it had
        QTRY_VERIFY(isTold());
        House den;
        QVERIFY(den.start("den", redis.address()));
        QTRY_COMPARE(den.all("playlists", "name"_L1), QStringList({"Run", "Swim"}));
    }
};

QTEST_GUILESS_MAIN(tst_SharedMusic)
#include "tst_sharedmusic.moc"
