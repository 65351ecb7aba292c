// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"
#include "sync/limits.h"
#include "sync/link/link.h"
#include "sync/store/sqlitestore.h"
#include "sync/store/users.h"
#include "sync/user.h"

#include "support/hub/plainclient.h"
#include "support/hub/stallingstore.h"
#include "support/hub/testhub.h"
#include "support/waiting.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QWebSocketServer>

using namespace Sync;
using namespace Testing;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

const Native::Play play{.trackId = 2, .context = {.fromIs = "album", .fromIsId = 7}};

QUrl address(quint16 port) { return QUrl(QString("ws://127.0.0.1:%1").arg(port)); }

} // namespace

class tst_HubLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mirrorsTheSession()
    {
        TestHub hub;
        Link desk({.id = "desk", .name = "Desk", .output = true});
        Link den({.id = "den", .name = "Den"});
        desk.open(address(hub.port()));
        den.open(address(hub.port()));
        QTRY_VERIFY(desk.isConnected() && den.isConnected());
        QCOMPARE(desk.hub()->name, QString("Test"));
        QVERIFY(!desk.state()->player);
        QCOMPARE(desk.position(), 0ms);
        QVERIFY(desk.clockError()); // since before the first state
        desk.send(play);
        QTRY_VERIFY(den.state()->player);
        QCOMPARE(den.state()->player->trackId, TrackId(2));
        QTRY_COMPARE(den.devices().size(), 2);
        den.send(Native::Seek{.position = 50s});
        den.send(Native::Pause{});
        QTRY_VERIFY(desk.state()->player->paused());
        QCOMPARE(desk.position(), desk.state()->player->position);
        QVERIFY(desk.position() >= 50s);
    }

    void refusalsAreTold()
    {
        TestHub hub;
        Link desk({.id = "desk", .name = "Desk"});
        QSignalSpy faulted(&desk, &Link::faulted);
        desk.send(Native::Pause{});
        QCOMPARE(faulted.size(), 1); // the hub is not there
        desk.send(Native::Report{});
        QCOMPARE(faulted.size(), 1); // nobody asked for that
        desk.open(address(hub.port()));
        QTRY_VERIFY(desk.isConnected());
        desk.send(Native::Pause{});
        QTRY_COMPARE(faulted.size(), 2);
        QCOMPARE(faulted.last().first().value<Native::Fault>().command, QString("pause"));
    }

    void newestStateComesWithTheFirstWordAfterARestart()
    {
        const QTemporaryDir directory;
        auto hub = std::make_unique<TestHub>(std::make_unique<SqliteStore>(directory.path()));
        const quint16 port = hub->port();
        Link link({.id = "desk", .name = "Desk"});
        link.open(address(port));
        QTRY_VERIFY(link.isConnected());
        link.send(play);
        QTRY_VERIFY(link.state()->player);
        const QString epoch = link.state()->epoch;

        hub->stop();
        QTRY_VERIFY(!link.isConnected());
        QCOMPARE(link.state()->player->trackId, TrackId(2)); // kept, so that an output can play on

        hub = std::make_unique<TestHub>(std::make_unique<SqliteStore>(directory.path()), port);
        QCOMPARE(hub->port(), port);
        NativeClient other;
        other.open(port);
        other.join("other");
        other.say(Native::Play{.trackId = 3, .context = {.fromIs = "album", .fromIsId = 7}});
        QTRY_VERIFY(other.player() && other.player()->trackId == 3);

        QSignalSpy stateChanged(&link, &Link::stateChanged);
        QTRY_COMPARE(stateChanged.size(), 1);
        QVERIFY(link.isConnected());
        QCOMPARE(link.state()->epoch, epoch);
        QCOMPARE(link.state()->player->trackId, TrackId(3));
    }

    void outputThatPlayedOnIsTakenBack()
    {
        const QTemporaryDir directory;
        auto hub = std::make_unique<TestHub>(std::make_unique<SqliteStore>(directory.path()));
        const quint16 port = hub->port();
        Link link({.id = "desk", .name = "Desk", .output = true});
        link.setPlaying([&]() -> std::optional<Native::Playing> {
            if (!link.state() || !link.state()->player)
                return std::nullopt;
            return Native::Playing{
                .epoch = link.state()->epoch, .playId = link.state()->player->playId, .position = 33s};
        });
        link.open(address(port));
        QTRY_VERIFY(link.isConnected());
        link.send(play);
        QTRY_VERIFY(link.state()->player);
        hub->stop();
        QTRY_VERIFY(!link.isConnected());
        hub = std::make_unique<TestHub>(std::make_unique<SqliteStore>(directory.path()), port);
        QTRY_VERIFY(link.isConnected());
        QVERIFY(!link.state()->player->paused());
        QCOMPARE(link.state()->player->position, milliseconds(33s));
    }

    void anotherProgramTakesItsPlace()
    {
        const TestHub hub;
        Link link({.id = "desk", .name = "Desk"});
        link.open(address(hub.port()));
        QTRY_VERIFY(link.isConnected());
        QSignalSpy faulted(&link, &Link::faulted);
        Link other({.id = "desk", .name = "Desk"});
        other.open(address(hub.port()));
        QTRY_VERIFY(!link.isConnected());
        QCOMPARE(faulted.size(), 1);
        // It does not take the place back: that would go on forever.
        QTRY_VERIFY(other.isConnected());
        QSignalSpy back(&link, &Link::connectedChanged);
        QVERIFY(!back.wait(int((4 * Limits::reconnectFirst).count())));
        QVERIFY(other.isConnected());
    }

    void hubThatIsNotThereYet()
    {
        QTcpServer refusing;
        QVERIFY(refusing.listen(QHostAddress::LocalHost));
        const quint16 port = refusing.serverPort();
        Link link({.id = "desk", .name = "Desk"});
        link.open(address(port));
        QTRY_VERIFY(refusing.hasPendingConnections());
        delete refusing.nextPendingConnection();
        refusing.close();
        const TestHub hub(nullptr, port);
        QTRY_VERIFY(link.isConnected());
    }

    void clockIsAskedBeforeJoining()
    {
        // A position computed before the hub's clock is known would be nonsense on another machine.
        QWebSocketServer hub("hub", QWebSocketServer::NonSecureMode);
        hub.setSupportedSubprotocols({Native::subprotocol});
        QVERIFY(hub.listen(QHostAddress::LocalHost));
        QList<Native::ClientMessage> heard;
        QPointer<QWebSocket> socket;
        connect(&hub, &QWebSocketServer::newConnection, &hub, [&] {
            socket = hub.nextPendingConnection(); // the server's child
            connect(socket, &QWebSocket::textMessageReceived, &hub, [&](const QString &text) {
                const auto message = Native::parseClientMessage(text.toUtf8());
                if (std::holds_alternative<Native::ClientMessage>(message))
                    heard.append(std::get<Native::ClientMessage>(message));
            });
            const Native::Hello hello{.hub = "h", .name = "h", .version = "1", .connection = 1};
            socket->sendTextMessage(QString::fromUtf8(Native::serialize(Native::HubMessage(hello))));
        });
        {
            Link link({.id = "desk", .name = "Desk"});
            link.open(address(hub.serverPort()));
            QTRY_VERIFY(heard.size() >= 2);
            QVERIFY(std::holds_alternative<Native::ClockRequest>(heard.at(0)));
            QVERIFY(std::holds_alternative<Native::Join>(heard.at(1)));
        }
        // A server that goes while a client of it still closes leaves the client's socket behind.
        QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
        delete socket;
    }

    void renaming()
    {
        const TestHub hub;
        Link desk({.id = "desk", .name = "Desk", .output = true});
        Link den({.id = "den", .name = "Den"});
        desk.open(address(hub.port()));
        den.open(address(hub.port()));
        QTRY_VERIFY(desk.isConnected() && den.isConnected());
        den.send(play);
        QTRY_VERIFY(desk.state()->player);
        const auto playId = desk.state()->player->playId;
        QSignalSpy faulted(&desk, &Link::faulted);
        bool away = false;
        connect(&desk, &Link::connectedChanged, &desk, [&] { away |= !desk.isConnected(); });

        desk.rename("Study");
        desk.send(Native::Seek{.position = 50s}); // while it is away
        const auto isListed = [&den](const QString &name) {
            return std::ranges::count(den.devices(), name, &Native::Device::name) == 1;
        };
        QTRY_VERIFY(isListed("Study") && !isListed("Desk"));
        QTRY_COMPARE(den.state()->player->position, milliseconds(50s));
        QCOMPARE(den.state()->player->playId, playId);
        QVERIFY(!den.state()->player->paused());
        QVERIFY(!away);
        QCOMPARE(faulted.size(), 0);
    }

    void renamingWhenTheHubIsGone()
    {
        TestHub hub;
        Link desk({.id = "desk", .name = "Desk"});
        desk.open(address(hub.port()));
        QTRY_VERIFY(desk.isConnected());
        QSignalSpy faulted(&desk, &Link::faulted);
        hub.stop();
        desk.rename("Study");
        desk.send(Native::Next{});
        QTRY_VERIFY(!desk.isConnected());
        QTRY_COMPARE(faulted.size(), 1);
    }

    void whoWasSilentComesBackSilent()
    {
        auto hub = std::make_unique<TestHub>();
        const quint16 port = hub->port();
        Link desk({.id = "desk", .name = "Desk", .output = true});
        Link den({.id = "den", .name = "Den", .output = true});
        for (Link *link : {&desk, &den})
            link->open(address(port));
        QTRY_VERIFY(desk.isConnected() && den.isConnected());
        QVERIFY(desk.isActive() && den.isActive());
        den.send(Native::ChooseOutputs{.devices = {"desk"}});
        QTRY_VERIFY(!den.isActive());
        QVERIFY(desk.isActive());

        hub->stop();
        QTRY_VERIFY(!desk.isConnected() && !den.isConnected());
        hub = std::make_unique<TestHub>(nullptr, port);
        QTRY_COMPARE(desk.devices().size(), 2);
        QTRY_VERIFY(den.isConnected());
        QVERIFY(!den.isActive());
        const auto isActive = [&desk](const QString &id) {
            return std::ranges::any_of(
                desk.devices(), [&id](const auto &device) { return device.id == id && device.active; });
        };
        QVERIFY(isActive("desk"));
        QVERIFY(!isActive("den"));
        desk.send(Native::ChooseOutputs{.devices = {"desk", "den"}});
        QTRY_VERIFY(den.isActive());
    }

    void volumeIsToldAndWished()
    {
        TestHub hub;
        Link desk({.id = "desk", .name = "Desk", .output = true});
        Link phone({.id = "phone", .name = "Phone"});
        desk.setVolume({.percent = 80, .muted = false}); // told with its join
        phone.setVolume({.percent = 1, .muted = true}); // of no use: it makes no sound
        desk.open(address(hub.port()));
        phone.open(address(hub.port()));
        const auto volumeOf = [&desk](const QString &id) {
            for (const Native::Device &device : desk.devices())
                if (device.id == id)
                    return device.volume;
            return Native::Volume();
        };
        QTRY_COMPARE(desk.devices().size(), 2);
        QCOMPARE(volumeOf("desk"), (Native::Volume{80, false}));
        QCOMPARE(volumeOf("phone"), Native::Volume());

        QSignalSpy wished(&desk, &Link::volumeWished);
        phone.send(Native::SetVolume{.device = "desk", .volume = {.muted = true}});
        QTRY_COMPARE(wished.size(), 1);
        QCOMPARE(wished.first().first().value<Native::Volume>(), (Native::Volume{.muted = true}));
        desk.setVolume({.percent = 80, .muted = true});
        QTRY_COMPARE(volumeOf("desk"), (Native::Volume{80, true}));
    }

    void anotherUsersSession_data() { leaving_data(); }
    void anotherUsersSession()
    {
        QFETCH(bool, hubIsThere);
        const QTemporaryDir directory;
        const QString anna = std::get<User>(Users(directory.path()).create("Änne & Ko")).id;
        auto hub = std::make_unique<TestHub>(TestHub::letsIn(directory.path()));
        Link link({.id = "desk", .name = "Desk", .output = true});
        link.open(address(hub->port()));
        QTRY_VERIFY(link.isConnected());
        QCOMPARE(link.hub()->user, defaultUser);
        link.send(play);
        QTRY_VERIFY(link.state()->player);
        NativeClient other;
        other.open(hub->port());
        other.join("other");
        QTRY_VERIFY(other.player());
        if (!hubIsThere) {
            const quint16 port = hub->port();
            hub->stop();
            QTRY_VERIFY(!link.isConnected());
            link.enter("Änne & Ko", 9s);
            hub = std::make_unique<TestHub>(TestHub::letsIn(directory.path(), nullptr, port));
        } else {
            link.enter("Änne & Ko", 9s);
            QVERIFY(link.isConnected()); // in the moment in which it connects anew too
            QTRY_COMPARE(other.pausedBy(), PausedBy::User);
            QCOMPARE(other.player()->position, milliseconds(9s));
        }
        QTRY_COMPARE(link.hub()->user, anna);
        QTRY_VERIFY(link.isConnected() && !link.state()->player);
    }

    void leaving_data()
    {
        QTest::addColumn<bool>("hubIsThere");
        QTest::addRow("hub is there") << true;
        QTest::addRow("hub is gone") << false;
    }
    void leaving()
    {
        QFETCH(bool, hubIsThere);
        TestHub hub;
        Link link({.id = "desk", .name = "Desk", .output = true});
        link.open(address(hub.port()));
        QTRY_VERIFY(link.isConnected());
        link.send(play);
        QTRY_VERIFY(link.state()->player);
        if (!hubIsThere)
            hub.stop();
        int done = 0;
        link.leave(7s, [&] { ++done; });
        QTRY_COMPARE(done, 1);
        if (hubIsThere) {
            QVERIFY(link.state()->player->paused());
            QCOMPARE(link.state()->player->position, milliseconds(7s));
        }
    }

    void leavingAHubThatCannotStore()
    {
        const auto stall = std::make_shared<Stall>();
        TestHub hub(std::make_unique<StallingStore>(stall));
        Link link({.id = "desk", .name = "Desk", .output = true});
        link.open(address(hub.port()));
        QTRY_VERIFY(link.isConnected());
        link.send(play);
        QTRY_VERIFY(link.state()->player);
        stall->holdSaves(true);
        int done = 0;
        link.leave(7s, [&] { ++done; });
        QTRY_COMPARE(done, 1);
        stall->letGo();
        QTRY_VERIFY(link.isConnected());
        QCOMPARE(done, 1);
    }
};

QTEST_GUILESS_MAIN(tst_HubLink)
#include "tst_hub_link.moc"
