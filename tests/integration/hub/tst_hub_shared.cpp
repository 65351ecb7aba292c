// SPDX-License-Identifier: Apache-2.0
#include "integration/hub/sharinghouse.h"
#include "support/hub/plainclient.h"

using namespace Sync;
using namespace Testing;
using namespace std::chrono_literals;

namespace {

const Native::Play play{.trackId = 1, .context = {.fromIs = "album", .fromIsId = 7}};

std::chrono::milliseconds positionNow(const NativeClient &client)
{
    return positionAt(*client.player(), HubClock::now()); // all hubs are of this machine
}

} // namespace

class tst_HubShared : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOneHubIsToldAllKnow()
    {
        SharingHouse house;
        QVERIFY2(house.start(3), qPrintable(house.redis.why()));
        house.device(0).say(play);
        QTRY_VERIFY(house.agree());
        QCOMPARE(house.device(2).player()->trackId, TrackId(1));
        QVERIFY(!house.device(2).player()->paused());
        QVERIFY(std::chrono::abs(positionNow(house.device(0)) - positionNow(house.device(2))) < 100ms);
        house.device(2).say(Native::Pause{});
        QTRY_VERIFY(house.device(0).pausedBy() == PausedBy::User && house.agree());
        house.device(1).say(Native::Next{});
        QTRY_VERIFY(house.device(0).player()->trackId == TrackId(2) && house.agree());
    }

    void hubThatComesLaterKnowsIt()
    {
        SharingHouse house;
        QVERIFY2(house.start(1), qPrintable(house.redis.why()));
        house.device(0).say(play);
        QTRY_VERIFY(house.device(0).player());
        const TestHub late = TestHub::sharing(house.redis.address(), "late");
        NativeClient phone;
        phone.open(late.port());
        phone.join("phone");
        QTRY_VERIFY(phone.player());
        QVERIFY(!phone.player()->paused());
        QCOMPARE(phone.revision(), house.device(0).revision());
        QTRY_COMPARE(activeDevices(phone), QStringList{"desk"});
    }

    void queueIsOne()
    {
        SharingHouse house;
        QVERIFY2(house.start(), qPrintable(house.redis.why()));
        house.device(0).say(play);
        QTRY_VERIFY(house.agree());
        house.device(1).say(
            Native::Enqueue{.tracks = {3, 3}, .context = play.context, .place = Native::Place::End});
        QTRY_VERIFY(house.device(0).queueRevision() == house.device(1).queueRevision()
                    && house.device(0).queueRevision() > 1);
        house.device(0).say(Native::Undo{}); // what was done at the other hub
        QTRY_VERIFY(house.device(1).count<Native::QueueChange>() >= 3 && house.agree());
        QVERIFY(house.device(0).odd().isEmpty());
    }

    void plainClientsOfOtherHubsAreTold()
    {
        SharingHouse house;
        QVERIFY2(house.start(), qPrintable(house.redis.why()));
        house.device(0).say(play);
        QTRY_VERIFY(house.agree());
        PlainClient plain;
        plain.open(house.hub(1).port());
        QTRY_COMPARE(plain.heard().size(), 1); // the state
        house.device(0).say(Native::Pause{});
        QTRY_COMPARE(plain.heard().size(), 2);
        QVERIFY(plain.heard().last().contains("on_pause"));
    }

    void soundMovesFromHubToHub()
    {
        SharingHouse house;
        QVERIFY2(house.start(), qPrintable(house.redis.why()));
        house.device(0).say(play);
        QTRY_VERIFY(house.agree());
        house.device(0).say(Native::ChooseOutputs{.devices = {"den"}});
        for (qsizetype i : {0, 1})
            QTRY_COMPARE(activeDevices(house.device(i)), QStringList{"den"});
        house.device(1).say(Native::ChooseOutputs{.devices = {"desk", "den"}});
        for (qsizetype i : {0, 1})
            QTRY_COMPARE(activeDevices(house.device(i)), QStringList({"den", "desk"}));
        QVERIFY(!house.device(0).player()->paused());
    }

    void volumeOfADeviceElsewhere()
    {
        SharingHouse house;
        QVERIFY2(house.start(), qPrintable(house.redis.why()));
        house.device(1).say(Native::SetVolume{.device = "den", .volume = {.percent = 50}});
        const auto knows = [&] {
            const auto devices = house.device(0).last<Native::Devices>().value_or(Native::Devices()).devices;
            return std::ranges::any_of(
                devices, [](const auto &one) { return one.id == "den" && one.volume.percent == 50; });
        };
        QTRY_VERIFY(knows());
        house.device(0).say(Native::SetVolume{.device = "den", .volume = {.percent = 20}});
        QTRY_VERIFY(house.device(1).last<Native::VolumeWish>());
        QCOMPARE(house.device(1).last<Native::VolumeWish>()->volume.percent, 20);
    }

    void nobodyPlaysToAnEmptyHouse()
    {
        SharingHouse house;
        QVERIFY2(house.start(), qPrintable(house.redis.why()));
        house.device(0).say(play);
        QTRY_VERIFY(house.agree());
        const auto leave = [](NativeClient &client) {
            client.say(Native::Leave{.connection = client.last<Native::Hello>()->connection});
        };
        leave(house.device(0));
        QTRY_VERIFY(house.device(0).last<Native::Left>());
        QVERIFY(!house.device(1).player()->paused()); // the den sounds
        leave(house.device(1));
        QTRY_VERIFY(house.device(1).pausedBy() == PausedBy::User);
    }

    void deviceThatMovesLeavesItsHub()
    {
        SharingHouse house;
        QVERIFY2(house.start(), qPrintable(house.redis.why()));
        house.device(0).say(play);
        QTRY_VERIFY(house.agree());
        NativeClient moved;
        moved.open(house.hub(1).port());
        moved.join("desk", true);
        QTRY_VERIFY(house.device(0).socket().state() == QAbstractSocket::UnconnectedState);
        QTRY_COMPARE(moved.last<Native::Devices>()->devices.size(), 2);
        QVERIFY(!moved.player()->paused());
    }

    void manyChangesAtOnceComeInOneOrder()
    {
        constexpr int each = 50;
        SharingHouse house;
        QVERIFY2(house.start(3), qPrintable(house.redis.why()));
        house.device(0).say(play);
        QTRY_VERIFY(house.agree());
        const qint64 before = house.device(0).queueRevision();
        for (int i = 0; i < each; ++i)
            for (qsizetype hub : {0, 1, 2})
                house.device(hub).say(
                    Native::Enqueue{.tracks = {2}, .context = play.context, .place = Native::Place::End});
        QTRY_COMPARE(house.device(0).queueRevision(), before + 3 * each); // none lost, none twice
        QTRY_VERIFY(house.agree());
    }
};

QTEST_GUILESS_MAIN(tst_HubShared)
#include "tst_hub_shared.moc"
