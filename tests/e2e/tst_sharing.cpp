// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"
#include "support/program/sharingprogram.h"
#include "support/redisserver.h"
#include "support/waiting.h"

#include <QFile>

#include <csignal>

using namespace Testing;
using namespace std::chrono_literals;
namespace Native = Sync::Native;

namespace {

const Native::Play play{
    .trackId = 1, .context = {.fromIs = "album", .fromIsId = 7}, .tracks = QList<quint64>{1, 2}};

/// A hub, and a phone at it.
struct House : SharingProgram {
    NativeClient phone;

    [[nodiscard]] bool start(const QString &name, const QString &store, bool isOutput = false,
                             const QStringList &more = {})
    {
        if (!SharingProgram::start(name, store, more))
            return false;
        phone.open(port);
        phone.join("phone-" + name, isOutput);
        return QTest::qWaitFor([this] { return phone.last<Native::State>().has_value(); }, patienceMs);
    }
};

} // namespace

/// Several hubs that are one, as programs.
class tst_Sharing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hubThatIsKilledTakesNothingWithIt()
    {
        RedisServer redis;
        QVERIFY2(redis.start(), qPrintable(redis.why()));
        House attic;
        House den;
        QVERIFY(attic.start("attic", redis.address(), true));
        QVERIFY(den.start("den", redis.address(), true));
        attic.phone.say(play);
        QTRY_VERIFY(den.phone.player() && !den.phone.player()->paused());
        attic.phone.say(Native::Seek{.position = 70s});
        QTRY_VERIFY(den.phone.player()->position == 70s);
        attic.program.kill();
        den.phone.say(Native::Next{});
        QTRY_COMPARE(den.phone.player()->trackId, quint64(2));
        QVERIFY(!den.phone.player()->paused());
        // Its devices are gone for good once their lease is over.
        QTRY_VERIFY(den.phone.last<Native::Devices>()
                    && std::ranges::none_of(den.phone.last<Native::Devices>()->devices,
                                            [](const auto &device) { return device.name == "phone-attic"; }));
        QVERIFY(!den.phone.player()->paused());
    }

    /// And another one takes its place, again and again.
    void hubsThatAreKilledLoseNothing()
    {
        RedisServer redis;
        QVERIFY2(redis.start(), qPrintable(redis.why()));
        House den;
        QVERIFY(den.start("den", redis.address(), true));
        den.phone.say(play);
        QTRY_VERIFY(den.phone.player());
        for (int round = 1; round <= 5; ++round) {
            House attic;
            QVERIFY(attic.start("attic", redis.address(), true));
            QTRY_VERIFY(attic.phone.player());
            const std::chrono::seconds place(100 + round);
            attic.phone.say(Native::Seek{.position = place});
            QTRY_VERIFY(attic.phone.player()->position == place); // it is accepted
            attic.program.kill();
            QTRY_VERIFY(den.phone.player()->position == place);
            QVERIFY(!den.phone.player()->paused());
        }
    }

    void deviceOfAHubThatIsKilledGoesToAnother()
    {
        RedisServer redis;
        QVERIFY2(redis.start(), qPrintable(redis.why()));
        House attic;
        House den;
        QVERIFY(attic.start("attic", redis.address()));
        QVERIFY(den.start("den", redis.address()));
        QTRY_VERIFY(attic.phone.last<Native::OtherHubs>()); // so the attic's devices know of the den
        QCOMPARE(attic.phone.last<Native::OtherHubs>()->hubs.first().name, "den");
        attic.phone.say(play);
        QTRY_VERIFY(den.phone.player());
        const QTemporaryDir data;
        RunningProgram shelf;
        shelf.start("segued",
                    {"--join", QString("ws://127.0.0.1:%1").arg(attic.phone.socket().peerPort()),
                     "--no-audio", "--name", "shelf", "--data-dir", data.path(), "--music", data.path()});
        const auto isAtTheDen = [&den] {
            const auto devices = den.phone.last<Native::Devices>().value_or(Native::Devices()).devices;
            return std::ranges::any_of(devices, [](const auto &device) { return device.name == "shelf"; });
        };
        QVERIFY(shelf.waitForLog("Joined the hub attic"));
        QTRY_VERIFY(isAtTheDen()); // from there
        attic.program.kill();
        QVERIFY(shelf.waitForLog("Joined the hub den"));
        QTRY_VERIFY(isAtTheDen());
        QVERIFY(!den.phone.player()->paused());
    }

    void hubsThatHaveAllEndedGoOnWhereTheyWere()
    {
        RedisServer redis;
        QVERIFY2(redis.start(), qPrintable(redis.why()));
        {
            House attic;
            QVERIFY(attic.start("attic", redis.socketAddress()));
            attic.phone.say(play);
            QTRY_VERIFY(attic.phone.player());
            attic.phone.say(Native::Seek{.position = 70s});
            QTRY_VERIFY(attic.phone.player()->position == 70s);
            attic.phone.say(Native::Pause{});
            QTRY_VERIFY(attic.phone.player()->paused());
            attic.program.kill();
        }
        House cellar; // another data directory
        QVERIFY(cellar.start("cellar", redis.socketAddress()));
        QTRY_VERIFY(cellar.phone.player());
        QCOMPARE(cellar.phone.player()->trackId, quint64(1));
        QVERIFY(cellar.phone.player()->position >= 70s);
        QVERIFY(cellar.phone.player()->paused());
    }

    void withoutRedisItGoesOnAloneAndSaysSo()
    {
        RedisServer redis;
        QVERIFY2(redis.start(), qPrintable(redis.why()));
        redis.kill();
        House attic;
        QVERIFY(attic.start("attic", redis.address()));
        QVERIFY(attic.program.waitForLog("goes on alone"));
        attic.phone.say(play);
        QTRY_VERIFY(attic.phone.player());
        QVERIFY(redis.start());
        House den;
        QVERIFY(den.start("den", redis.address()));
        QTRY_VERIFY(den.phone.player());
        QVERIFY(attic.program.waitForLog("is there again"));
    }

    void passwordsAreAskedForAndNotLogged()
    {
        RedisServer redis;
        QVERIFY2(redis.start({"--requirepass", "wh1sper"}), qPrintable(redis.why()));
        House without;
        QVERIFY(without.start("attic", redis.address()));
        QVERIFY(without.program.waitForLog("NOAUTH"));
        House with;
        QFile file(with.data.filePath("password"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("wh1sper\n");
        file.close();
        QVERIFY(with.start("den", redis.address(), false, {"--store-password", file.fileName()}));
        with.phone.say(play);
        QTRY_VERIFY(with.phone.player());
        QTRY_VERIFY(redis.ask({"-a", "wh1sper", "--no-auth-warning", "KEYS", "*"}).contains("{1}:session"));
        QVERIFY(!with.program.log().contains("wh1sper"));
    }

    void passwordOnTheCommandLineIsRefused()
    {
        RunningProgram program;
        program.start("segued", {"--store", "redis://:wh1sper@127.0.0.1:6379/0"});
        QCOMPARE(program.waitForEnd(), 64);
        QVERIFY(program.log().contains("--store-password"));
        QVERIFY(!program.log().contains("wh1sper"));
    }

    void statesOfSyncPlayerAreTakenOver()
    {
        RedisServer redis;
        QVERIFY2(redis.start(), qPrintable(redis.why()));
        (void)redis.ask({"HSET", "player_states", "1",
                         "{\"track_id\":5,\"from_is\":\"album\",\"from_is_id\":2,\"last_sec_position\":15,"
                         "\"time_state_update\":\"2022-05-09T09:09:27+0000\"}",
                         "42", "{\"track_id\":6,\"time_state_update\":\"2022-05-09T09:09:27.5Z\"}", "43",
                         "{}"});
        House house;
        const auto import = [&] {
            RunningProgram program;
            program.start("segued",
                          {"--data-dir", house.data.path(), "--import-sync-player", redis.address()});
            return program.waitForEnd() == 0 ? program.output() : QByteArray();
        };
        const QByteArray report = import();
        QVERIFY2(report.contains("user 1: taken"), report);
        QVERIFY2(report.contains("user 42: taken"), report);
        QVERIFY2(report.contains("user 43: not taken: ") && report.contains("track_id"), report);
        QVERIFY2(report.contains("2 of 3"), report);
        QVERIFY(import().contains("has a session already"));
        QVERIFY(house.start("attic", "sqlite"));
        QCOMPARE(house.phone.player()->trackId, quint64(5));
        QCOMPARE(house.phone.player()->position, std::chrono::milliseconds(15s));
        QVERIFY(house.phone.player()->paused());
    }
};

QTEST_GUILESS_MAIN(tst_Sharing)
#include "tst_sharing.moc"
