// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"
#include "tests/unit/sync/sessions.h"

#include <QTest>

using namespace Sync;
using namespace Sessions;
using Native::Condition;

namespace {

Member exact(ConnectionId connection, const QString &device)
{
    Member member = output(connection, device);
    member.timing = Native::Timing::Exact;
    return member;
}

/// The desk sounds, the den does not.
Session house()
{
    Session session("e");
    (void)session.apply(track(7, 10s));
    join(session, exact(1, "desk"));
    Member den = exact(2, "den");
    den.active = false;
    join(session, den);
    confirm(session, 1, 0ms);
    return session;
}

QStringList active(const Session &session)
{
    QStringList active;
    for (const Native::Device &device : session.devices())
        if (device.active)
            active.append(device.id);
    return active;
}

/// Ends the hand-over as a hub does.
std::optional<bool> mind(Session &session, HubTime now)
{
    const auto moved = session.handedOver(now);
    if (moved)
        session.endHandover(*moved, now);
    return moved;
}

} // namespace

class tst_SyncHandover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoSoundedGoesOnUntilTheOtherIsHeard()
    {
        Session session = house();
        QVERIFY(!session.choose({"den"}, at(15s)));
        QCOMPARE(active(session), QStringList({"den", "desk"}));
        confirm(session, 2, 5s, Condition::Loading);
        QVERIFY(!mind(session, at(16s)));
        confirm(session, 2, 5s);
        QVERIFY(mind(session, at(16s)) == true);
        QCOMPARE(active(session), QStringList("den"));
        QVERIFY(!session.player()->paused());
        QVERIFY(!mind(session, at(30s)));
    }

    void theSoundStaysWhereNobodyIsHeard_data()
    {
        QTest::addColumn<std::optional<Condition>>("condition");
        QTest::addColumn<milliseconds>("after");
        QTest::newRow("it has not the track") << std::optional(Condition::Missing) << milliseconds(100ms);
        QTest::newRow("it cannot play it") << std::optional(Condition::Failed) << milliseconds(100ms);
        QTest::newRow("it takes too long") << std::optional(Condition::Loading) << Limits::handoverWithin;
        QTest::newRow("it has gone") << std::optional<Condition>() << milliseconds(100ms);
    }
    void theSoundStaysWhereNobodyIsHeard()
    {
        QFETCH(const std::optional<Condition>, condition);
        QFETCH(const milliseconds, after);
        Session session = house();
        (void)session.choose({"den"}, at(15s));
        if (condition)
            confirm(session, 2, 5s, *condition);
        else
            session.leave(2, {}, at(15s));
        QVERIFY(mind(session, at(15s) + after) == false);
        QCOMPARE(active(session), QStringList("desk"));
        QVERIFY(!session.player()->paused());
    }

    void whatIsHeardOfAnotherTrackDoesNotCount()
    {
        Session session = house();
        (void)session.choose({"den"}, at(15s));
        const qint64 before = session.revision();
        (void)session.apply(track(8, 16s));
        session.report(2, {.revision = before, .position = 5s, .condition = Condition::Sounding});
        QVERIFY(!mind(session, at(16s)));
    }

    void aPauseEndsIt()
    {
        Session session = house();
        (void)session.choose({"den"}, at(15s));
        (void)session.apply(Sync::Pause{.at = at(16s)});
        QVERIFY(mind(session, at(16s)) == true);
        QCOMPARE(active(session), QStringList("den"));
    }

    void anotherChoiceCounts()
    {
        Session session = house();
        join(session, exact(3, "bath"));
        (void)session.choose({"desk"}, at(14s));
        (void)session.choose({"den"}, at(15s));
        (void)session.choose({"bath"}, at(16s));
        QCOMPARE(active(session), QStringList({"bath", "desk"}));
        confirm(session, 3, 6s);
        QVERIFY(mind(session, at(16s)) == true);
        QCOMPARE(active(session), QStringList("bath"));
    }

    void whoIsNotExactIsChosenAtOnce()
    {
        Session session = house();
        join(session, output(4, "tv"));
        (void)session.choose({"tv"}, at(15s));
        QCOMPARE(active(session), QStringList("tv"));
        QVERIFY(!session.handover());
    }

    void whoAlreadySoundsTakesOverAtOnce()
    {
        Session session = house();
        (void)session.choose({"desk", "den"}, at(15s));
        confirm(session, 2, 5s);
        (void)session.choose({"den"}, at(16s));
        QCOMPARE(active(session), QStringList("den"));
    }

    void othersComeToWhatSoundsAlone()
    {
        Session session = house();
        session.report(1,
                       {.revision = session.revision(),
                        .position = 4970ms,
                        .condition = Condition::Sounding,
                        .time = {.error = -30ms}});
        QCOMPARE(timelineAt(*session.player(), at(15s)), microseconds(5s));
        (void)session.choose({"desk", "den"}, at(15s));
        QCOMPARE(timelineAt(*session.player(), at(15s)), microseconds(4970ms));
        QCOMPARE(session.startsAhead(), Limits::togetherAhead);
    }

private:
    using milliseconds = std::chrono::milliseconds;
    using microseconds = std::chrono::microseconds;
};

QTEST_GUILESS_MAIN(tst_SyncHandover)
#include "tst_sync_handover.moc"
