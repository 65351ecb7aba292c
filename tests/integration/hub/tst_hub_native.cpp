// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"

#include "support/hub/plainclient.h"
#include "support/hub/testhub.h"
#include "support/waiting.h"

using namespace Sync;
using namespace Testing;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

Native::Play play(TrackId track, milliseconds position = 0ms)
{
    return {.trackId = track, .context = {.fromIs = "album", .fromIsId = 7}, .position = position};
}

QString typeOf(const QByteArray &message) { return json(message).value("type_push_state").toString(); }

} // namespace

class tst_HubNative : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hubSpeaksFirst()
    {
        TestHub hub;
        NativeClient client;
        client.open(hub.port());
        QTRY_COMPARE(client.heard().size(), 1);
        const auto hello = client.last<Native::Hello>();
        QVERIFY(hello.has_value());
        QCOMPARE(hello->hub, QString("test-hub"));
        QCOMPARE(hello->name, QString("Test"));
        QVERIFY(hello->connection > 0);
        QCOMPARE(client.socket().subprotocol(), QString("segue.v1"));
        client.join("desk", true);
        QTRY_COMPARE(client.revision(), 0);
        QVERIFY(!client.last<Native::State>()->epoch.isEmpty());
        QTRY_VERIFY(client.last<Native::Devices>());
        QCOMPARE(client.last<Native::Devices>()->devices.first().id, QString("desk"));
    }

    void clockIsAnsweredAlsoBeforeJoining()
    {
        TestHub hub;
        NativeClient client;
        client.open(hub.port());
        QTRY_COMPARE(client.count<Native::Hello>(), 1);
        const HubTime before = HubClock::now();
        client.say(Native::ClockRequest{.sent = 42us});
        QTRY_VERIFY(client.last<Native::ClockAnswer>());
        const auto answer = client.last<Native::ClockAnswer>();
        QVERIFY(answer->sent == 42us);
        QVERIFY(answer->received >= before && answer->answered >= answer->received);
    }

    void plainClientsHearTheFourUpdates()
    {
        TestHub hub;
        PlainClient plain;
        NativeClient native;
        NativeClient other;
        plain.open(hub.port());
        native.open(hub.port());
        other.open(hub.port());
        native.join("desk");
        other.join("den");
        QTRY_COMPARE(plain.heard().size(), 1);
        QTRY_COMPARE(native.revision(), 0);
        QTRY_COMPARE(other.revision(), 0);

        QStringList types;
        const auto say = [&](const Native::ClientMessage &message, const QStringList &expected) {
            types += expected;
            native.say(message);
            QTRY_COMPARE(plain.updates().size(), types.size());
            for (qsizetype i = 0; i < types.size(); ++i)
                QCOMPARE(typeOf(plain.updates().at(i)), types.at(i));
            QTRY_COMPARE(native.revision(), other.revision());
        };
        say(play(1), {"new_track"});
        QCOMPARE(json(plain.last()).value("track_id"), QJsonValue(1));
        QCOMPARE(json(plain.last()).value("from_is"), QJsonValue("album"));
        QCOMPARE(json(plain.last()).value("from_is_id"), QJsonValue(7));
        say(Native::Pause{}, {"on_pause"});
        say(Native::Resume{}, {"off_pause"});
        say(Native::Seek{.position = 61500ms}, {"change_position"});
        QCOMPARE(json(plain.last()).value("last_sec_position"), QJsonValue(61.5));
        say(Native::Next{}, {"new_track"});
        QCOMPARE(json(plain.last()).value("track_id"), QJsonValue(2));
        say(Native::Previous{}, {"new_track"});
        QCOMPARE(json(plain.last()).value("track_id"), QJsonValue(1));
        say(play(3, 5s), {"new_track", "change_position"});
        say(Native::Previous{}, {"change_position"});
        QCOMPARE(json(plain.last()).value("last_sec_position"), QJsonValue(0));
        say(Native::Seek{.position = 30s}, {"change_position"}); // else the end might come at 0 itself
        say(Native::Ended{.playId = native.player()->playId}, {"on_pause", "change_position"});
        QVERIFY(native.player()->paused());
        QCOMPARE(native.player()->position, 0ms);
    }

    void plainUpdatesReachNativeClients()
    {
        TestHub hub;
        PlainClient plain;
        NativeClient native;
        plain.open(hub.port());
        native.open(hub.port());
        native.join("desk");
        QTRY_COMPARE(plain.heard().size(), 1);
        QTRY_COMPARE(native.revision(), 0);
        const WallTime start = secondsAgo(20);
        plain.say(newTrack(2, start));
        QTRY_COMPARE(native.revision(), 1);
        QCOMPARE(native.last<Native::State>()->track->id, TrackId(2));
        plain.say(newTrack(77, start + 1s));
        QTRY_COMPARE(native.revision(), 2);
        QVERIFY(!native.last<Native::State>()->track);
        QCOMPARE(native.player()->duration, 0ms);
        plain.say(onPause(start + 5s));
        QTRY_COMPARE(native.revision(), 3);
        QCOMPARE(native.player()->position, milliseconds(4s));
        plain.say(changePosition(12345ms, start + 6s));
        QTRY_COMPARE(native.revision(), 4);
        QCOMPARE(native.player()->position, 12345ms);
        QVERIFY(native.player()->paused());
        plain.say(offPause(start + 7s));
        QTRY_COMPARE(native.revision(), 5);
        QVERIFY(!native.player()->paused());
    }

    void theEndMovesOnOnce()
    {
        TestHub hub;
        NativeClient one;
        NativeClient two;
        one.open(hub.port());
        two.open(hub.port());
        one.join("one", true);
        two.join("two", true);
        one.say(play(1));
        QTRY_COMPARE(one.revision(), 1);
        QTRY_COMPARE(two.revision(), 1);
        const quint64 ended = one.player()->playId;
        one.say(Native::Ended{.playId = ended});
        two.say(Native::Ended{.playId = ended});
        QTRY_COMPARE(one.revision(), 2);
        two.say(Native::Pause{});
        QTRY_COMPARE(one.revision(), 3);
        QCOMPARE(one.player()->trackId, TrackId(2));
    }

    void twoWhoPressNextSkipOneTrack()
    {
        TestHub hub;
        NativeClient one;
        NativeClient two;
        one.open(hub.port());
        two.open(hub.port());
        one.join("one");
        two.join("two");
        one.say(play(1));
        QTRY_COMPARE(one.revision(), 1);
        QTRY_COMPARE(two.revision(), 1);
        one.say(Native::Next{.revision = 1});
        QTRY_COMPARE(two.revision(), 2);
        two.say(Native::Next{.revision = 1});
        QTRY_COMPARE(two.count<Native::Fault>(), 1);
        QCOMPARE(two.last<Native::Fault>()->field, QString("rev"));
        QCOMPARE(two.player()->trackId, TrackId(2));
    }

    void nothingComesAfterTheLastTrack_data()
    {
        QTest::addColumn<Native::Play>("start");
        QTest::addRow("last of its album") << play(3);
        QTest::addRow("unknown context")
            << Native::Play{.trackId = 1, .context = {.fromIs = "radio", .fromIsId = 1}};
    }
    void nothingComesAfterTheLastTrack()
    {
        QFETCH(Native::Play, start);
        TestHub hub;
        NativeClient client;
        client.open(hub.port());
        client.join("desk");
        client.say(start);
        client.say(Native::Next{});
        QTRY_COMPARE(client.count<Native::Fault>(), 1);
        QCOMPARE(client.last<Native::Fault>()->command, QString("next"));
        QCOMPARE(client.revision(), 1);
    }

    void devicesOfBothWiresAreListed()
    {
        TestHub hub;
        NativeClient desk;
        desk.open(hub.port());
        desk.join("desk", true);
        QTRY_VERIFY(desk.last<Native::Devices>());
        {
            PlainClient plain;
            plain.open(hub.port());
            QTRY_COMPARE(desk.last<Native::Devices>()->total, 2);
            QCOMPARE(desk.last<Native::Devices>()->devices.at(0).id, QString("desk"));
            QVERIFY(desk.last<Native::Devices>()->devices.at(1).wire == Native::Wire::Plain);
            QVERIFY(!desk.last<Native::Devices>()->devices.at(1).output);
            plain.say(newTrack(1, secondsAgo(1)));
            QTRY_VERIFY(desk.last<Native::Devices>()->devices.at(1).output);
        }
        QTRY_COMPARE(desk.last<Native::Devices>()->total, 1);
        desk.say(Native::Report{
            .revision = 1, .position = 1s, .condition = Native::Condition::Sounding, .time = {.error = 4ms}});
        QTRY_VERIFY(desk.last<Native::Devices>()->devices.at(0).condition == Native::Condition::Sounding);
        QCOMPARE(desk.last<Native::Devices>()->devices.at(0).time.error, 4ms);
    }

    void manyDevicesAreListedInPart()
    {
        TestHub hub;
        std::vector<std::unique_ptr<PlainClient>> crowd;
        for (int i = 0; i < 80; ++i) {
            crowd.push_back(std::make_unique<PlainClient>());
            crowd.back()->open(hub.port());
        }
        NativeClient desk;
        desk.open(hub.port());
        desk.join("desk", true);
        QTRY_VERIFY(desk.last<Native::Devices>() && desk.last<Native::Devices>()->total == 81);
        QCOMPARE(desk.last<Native::Devices>()->devices.size(), 64);
        QCOMPARE(desk.last<Native::Devices>()->devices.first().id, QString("desk"));
    }
};

QTEST_GUILESS_MAIN(tst_HubNative)
#include "tst_hub_native.moc"
