// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"
#include "tests/unit/sync/sessions.h"

#include <QTest>

using namespace Sync;
using namespace Sessions;

namespace {

Member named(ConnectionId connection, const QString &device, const QString &name)
{
    Member member = output(connection, device);
    member.name = name;
    return member;
}

QString nameOf(const Session &session, const QString &device)
{
    for (const Native::Device &each : session.devices())
        if (each.id == device)
            return each.name;
    return "not here";
}

QStringList active(const Session &session)
{
    QStringList ids;
    for (const Native::Device &device : session.devices())
        if (device.active)
            ids.append(device.id);
    return ids;
}

/// A desk and a den that play.
Session house()
{
    Session session("e");
    join(session, output(1, "desk"));
    join(session, output(2, "den"));
    (void)session.apply(track(1, 10s));
    confirm(session, 1, 0s);
    confirm(session, 2, 0s);
    return session;
}

/// The connection breaks and the lease is over.
void lose(Session &session, ConnectionId connection)
{
    session.lose(connection, at(11s), at(11s));
    session.expire(at(11s + Limits::goneAfter));
}

} // namespace

/// What a session remembers of devices that come and go.
class tst_SyncDeviceMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGivenNameOutlivesConnections()
    {
        Session session = house();
        QVERIFY(!session.rename("den", "Cellar", {}));
        QCOMPARE(nameOf(session, "den"), QString("Cellar"));
        QVERIFY(!session.rename("den", "Attic", {}));
        session.leave(2, {}, at(12s));
        join(session, output(3, "den"));
        QCOMPARE(nameOf(session, "den"), QString("Attic"));
        join(session, output(4, "den")); // and supersedes it
        QCOMPARE(nameOf(session, "den"), QString("Attic"));
        QCOMPARE(nameOf(session, "desk"), QString("desk"));
    }

    void whatADeviceCallsItselfAnewCounts()
    {
        Session session = house();
        QVERIFY(!session.rename("den", "Cellar", {}));
        join(session, named(3, "den", "Hobby room"));
        QCOMPARE(nameOf(session, "den"), QString("Hobby room"));
        join(session, named(4, "den", "den")); // the old name is nothing special
        QCOMPARE(nameOf(session, "den"), QString("den"));
    }

    void whoIsAwayIsNamedToo()
    {
        Session session = house();
        QVERIFY(session.rename("bath", "Spa", {}) == Refusal::NoSuchDevice);
        QVERIFY(!session.rename("bath", "Spa", "bath"));
        QVERIFY(!session.rename("bath", "Sauna", "Spa")); // it still says what it said
        join(session, output(3, "bath"));
        QCOMPARE(nameOf(session, "bath"), QString("Sauna"));
    }

    void aPlainClientCannotBeKnownAgain()
    {
        Session session = house();
        join(session, plain(5));
        QVERIFY(session.rename("plain-5", "Kitchen", {}) == Refusal::NoName);
        QCOMPARE(nameOf(session, "plain-5"), QString("plain"));
    }

    void namesOutliveTheHub()
    {
        Session session = house();
        QVERIFY(!session.rename("den", "Cellar", {}));
        for (const bool started : {true, false}) {
            Session before = started ? session : Session("e");
            if (!started)
                QVERIFY(!before.rename("den", "Cellar", "den"));
            const Record record = before.record({.now = at(20s), .wallOffset = {}}, true);
            Session again = std::get<Session>(Session::restored(record, at(1h)));
            join(again, output(1, "den"));
            QCOMPARE(nameOf(again, "den"), QString("Cellar"));
        }
    }

    void theOldestIsForgotten()
    {
        Session session = house();
        QVERIFY(!session.rename("den", "Cellar", {}));
        for (qsizetype i = 0; i < Limits::devicesRemembered; ++i)
            QVERIFY(!session.rename(QString("phone-%1").arg(i), "Phone", "phone"));
        QCOMPARE(nameOf(session, "den"), QString("den"));
        join(session, named(9, "phone-0", "phone"));
        QCOMPARE(nameOf(session, "phone-0"), QString("Phone"));
    }

    void whoWasSilentComesBackSilent()
    {
        Session session = house();
        QVERIFY(!session.choose({"desk"}, at(10s)));
        lose(session, 2);
        join(session, output(3, "den")); // and thinks that it sounds
        QCOMPARE(active(session), QStringList{"desk"});
    }

    void whoSoundedComesBackSounding()
    {
        Session session = house();
        lose(session, 2);
        join(session, output(3, "den"));
        QCOMPARE(active(session), (QStringList{"den", "desk"}));
    }

    void whatWasChosenMeanwhileCounts()
    {
        Session session = house();
        lose(session, 2);
        QVERIFY(!session.choose({"desk"}, at(30s)));
        join(session, output(3, "den"));
        QCOMPARE(active(session), QStringList{"desk"});
    }

    void whoStartedTheMusicElsewhereKeepsIt()
    {
        Session session("e");
        join(session, output(1, "den"));
        (void)session.apply(track(1, 10s));
        confirm(session, 1, 0s);
        lose(session, 1);
        QVERIFY(session.player()->paused());
        Member desk = output(2, "desk");
        desk.active = false;
        join(session, desk);
        (void)session.apply(Resume{at(40s)});
        QVERIFY(session.chooseSomeone(2, at(40s)));
        join(session, output(3, "den"));
        QCOMPARE(active(session), QStringList{"desk"});
    }

    void whoSaidGoodbyeWhileItSoundedSaysWhatItIs()
    {
        Session session = house();
        QVERIFY(!session.choose({"desk"}, at(10s)));
        session.leave(2, {}, at(12s));
        join(session, output(3, "den"));
        QCOMPARE(active(session), QStringList{"desk"});
        session.leave(1, {}, at(13s));
        QVERIFY(!session.choose({"den"}, at(14s)));
        join(session, output(4, "desk")); // what it says of itself counts: it sounded
        QCOMPARE(active(session), (QStringList{"den", "desk"}));
    }

    void whatWasChosenOutlivesTheHub()
    {
        Session session = house();
        join(session, output(3, "bath"));
        QVERIFY(!session.choose({"den"}, at(10s)));
        lose(session, 3);
        const Record record = session.record({.now = at(20s), .wallOffset = {}}, true);
        Session again = std::get<Session>(Session::restored(record, at(1h)));
        for (const auto &[connection, device] :
             {std::pair(1, "desk"), std::pair(2, "den"), std::pair(3, "bath")})
            join(again, output(ConnectionId(connection), device));
        QCOMPARE(active(again), QStringList{"den"});
        join(again, output(4, "attic")); // it was never here
        QCOMPARE(active(again), (QStringList{"attic", "den"}));
    }

    void whoCameBackAsARemoteControlBeginsAnew()
    {
        Session session = house();
        QVERIFY(!session.choose({"desk"}, at(10s)));
        lose(session, 2);
        join(session, controller(3, "den"));
        QCOMPARE(active(session), QStringList{"desk"});
        join(session, output(4, "den")); // somebody wants to listen there
        QCOMPARE(active(session), (QStringList{"den", "desk"}));
    }
};

QTEST_GUILESS_MAIN(tst_SyncDeviceMemory)
#include "tst_sync_devicememory.moc"
