// SPDX-License-Identifier: Apache-2.0
#include "support/hub/asking.h"
#include "support/hub/nativeclient.h"
#include "support/hub/plainclient.h"
#include "support/hub/testhub.h"
#include "support/waiting.h"
#include "sync/limits.h"
#include "sync/session/privatekey.h"
#include "sync/store/database.h"
#include "sync/store/personaldatabase.h"
#include "sync/store/sqlitestore.h"
#include "sync/store/statement.h"

#include <QJsonArray>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sync;
using namespace Testing;

namespace {

const Native::Play firstTrack{
    .trackId = 1, .context = {.fromIs = u"album"_s, .fromIsId = 7}, .position = 50s};
const SessionOwner phoneOf1{.user = u"1"_s, .device = u"phone"_s};

std::optional<Native::Device> deviceIn(const NativeClient &client, const QString &id)
{
    const auto said = client.last<Native::Devices>();
    if (!said)
        return std::nullopt;
    const auto found = std::ranges::find(said->devices, id, &Native::Device::id);
    return found == said->devices.end() ? std::nullopt : std::optional(*found);
}

bool isPrivate(const NativeClient &client, const QString &id)
{
    const auto device = deviceIn(client, id);
    return device && device->isPrivate;
}

QString epochOf(const NativeClient &client)
{
    const auto state = client.last<Native::State>();
    return state ? state->epoch : QString();
}

std::chrono::milliseconds positionOf(const NativeClient &client)
{
    return client.player() ? positionAt(*client.player(), HubClock::now()) : -1ms;
}

} // namespace

