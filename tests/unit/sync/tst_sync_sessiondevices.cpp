// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"
#include "tests/unit/sync/sessions.h"

#include <QTest>

using namespace Sync;
using namespace Sessions;
using Native::Condition;
using Native::Playing;
using Native::Volume;
using std::chrono::milliseconds;

namespace {

/// The ids of those that are chosen to sound.
QStringList active(const Session &session)
{
    QStringList ids;
    for (const Native::Device &device : session.devices())
        if (device.active)
            ids.append(device.id);
    return ids;
}

Member silent(ConnectionId connection, const QString &device)
{
    Member member = output(connection, device);
    member.active = false;
    return member;
}

/// A desk and a den that play track 1 from 10 s on, and a phone as a remote control.
Session house()
{
    Session session("e");
    join(session, output(1, "desk"));
    join(session, output(2, "den"));
    join(session, controller(3, "phone"));
    (void)session.apply(track(1, 10s));
    return session;
}

} // namespace

class tst_SyncSessionDevices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoJoinsSoundsAlong()
    {
        Session session = house();
        QCOMPARE(active(session), QStringList({"den", "desk"}));
        join(session, silent(4, "bath"));
        QCOMPARE(active(session), QStringList({"den", "desk"}));
        QCOMPARE(session.devices().size(), 4);
    }

    void alone_data()
    {
        QTest::addColumn<ConnectionId>("connection");
        QTest::addColumn<bool>("playing");
        QTest::newRow("one that sounds") << ConnectionId(1) << true;
        QTest::newRow("one that is silent") << ConnectionId(4) << false;
        QTest::newRow("a remote control") << ConnectionId(3) << false;
        QTest::newRow("one that cannot play the track") << ConnectionId(2) << false;
        QTest::newRow("nobody") << ConnectionId(9) << false;
    }
    void alone()
    {
        QFETCH(ConnectionId, connection);
        QFETCH(bool, playing);
        Session session = house();
        join(session, silent(4, "bath"));
        confirm(session, 2, 5s, Condition::Missing);
        const Session own = session.aloneFor(connection, "own", at(15s));
        QCOMPARE(own.epoch(), "own");
        QVERIFY(own.devices().isEmpty());
        QCOMPARE(own.queue().items(), session.queue().items());
        QCOMPARE(own.modes(), session.modes());
        QCOMPARE(own.player()->trackId, session.player()->trackId);
        QCOMPARE(!own.player()->paused(), playing);
        QCOMPARE(positionAt(*own.player(), at(15s)), milliseconds(5s));
        QVERIFY(!session.player()->paused()); // the others' is as it was
        QCOMPARE(session.epoch(), "e");
        QVERIFY(!Session("e").aloneFor(1, "own", at(15s)).player());
    }

    void choosing_data()
    {
        QTest::addColumn<QStringList>("chosen");
        QTest::addColumn<std::optional<Refusal>>("refusal");
        QTest::addColumn<QStringList>("after");
        const auto row = [](const char *name, const QStringList &chosen, std::optional<Refusal> refusal,
                            const QStringList &after) {
            QTest::addRow("%s", name) << chosen << refusal << after;
        };
        const QStringList before{"den", "desk"};
        row("one", {"den"}, std::nullopt, {"den"});
        row("both", {"desk", "den"}, std::nullopt, before);
        row("twice the same", {"den", "den"}, std::nullopt, {"den"});
        row("nobody", {}, Refusal::NothingChosen, before);
        row("a stranger", {"den", "attic"}, Refusal::NoSuchDevice, before);
        row("a remote control", {"den", "phone"}, Refusal::NoOutput, before);
        row("one that is away", {"bath"}, Refusal::NoSuchDevice, before);
        row("a plain client that does not sound", {"den", "plain-5"}, Refusal::NoOutput, before);
    }
    void choosing()
    {
        QFETCH(QStringList, chosen);
        QFETCH(std::optional<Refusal>, refusal);
        Session session = house();
        join(session, plain(5));
        join(session, output(6, "bath"));
        session.lose(6, at(11s), at(11s));
        const qint64 revision = session.revision();
        QVERIFY(session.choose(chosen, at(15s)) == refusal);
        QTEST(active(session), "after");
        // The music goes on as it was, with nothing to tell of it.
        QCOMPARE(session.revision(), revision);
        QVERIFY(!session.player()->paused());
    }

    void plainOutputSoundsOnItsOwn()
    {
        Session session = house();
        join(session, plain(5));
        session.becomePlainOutput(5);
        QCOMPARE(active(session), QStringList({"den", "desk", "plain-5"}));
        QVERIFY(!session.choose({"den"}, at(15s)));
        QCOMPARE(active(session), QStringList({"den", "plain-5"}));
        QVERIFY(!session.choose({"plain-5"}, at(16s)));
        QCOMPARE(active(session), QStringList({"plain-5"}));
        session.lose(5, at(20s), at(20s));
        QVERIFY(session.player()->pausedBy == PausedBy::Lease);
    }

    void leaving_data()
    {
        QTest::addColumn<ConnectionId>("leaver");
        QTest::addColumn<bool>("goesOn");
        QTest::addRow("the one that sounds") << ConnectionId(2) << false;
        QTest::addRow("the one that does not") << ConnectionId(1) << true;
        QTest::addRow("the remote control") << ConnectionId(3) << true;
    }
    void leaving()
    {
        QFETCH(ConnectionId, leaver);
        QFETCH(bool, goesOn);
        Session session = house();
        QVERIFY(!session.choose({"den"}, at(15s)));
        session.leave(leaver, 9s, at(20s));
        QCOMPARE(!session.player()->paused(), goesOn);
        if (!goesOn) {
            QVERIFY(session.player()->pausedBy == PausedBy::User);
            QCOMPARE(session.player()->position, milliseconds(9s));
        }
    }

    void lost_data()
    {
        QTest::addColumn<bool>("chosenOne");
        QTest::addRow("the one that sounds") << true;
        QTest::addRow("the one that does not") << false;
    }
    void lost()
    {
        QFETCH(bool, chosenOne);
        Session session = house();
        QVERIFY(!session.choose({"desk"}, at(12s)));
        QVERIFY(!session.choose({"den"}, at(15s)));
        session.lose(chosenOne ? 2 : 1, at(20s), at(20s));
        QVERIFY(!session.player()->paused());
        session.expire(at(20s + Limits::goneAfter));
        QCOMPARE(session.player()->paused(), chosenOne);
        // Nothing has been heard of it since it was chosen: then is what is known.
        if (chosenOne)
            QCOMPARE(session.player()->position, milliseconds(5s));
    }

    void aSilentOnesReportConfirmsNothing()
    {
        Session session = house();
        QVERIFY(!session.choose({"den"}, at(15s)));
        confirm(session, 2, 7s);
        confirm(session, 1, 99s, Condition::Idle);
        session.lose(2, at(20s), at(20s));
        session.expire(at(40s));
        QCOMPARE(session.player()->position, milliseconds(7s));
        QVERIFY(!session.apply(Resume{at(50s)}));
        QVERIFY(!session.choose({"desk"}, at(55s)));
        session.lose(1, at(56s), at(56s));
        session.expire(at(70s));
        QCOMPARE(session.player()->position, milliseconds(12s));
    }

    void comingBack_data()
    {
        QTest::addColumn<bool>("remembers");
        QTest::addColumn<bool>("wasAway");
        QTest::addRow("what was chosen, while away") << true << true;
        QTest::addRow("what was chosen, anew") << true << false;
        QTest::addRow("silent, though chosen meanwhile") << false << true;
    }
    void comingBack()
    {
        // The den's program remembers what it was told last; the hub knows better while it still keeps its
        // place.
        QFETCH(bool, remembers);
        QFETCH(bool, wasAway);
        Session session = house();
        if (wasAway)
            session.lose(2, at(12s), at(12s));
        QVERIFY(!session.choose({"desk"}, at(15s)));
        Member den = output(7, "den");
        den.active = remembers;
        (void)session.join(den, Playing{"e", 1, 7s}, at(17s));
        QCOMPARE(active(session), QStringList({"desk"}));
        QVERIFY(!session.player()->paused());
    }

    void aSilentOneDoesNotTakeTheSessionBack()
    {
        Session session = house();
        session.leave(1, std::nullopt, at(15s));
        session.lose(2, at(20s), at(20s));
        session.expire(at(40s));
        QVERIFY(session.player()->pausedBy == PausedBy::Lease);
        (void)session.join(silent(7, "den"), Playing{"e", 1, 7s}, at(45s));
        QVERIFY(session.player()->pausedBy == PausedBy::Lease);
    }

    void aRemoteControlThatBecomesAnOutput()
    {
        Session session = house();
        (void)session.join(output(7, "phone"), std::nullopt, at(15s));
        QCOMPARE(active(session), QStringList({"den", "desk", "phone"}));
    }

    void someoneIsChosen_data()
    {
        QTest::addColumn<ConnectionId>("asker");
        QTest::addColumn<QStringList>("chosen");
        QTest::addRow("the one that asks") << ConnectionId(1) << QStringList{"desk"};
        QTest::addRow("all, for a remote control") << ConnectionId(3) << QStringList{"bath", "desk"};
        QTest::addRow("all, for nobody") << ConnectionId(77) << QStringList{"bath", "desk"};
    }
    void someoneIsChosen()
    {
        QFETCH(ConnectionId, asker);
        Session session = house();
        join(session, silent(4, "bath"));
        QVERIFY(!session.choose({"den"}, at(15s)));
        session.leave(2, 5s, at(16s));
        QVERIFY(!session.chooseSomeone(asker, at(20s))); // paused: nobody need sound
        QVERIFY(!session.apply(Resume{at(20s)}));
        QVERIFY(session.chooseSomeone(asker, at(20s)));
        QTEST(active(session), "chosen");
        QVERIFY(!session.chooseSomeone(asker, at(21s)));
    }

    void nobodyIsChosenInPlaceOfAnother()
    {
        Session session = house();
        QVERIFY(!session.choose({"den"}, at(15s)));
        QVERIFY(!session.chooseSomeone(1, at(16s)));
        session.lose(2, at(17s), at(17s)); // it may come back
        QVERIFY(!session.chooseSomeone(1, at(18s)));
        QCOMPARE(active(session), QStringList());
        Session remotes("e");
        join(remotes, controller(1, "phone"));
        (void)remotes.apply(track(1, 10s));
        QVERIFY(!remotes.chooseSomeone(1, at(11s)));
    }

    void volumeIsTheDevicesOwnToSay()
    {
        Session session = house();
        QVERIFY(session.takeVolume(1, "desk", {.percent = 40, .muted = false}));
        QVERIFY(session.takeVolume(1, "desk", {.muted = true}));
        QVERIFY(!session.takeVolume(3, "desk", {.percent = 90}));
        QVERIFY(!session.takeVolume(77, "desk", {.percent = 90}));
        for (const Native::Device &device : session.devices())
            QVERIFY(device.volume == (device.id == "desk" ? Volume{40, true} : Volume()));
    }

    void whoIsToldOfAWish_data()
    {
        QTest::addColumn<QString>("device");
        QTest::addColumn<Volume>("wish");
        QTest::addColumn<std::optional<Refusal>>("refusal");
        const auto row = [](const char *name, const char *device, Volume wish,
                            std::optional<Refusal> refusal) {
            QTest::addRow("%s", name) << QString(device) << wish << refusal;
        };
        row("both", "desk", {50, false}, std::nullopt);
        row("volume", "desk", {.percent = 0}, std::nullopt);
        row("muted, of one that can no more", "den", {.muted = true}, std::nullopt);
        row("volume of one that cannot", "den", {.percent = 5}, Refusal::NoVolume);
        row("both of one that cannot both", "den", {5, true}, Refusal::NoVolume);
        row("muted of one that cannot", "phone", {.muted = true}, Refusal::NoVolume);
        row("a plain client", "plain-5", {.percent = 5}, Refusal::NoVolume);
        row("a stranger", "attic", {.percent = 5}, Refusal::NoSuchDevice);
        row("one that is away", "bath", {.percent = 5}, Refusal::NoSuchDevice);
    }
    void whoIsToldOfAWish()
    {
        QFETCH(QString, device);
        QFETCH(Volume, wish);
        QFETCH(std::optional<Refusal>, refusal);
        Session session = house();
        join(session, plain(5));
        join(session, output(6, "bath"));
        QVERIFY(session.takeVolume(6, "bath", {50, false}));
        session.lose(6, at(11s), at(11s));
        QVERIFY(session.takeVolume(1, "desk", {40, false}));
        QVERIFY(session.takeVolume(2, "den", {.muted = false}));
        const auto told = session.whoSetsVolume(device, wish);
        if (refusal)
            QVERIFY(told == (std::variant<ConnectionId, Refusal>(*refusal)));
        else
            QVERIFY(told == (std::variant<ConnectionId, Refusal>(ConnectionId(device == "desk" ? 1 : 2))));
    }
};

QTEST_GUILESS_MAIN(tst_SyncSessionDevices)
#include "tst_sync_sessiondevices.moc"
