// SPDX-License-Identifier: Apache-2.0
#include "integration/hub/redisfaults.h"
#include "sync/limits.h"

using namespace Sync;
using namespace Testing;
using namespace std::chrono_literals;

namespace {

const Native::Play play{.trackId = 1, .context = {.fromIs = "album", .fromIsId = 7}};
constexpr int times = 5;
constexpr std::chrono::milliseconds silence = 2s; // longer than a hub waits for an answer

} // namespace

class tst_HubRedisFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allAgreeAfterwards_data()
    {
        QTest::addColumn<RedisFault>("fault");
        for (const RedisFault &fault : redisFaults(silence))
            QTest::addRow("%s", fault.name) << fault;
    }
    /// With changes before, meanwhile and afterwards; the last one of all is what counts.
    void allAgreeAfterwards()
    {
        QFETCH(RedisFault, fault);
        SharingHouse house;
        QVERIFY2(house.start(2, fault.settings), qPrintable(house.redis.why()));
        house.device(0).say(play);
        QTRY_VERIFY(house.agree());
        for (int round = 1; round <= times; ++round) {
            const auto seek = [&](int i) {
                house.device(i % 2).say(Native::Seek{.position = std::chrono::seconds(i)});
            };
            for (int i = 0; i < 20; ++i)
                seek(i);
            QVERIFY(fault.happen(house));
            for (int i = 20; i < 40; ++i)
                seek(i);
            QVERIFY(house.settle());
            QTRY_VERIFY(house.agree());
            QVERIFY(!house.device(0).player()->paused()); // the music goes on
            const std::chrono::seconds last(100 + round);
            house.device(1).say(Native::Seek{.position = last});
            QTRY_VERIFY(house.device(0).player()->position == last && house.agree());
        }
        house.device(0).say(Native::Pause{});
        QTRY_VERIFY(house.device(1).pausedBy() == PausedBy::User && house.agree());
    }

    void aloneEachGoesOnAndQueuesAreMerged()
    {
        SharingHouse house;
        QVERIFY2(house.start(2, {"--appendonly", "yes", "--appendfsync", "always"}),
                 qPrintable(house.redis.why()));
        house.device(0).say(play);
        QTRY_VERIFY(house.agree());
        const qint64 before = house.device(0).queueRevision();
        house.redis.kill();
        const auto add = [](TrackId track) {
            return Native::Enqueue{.tracks = {track}, .context = play.context, .place = Native::Place::End};
        };
        house.device(0).say(add(2));
        QTRY_VERIFY(house.device(0).queueRevision() > before);
        house.device(0).say(Native::Seek{.position = 60s});
        QTRY_VERIFY(house.device(0).player()->position == 60s);
        house.device(1).say(add(3));
        QTRY_VERIFY(house.device(1).queueRevision() > before);
        house.device(1).say(Native::Seek{.position = 90s}); // the younger one
        QTRY_VERIFY(house.device(1).player()->position == 90s);
        QVERIFY(house.device(0).player()->position == 60s);
        QVERIFY(!house.device(0).player()->paused() && !house.device(1).player()->paused());
        QVERIFY(house.startRedisAgain());
        QTRY_VERIFY(house.agree() && house.device(0).player()->position == 90s);
        NativeClient looks;
        looks.open(house.hub(0).port());
        looks.join("phone");
        QTRY_VERIFY(looks.last<Native::QueueChange>());
        QList<TrackId> tracks;
        const auto whole = looks.last<Native::QueueChange>();
        for (const QueueItem &item : whole->splice.inserted)
            tracks.append(item.track);
        std::ranges::sort(tracks);
        QCOMPARE(tracks, (QList<TrackId>{1, 2, 2, 3, 3})); // the album, and what was added at either
    }

    void whoComesToALonelyHubChangesNothing()
    {
        SharingHouse house;
        QVERIFY2(house.start(2), qPrintable(house.redis.why()));
        house.device(0).say(play);
        QTRY_VERIFY(house.agree());
        house.wire().cut();
        QTRY_VERIFY(house.device(1).last<Native::OtherHubs>().value_or(Native::OtherHubs()).alone);
        house.device(0).say(Native::Seek{.position = 60s});
        QTRY_VERIFY(house.device(0).player()->position == 60s);
        NativeClient phone; // later than that
        phone.open(house.hub(1).port());
        phone.join("phone");
        phone.say(Native::ChooseOutputs{.devices = {"den"}});
        QTRY_COMPARE(activeDevices(phone), QStringList{"den"});
        house.wire().mend();
        QTRY_VERIFY(house.agree());
        QCOMPARE(house.device(1).player()->position, std::chrono::milliseconds(60s));
    }

    void whoSaysMoreThanCanBeStoredIsDropped()
    {
        SharingHouse house;
        QVERIFY2(house.start(1), qPrintable(house.redis.why()));
        NativeClient &device = house.device(0);
        device.say(play);
        QTRY_VERIFY(house.agree());
        const Native::Enqueue much{.tracks = QList<TrackId>(Limits::idsInMessage, maxId),
                                   .context = play.context,
                                   .place = Native::Place::End};
        const auto isGone = [&device] {
            return device.socket().state() == QAbstractSocket::UnconnectedState;
        };
        // While Redis is silent everything waits, but only for so long: then the hub goes on alone.
        for (int attempt = 0; attempt < 5 && !isGone(); ++attempt) {
            house.redis.sendToSleep();
            for (int i = 0; i < 40; ++i)
                device.say(much);
            (void)QTest::qWaitFor(isGone, 2000);
            house.redis.wake();
        }
        QVERIFY(isGone());
        NativeClient another; // the hub is well
        another.open(house.hub(0).port());
        another.join("another");
        QTRY_VERIFY(another.player());
    }

    /// A hub that has played before it ever reached Redis, where another that has not is there first.
    void whatWasPlayedAloneCountsAgainstNothing()
    {
        RedisServer redis;
        QVERIFY2(redis.start(), qPrintable(redis.why()));
        Wire wire(redis.port());
        wire.cut();
        const TestHub alone =
            TestHub::sharing(QStringLiteral("redis://127.0.0.1:%1/0").arg(wire.port()), "alone");
        NativeClient desk;
        desk.open(alone.port());
        desk.join("desk", true);
        desk.say(play);
        QTRY_VERIFY(desk.player());
        const TestHub first = TestHub::sharing(redis.address(), "first");
        NativeClient den;
        den.open(first.port());
        den.join("den", true);
        QTRY_VERIFY(den.last<Native::State>());
        QTRY_VERIFY(redis.ask({"KEYS", "*"}).contains("{1}:session"));
        wire.mend();
        QTRY_VERIFY(den.player());
        QCOMPARE(den.player()->trackId, play.trackId);
        QVERIFY(!desk.player()->paused());
        QTRY_COMPARE(activeDevices(den), QStringList{"desk"});
    }
};

QTEST_GUILESS_MAIN(tst_HubRedisFaults)
#include "tst_hub_redisfaults.moc"
