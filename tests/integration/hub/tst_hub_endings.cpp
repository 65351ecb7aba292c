// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"
#include "sync/store/sqlitestore.h"

#include "support/hub/plainclient.h"
#include "support/hub/rawclient.h"
#include "support/hub/stallingstore.h"
#include "support/hub/testhub.h"
#include "support/waiting.h"

#include <QTemporaryDir>

using namespace Sync;
using namespace Testing;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

const Native::Play play{.trackId = 2, .context = {.fromIs = "album", .fromIsId = 7}};

Native::Leave leaveOf(const NativeClient &client, milliseconds position)
{
    const auto hello = client.last<Native::Hello>();
    return {.connection = hello ? hello->connection : 0, .position = position};
}

} // namespace

/// How devices and hubs go: with a word, without one, and all at once.
class tst_HubEndings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leaverHearsOfItOnceItIsStored()
    {
        const auto stall = std::make_shared<Stall>();
        TestHub hub(std::make_unique<StallingStore>(stall));
        NativeClient desk;
        PlainClient phone;
        desk.open(hub.port());
        phone.open(hub.port());
        desk.join("desk", true);
        QTRY_COMPARE(phone.heard().size(), 1);
        desk.say(play);
        QTRY_COMPARE(desk.revision(), 1);
        stall->holdSaves(true);
        desk.say(leaveOf(desk, 5s));
        QTRY_COMPARE(desk.revision(), 2);
        QVERIFY(desk.player()->pausedBy == PausedBy::User);
        QCOMPARE(desk.player()->position, milliseconds(5s));
        QTRY_COMPARE(phone.updates().size(), 3);
        QCOMPARE(json(phone.last()).value("last_sec_position"), QJsonValue(5));
        desk.say(Native::ClockRequest{});
        QTRY_COMPARE(desk.count<Native::ClockAnswer>(), 1);
        QTRY_VERIFY(stall->held() > 0);
        QCOMPARE(desk.count<Native::Left>(), 0);
        stall->letGo();
        QTRY_COMPARE(desk.count<Native::Left>(), 1);
    }

    void leavingWithAnotherOutput()
    {
        TestHub hub;
        NativeClient desk;
        NativeClient den;
        desk.open(hub.port());
        den.open(hub.port());
        desk.join("desk", true);
        den.join("den", true);
        QTRY_COMPARE(den.revision(), 0);
        desk.say(play);
        QTRY_COMPARE(den.revision(), 1);
        desk.say(leaveOf(desk, 5s));
        QTRY_COMPARE(desk.count<Native::Left>(), 1);
        QCOMPARE(desk.revision(), 1);
        den.say(leaveOf(den, 7s));
        QTRY_COMPARE(den.count<Native::Left>(), 1);
        QVERIFY(den.player()->paused());
        QCOMPARE(den.player()->position, milliseconds(7s));
    }

    void leaveOfAnOlderConnectionIsIgnored()
    {
        TestHub hub;
        NativeClient old;
        NativeClient reloaded;
        old.open(hub.port());
        old.join("phone", true);
        old.say(play);
        QTRY_COMPARE(old.revision(), 1);
        reloaded.open(hub.port());
        reloaded.join("phone", true);
        QTRY_COMPARE(reloaded.revision(), 1);
        reloaded.say(leaveOf(old, 5s));
        QTRY_COMPARE(reloaded.count<Native::Left>(), 1);
        QVERIFY(!reloaded.player()->paused());
        reloaded.say(Native::Seek{.position = 9s});
        QTRY_COMPARE(reloaded.revision(), 2);
        QVERIFY(!reloaded.player()->paused());
    }

    void supersededConnectionHasNoPart()
    {
        TestHub hub;
        NativeClient old;
        NativeClient reloaded;
        old.open(hub.port());
        old.join("phone", true);
        old.say(play);
        QTRY_COMPARE(old.revision(), 1);
        reloaded.open(hub.port());
        reloaded.join("phone", true);
        old.say(Native::Pause{}); // it may not have heard yet
        QTRY_COMPARE(webSocketClients(hub.port()), 1);
        QTRY_COMPARE(old.socket().closeCode(), QWebSocketProtocol::CloseCodePolicyViolated);
        reloaded.say(Native::Seek{.position = 9s});
        QTRY_COMPARE(reloaded.player()->position, milliseconds(9s));
    }

    void plainOutputIsLost()
    {
        TestHub hub;
        PlainClient player;
        PlainClient listener;
        NativeClient desk;
        player.open(hub.port());
        listener.open(hub.port());
        desk.open(hub.port());
        desk.join("desk");
        QTRY_COMPARE(player.heard().size(), 1);
        QTRY_COMPARE(listener.heard().size(), 1);
        QTRY_COMPARE(desk.revision(), 0);
        player.say(newTrack(2, secondsAgo(30)));
        QTRY_COMPARE(listener.updates().size(), 1);
        QTRY_COMPARE(desk.revision(), 1);
        listener.socket().abort();
        QTRY_COMPARE(webSocketClients(hub.port()), 2);
        QCOMPARE(desk.revision(), 1);
        player.socket().abort();
        QTRY_COMPARE(desk.revision(), 2);
        QVERIFY(desk.player()->pausedBy == PausedBy::Lease);
    }

    void nativeOutputIsLost()
    {
        TestHub hub;
        PlainClient phone;
        phone.open(hub.port());
        QTRY_COMPARE(phone.heard().size(), 1);
        {
            NativeClient desk;
            desk.open(hub.port());
            desk.join("desk", true);
            desk.say(play);
            QTRY_COMPARE(desk.revision(), 1);
            desk.say(Native::Report{.revision = 1, .position = 4s, .condition = Native::Condition::Sounding});
            QTRY_COMPARE(desk.sounding(), 1); // aborting would take back what is not sent yet
            QTRY_COMPARE(phone.updates().size(), 1);
            desk.socket().abort();
        }
        QTRY_COMPARE(webSocketClients(hub.port()), 1);
        QCOMPARE(phone.updates().size(), 1);
        QTRY_COMPARE(phone.updates().size(), 3);
        QCOMPARE(json(phone.updates().at(1)).value("type_push_state"), QJsonValue("on_pause"));
        QCOMPARE(json(phone.updates().at(2)).value("last_sec_position"), QJsonValue(4));
    }

    void hubIsStoppedWithClientsConnected()
    {
        TestHub hub;
        PlainClient plain;
        NativeClient native;
        RawClient halfHead(hub.port());
        RawClient deaf(hub.port(), RawClient::Reading::Never);
        halfHead.write("GET /");
        deaf.upgrade();
        plain.open(hub.port());
        native.open(hub.port());
        native.join("desk", true);
        native.say(play);
        QTRY_COMPARE(native.revision(), 1);
        QTRY_COMPARE(webSocketClients(hub.port()), 3);
        RawClient inFlight(hub.port());
        inFlight.upgrade();
        QTRY_COMPARE(inFlight.socket().state(), QAbstractSocket::ConnectedState);
        hub.stop();
        QTRY_VERIFY(plain.isClosed());
        QTRY_COMPARE(native.socket().state(), QAbstractSocket::UnconnectedState);
        QTRY_VERIFY(halfHead.isClosed());
        QTRY_VERIFY(inFlight.isClosed());
    }

    void hubIsStoppedWhileRequestsPour()
    {
        for (int round = 0; round < 5; ++round) {
            TestHub hub;
            std::vector<std::unique_ptr<RawClient>> crowd;
            for (int i = 0; i < 40; ++i) {
                crowd.push_back(std::make_unique<RawClient>(hub.port()));
                crowd.back()->upgrade(i % 2 ? "/" : "/nowhere");
                QCoreApplication::processEvents();
            }
            hub.stop();
            for (const auto &client : crowd)
                QTRY_VERIFY(client->isClosed());
        }
    }

    void hubIsStoppedBeforeTheSessionIsRead()
    {
        const auto stall = std::make_shared<Stall>();
        stall->holdLoads(true);
        PlainClient client;
        {
            TestHub hub(std::make_unique<StallingStore>(stall));
            client.open(hub.port());
            QTRY_COMPARE(stall->held(), 1);
        }
        stall->letGo();
        QTRY_VERIFY(client.isClosed());
    }

    void hubIsStoppedOnADeadDisk()
    {
        const auto stall = std::make_shared<Stall>();
        {
            TestHub hub(std::make_unique<StallingStore>(stall));
            PlainClient client;
            client.open(hub.port());
            QTRY_COMPARE(client.heard().size(), 1);
            stall->holdSaves(true);
            client.say(newTrack(2, secondsAgo(1)));
            QTRY_COMPARE(stall->held(), 1);
            hub.stop(); // waits two seconds and goes
        }
        stall->letGo();
    }

    void whatWasAcceptedIsStoredAtTheEnd()
    {
        const QTemporaryDir directory;
        QString epoch;
        {
            TestHub hub(std::make_unique<SqliteStore>(directory.path()));
            NativeClient desk;
            desk.open(hub.port());
            desk.join("desk");
            desk.say(play);
            desk.say(Native::Seek{.position = 42s});
            desk.say(Native::Pause{});
            QTRY_COMPARE(desk.revision(), 3);
            epoch = desk.last<Native::State>()->epoch;
        }
        TestHub hub(std::make_unique<SqliteStore>(directory.path()));
        NativeClient desk;
        desk.open(hub.port());
        desk.join("desk");
        QTRY_VERIFY(desk.player());
        QCOMPARE(desk.last<Native::State>()->epoch, epoch);
        QCOMPARE(desk.player()->trackId, TrackId(2));
        QVERIFY(desk.player()->pausedBy == PausedBy::User);
        QVERIFY(desk.player()->position >= 42s);
        QCOMPARE(desk.last<Native::State>()->track->title, QString("Track 2"));
    }

    void portInUse()
    {
        TestHub hub;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression("Cannot listen on 127.0.0.1 port \\d+: .+"));
        const TestHub second(nullptr, hub.port());
        QCOMPARE(second.port(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_HubEndings)
#include "tst_hub_endings.moc"