/// A device that has a session of its own until it returns.
class tst_HubPrivate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        start();
    }

    void goesOnAloneWithACopy()
    {
        Pair pair(port(), true);
        QTRY_VERIFY(pair.phone.pausedBy() == PausedBy::Nobody);
        const QString shared = epochOf(pair.desk);
        pair.phone.say(Native::SetPrivate{.on = true});
        QTRY_VERIFY(isPrivate(pair.phone, u"phone"_s));

        QVERIFY(epochOf(pair.phone) != shared);
        QCOMPARE(pair.phone.player()->trackId, TrackId(1));
        QCOMPARE(pair.phone.pausedBy(), PausedBy::Nobody);
        QVERIFY(positionOf(pair.phone) >= 50s);
        QCOMPARE(pair.phone.last<Native::QueueChange>()->splice.inserted.size(), 3);
        QCOMPARE(pair.phone.last<Native::Devices>()->devices.size(), 1);
        QVERIFY(deviceIn(pair.phone, u"phone"_s)->active);

        // What it does there is nobody's business.
        pair.phone.say(Native::Next{});
        QTRY_COMPARE(pair.phone.player()->trackId, TrackId(2));
        QTRY_VERIFY(isPrivate(pair.desk, u"phone"_s));
        const auto shown = deviceIn(pair.desk, u"phone"_s);
        QVERIFY(!shown->output && !shown->active);
        QCOMPARE(shown->name, u"phone"_s);
        QCOMPARE(pair.desk.player()->trackId, TrackId(1));
        QCOMPARE(epochOf(pair.desk), shared);
        QCOMPARE(pair.desk.pausedBy(), PausedBy::Nobody); // it sounds itself
    }

    void theOthersArePausedWhereNobodySounds()
    {
        Pair pair(port(), false);
        QTRY_VERIFY(pair.desk.pausedBy() == PausedBy::Nobody);
        pair.phone.say(Native::SetPrivate{.on = true});
        QTRY_COMPARE(pair.desk.pausedBy(), PausedBy::User);
        QVERIFY(positionOf(pair.desk) >= 50s);
        QTRY_VERIFY(isPrivate(pair.phone, u"phone"_s));
        QCOMPARE(pair.phone.pausedBy(), PausedBy::Nobody);
    }

    void whoOnlyLookedOnIsPaused()
    {
        Pair pair(port(), true);
        NativeClient remote;
        remote.open(port());
        remote.join(u"remote"_s);
        QTRY_VERIFY(remote.pausedBy() == PausedBy::Nobody);
        remote.say(Native::SetPrivate{.on = true});
        QTRY_VERIFY(isPrivate(remote, u"remote"_s));
        QCOMPARE(remote.pausedBy(), PausedBy::User); // no music out of nowhere
        QVERIFY(positionOf(remote) >= 50s);
        QCOMPARE(pair.desk.pausedBy(), PausedBy::Nobody);
    }

    void returns()
    {
        Pair pair(port(), true);
        QTRY_VERIFY(pair.phone.pausedBy() == PausedBy::Nobody);
        const QString shared = epochOf(pair.desk);
        pair.phone.say(Native::SetPrivate{.on = true});
        QTRY_VERIFY(isPrivate(pair.desk, u"phone"_s));
        pair.phone.say(Native::Next{});
        QTRY_COMPARE(pair.phone.player()->trackId, TrackId(2));
        const qint64 before = pair.desk.revision();

        pair.phone.say(Native::SetPrivate{.on = false});
        QTRY_COMPARE(epochOf(pair.phone), shared);
        QCOMPARE(pair.phone.player()->trackId, TrackId(1)); // takes nothing along
        QTRY_VERIFY(deviceIn(pair.desk, u"phone"_s) && !isPrivate(pair.desk, u"phone"_s));
        QVERIFY(deviceIn(pair.desk, u"phone"_s)->active); // as it was when it left
        QCOMPARE(pair.desk.revision(), before);
        QTRY_VERIFY(!stored(phoneOf1));
    }

    void returnsAsSilentAsItLeft()
    {
        Pair pair(port(), true);
        pair.desk.say(Native::ChooseOutputs{.devices = {u"desk"_s}});
        QTRY_VERIFY(deviceIn(pair.phone, u"phone"_s) && !deviceIn(pair.phone, u"phone"_s)->active);
        pair.phone.say(Native::SetPrivate{.on = true});
        QTRY_VERIFY(isPrivate(pair.phone, u"phone"_s));
        QVERIFY(deviceIn(pair.phone, u"phone"_s)->active);
        QCOMPARE(pair.phone.pausedBy(), PausedBy::User); // it did not sound
        pair.phone.say(Native::SetPrivate{.on = false});
        QTRY_VERIFY(deviceIn(pair.desk, u"phone"_s) && !isPrivate(pair.desk, u"phone"_s));
        QVERIFY(!deviceIn(pair.desk, u"phone"_s)->active);
    }

    void saidTwiceIsSaidOnce()
    {
        Pair pair(port(), true);
        for (const bool on : {true, true, false, false, true, false, true})
            pair.phone.say(Native::SetPrivate{.on = on});
        QTRY_VERIFY(isPrivate(pair.desk, u"phone"_s));
        QTRY_VERIFY(isPrivate(pair.phone, u"phone"_s));
        pair.phone.say(Native::Next{});
        QTRY_COMPARE(pair.phone.player()->trackId, TrackId(2));
        QCOMPARE(pair.desk.player()->trackId, TrackId(1));
        QCOMPARE(pair.phone.count<Native::Fault>(), 0);
    }

    void isRememberedWhileItIsAway()
    {
        Pair pair(port(), true);
        pair.phone.say(Native::SetPrivate{.on = true});
        QTRY_VERIFY(isPrivate(pair.phone, u"phone"_s));
        pair.phone.say(Native::Next{});
        QTRY_COMPARE(pair.phone.player()->trackId, TrackId(2));
        const QString own = epochOf(pair.phone);
        pair.phone.socket().close();
        QTRY_VERIFY(!deviceIn(pair.desk, u"phone"_s)); // it is not here

        NativeClient again;
        again.open(port());
        again.join(u"phone"_s, true);
        QTRY_VERIFY(isPrivate(again, u"phone"_s));
        QCOMPARE(epochOf(again), own);
        QCOMPARE(again.player()->trackId, TrackId(2));
    }

    void isRememberedOverARestart()
    {
        {
            Pair pair(port(), true);
            pair.phone.say(Native::SetPrivate{.on = true});
            QTRY_VERIFY(isPrivate(pair.phone, u"phone"_s));
            pair.phone.say(Native::Next{});
            QTRY_COMPARE(pair.phone.player()->trackId, TrackId(2));
            pair.phone.say(Native::Pause{});
            QTRY_COMPARE(pair.phone.pausedBy(), PausedBy::User);
            QTRY_VERIFY(stored(phoneOf1));
        }
        restart();
        Pair pair(port(), true);
        QTRY_VERIFY(isPrivate(pair.phone, u"phone"_s));
        QCOMPARE(pair.phone.player()->trackId, TrackId(2));
        QCOMPARE(pair.phone.last<Native::QueueChange>()->splice.inserted.size(), 3);
        pair.phone.say(Native::SetPrivate{.on = false});
        QTRY_COMPARE(epochOf(pair.phone), epochOf(pair.desk));
        restart();
        Pair last(port(), true);
        QTRY_COMPARE(epochOf(last.phone), epochOf(last.desk));
        QVERIFY(!epochOf(last.desk).isEmpty());
    }

    void isForgottenWhenNobodyUsesIt_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("age");
        QTest::addColumn<bool>("forgotten");
        QTest::newRow("29 days") << std::chrono::milliseconds(24h * 29) << false;
        QTest::newRow("31 days") << std::chrono::milliseconds(24h * 31) << true;
    }
    void isForgottenWhenNobodyUsesIt()
    {
        QFETCH(std::chrono::milliseconds, age);
        QFETCH(bool, forgotten);
        {
            Pair pair(port(), true);
            pair.phone.say(Native::SetPrivate{.on = true});
            QTRY_VERIFY(isPrivate(pair.phone, u"phone"_s));
            QTRY_VERIFY(stored(phoneOf1));
        }
        m_hub.reset();
        const qint64 used = QDateTime::currentMSecsSinceEpoch() - age.count();
        run(*PersonalDatabase::open(m_folder->path()), u"UPDATE sessions SET used_ms = ?"_s, {used});
        start();
        Pair pair(port(), true);
        QTRY_VERIFY(deviceIn(pair.phone, u"phone"_s));
        QCOMPARE(isPrivate(pair.phone, u"phone"_s), !forgotten);
        QCOMPARE(stored(phoneOf1), !forgotten);
        QVERIFY(stored({.user = u"1"_s})); // the shared one is for ever
    }

    void pausesWhenItsPageIsClosed()
    {
        Pair pair(port(), true);
        pair.phone.say(Native::SetPrivate{.on = true});
        QTRY_VERIFY(isPrivate(pair.phone, u"phone"_s));
        const QJsonObject farewell{{"device"_L1, "phone"_L1},
                                   {"connection"_L1, qint64(pair.phone.last<Native::Hello>()->connection)},
                                   {"position_ms"_L1, 77'000}};
        QCOMPARE(ask(port(), "POST /api/sync/leave", farewell).status, 204);
        QTRY_COMPARE(pair.phone.pausedBy(), PausedBy::User);
        QCOMPARE(positionOf(pair.phone), 77s);
        QCOMPARE(pair.desk.pausedBy(), PausedBy::Nobody);
    }

    void isAskedForWithItsToken()
    {
        const Tokens tokens(m_folder->path());
        const QByteArray token = tokens.grant({.user = u"1"_s, .device = u"phone"_s, .name = u"Phone"_s});
        const QByteArray bearer = "Authorization: Bearer " + token + "\r\n";
        Pair pair(port(), true);
        pair.phone.say(Native::SetPrivate{.on = true});
        QTRY_VERIFY(isPrivate(pair.phone, u"phone"_s));
        QCOMPARE(ask(port(), "GET /api/v1/session", bearer).json().value("epoch"_L1).toString(),
                 epochOf(pair.phone));
        QCOMPARE(ask(port(), "GET /api/v1/session").json().value("epoch"_L1).toString(), epochOf(pair.desk));
        const QJsonArray devices = ask(port(), "GET /api/v1/devices").json().value("devices"_L1).toArray();
        QCOMPARE(devices.size(), 2);
        QVERIFY(devices.last().toObject().value("private"_L1).toBool());
    }

    void thereIsAMost()
    {
        std::vector<std::unique_ptr<NativeClient>> clients;
        for (int i = 0; i <= Limits::devicesListed; ++i) {
            auto client = std::make_unique<NativeClient>();
            client->open(port());
            client->join(u"d%1"_s.arg(i));
            client->say(Native::SetPrivate{.on = true});
            QTRY_VERIFY(client->count<Native::Fault>() > 0 || isPrivate(*client, u"d%1"_s.arg(i)));
            QCOMPARE(client->count<Native::Fault>(), i == Limits::devicesListed ? 1 : 0);
            clients.push_back(std::move(client));
        }
    }

    void listenersDoNot()
    {
        NativeClient listener;
        listener.open(
            port(),
            Tokens(m_folder->path()).grant({.user = u"1"_s, .role = Role::Listener, .name = u"tv"_s}));
        listener.join(u"tv"_s, true);
        listener.say(Native::SetPrivate{.on = true});
        QTRY_COMPARE(listener.count<Native::Fault>(), 1);
        QCOMPARE(listener.last<Native::Fault>()->command, u"private"_s);
    }

    void whoTakesItsPlaceIsPrivateToo()
    {
        Pair pair(port(), true);
        pair.phone.say(Native::SetPrivate{.on = true});
        QTRY_VERIFY(isPrivate(pair.phone, u"phone"_s));
        NativeClient second; // a reload that was faster than the old page's end
        second.open(port());
        second.join(u"phone"_s, true);
        QTRY_COMPARE(pair.phone.socket().state(), QAbstractSocket::UnconnectedState);
        QTRY_VERIFY(isPrivate(second, u"phone"_s));
        QCOMPARE(second.pausedBy(), PausedBy::Nobody);
    }

    void userWithPrivateDevicesIsInUse()
    {
        const QString anna =
            ask(port(), "POST /api/v1/users", {{"name"_L1, u"Anna"_s}}).json().value("id"_L1).toString();
        const Tokens tokens(m_folder->path());
        NativeClient phone;
        phone.open(port(), tokens.grant({.user = anna, .device = u"phone"_s, .name = u"Phone"_s}));
        phone.join(u"phone"_s, true);
        phone.say(firstTrack);
        phone.say(Native::SetPrivate{.on = true});
        QTRY_VERIFY(isPrivate(phone, u"phone"_s));
        const QByteArray line = "DELETE /api/v1/users/" + anna.toLatin1();
        QCOMPARE(ask(port(), line).code(), u"user_in_use"_s);
        phone.socket().close();
        QTRY_COMPARE(webSocketClients(port()), 0);
        QCOMPARE(ask(port(), line).status, 204);
        QTRY_VERIFY(!stored({.user = anna, .device = u"phone"_s}));
    }

private:
    /// A desk and a phone that share a session; the phone plays, and the desk makes sound where @p both.
    struct Pair {
        NativeClient desk;
        NativeClient phone;

        Pair(quint16 port, bool both)
        {
            desk.open(port);
            desk.join(u"desk"_s, both);
            [&] { QTRY_VERIFY(desk.last<Native::State>()); }();
            desk.say(firstTrack);
            phone.open(port);
            phone.join(u"phone"_s, true);
            [&] { QTRY_VERIFY(phone.last<Native::State>() && desk.player()); }();
        }
    };

    [[nodiscard]] quint16 port() const { return m_hub->port(); }
    void start()
    {
        m_hub = std::make_unique<TestHub>(
            TestHub::letsIn(m_folder->path(), std::make_unique<SqliteStore>(m_folder->path())));
        QVERIFY(port() != 0);
    }
    void restart()
    {
        m_hub.reset();
        start();
    }
    [[nodiscard]] bool stored(const SessionOwner &owner) const
    {
        const auto database = PersonalDatabase::open(m_folder->path());
        return run(*database, u"SELECT 1 FROM sessions WHERE user = ?"_s, {keyOf(owner)}).next();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestHub> m_hub;
};

QTEST_GUILESS_MAIN(tst_HubPrivate)
#include "tst_hub_private.moc"
