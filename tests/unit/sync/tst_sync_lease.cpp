// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"
#include "tests/unit/sync/sessions.h"

#include <QTest>

using namespace Sync;
using namespace Sessions;
using Native::Condition;
using Native::Playing;
using std::chrono::milliseconds;

namespace {

Session playingOn(const Member &member, milliseconds since = 10s)
{
    Session session("e");
    join(session, member);
    (void)session.apply(track(1, since));
    return session;
}

} // namespace

class tst_SyncLease : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lostOutputKeepsItsPlaceForAWhile()
    {
        Session session = playingOn(output(1, "desk"));
        confirm(session, 1, 14s);
        session.lose(1, at(25s), at(26s));
        QVERIFY(!session.player()->paused());
        QVERIFY(session.devices().isEmpty());
        session.expire(at(25s + Limits::goneAfter - 1ms));
        QVERIFY(!session.player()->paused());
        session.expire(at(25s + Limits::goneAfter));
        QVERIFY(session.player()->pausedBy == PausedBy::Lease);
        QCOMPARE(session.player()->position, milliseconds(14s));
        QVERIFY(session.player()->since == at(34s));
        QCOMPARE(session.revision(), 2);
    }

    void silenceBeforeTheLossCounts()
    {
        // Dead Wi-Fi: nothing was heard for as long as a lease lasts, so there is no second one.
        Session session = playingOn(output(1, "desk"));
        session.lose(1, at(25s), at(35s));
        session.expire(at(35s));
        QVERIFY(session.player()->pausedBy == PausedBy::Lease);
    }

    void confirmationOfAnotherStateIsWorthless()
    {
        Session session = playingOn(output(1, "desk"));
        confirm(session, 1, 200s);
        (void)session.apply(ChangePosition{40s, at(20s)});
        session.lose(1, at(25s), at(25s));
        session.expire(at(60s));
        QCOMPARE(session.player()->position, milliseconds(40s));
    }

    void comesBackWithin()
    {
        Session session = playingOn(output(1, "desk"));
        confirm(session, 1, 14s);
        session.lose(1, at(25s), at(25s));
        QCOMPARE(session.join(output(2, "desk"), Playing{"e", 1, 21s}, at(30s)),
                 std::optional<ConnectionId>(1));
        session.expire(at(60s));
        QVERIFY(!session.player()->paused());
        QCOMPARE(session.revision(), 1);
        QCOMPARE(session.devices().size(), 1);
    }

    void comesBackLater_data()
    {
        QTest::addColumn<QString>("epoch");
        QTest::addColumn<quint64>("playId");
        QTest::addColumn<bool>("isOutput");
        QTest::addColumn<bool>("takesBack");
        QTest::addRow("it played on") << "e" << quint64(1) << true << true;
        QTest::addRow("another epoch") << "f" << quint64(1) << true << false;
        QTest::addRow("another track") << "e" << quint64(2) << true << false;
        QTest::addRow("no output") << "e" << quint64(1) << false << false;
    }
    void comesBackLater()
    {
        QFETCH(QString, epoch);
        QFETCH(quint64, playId);
        QFETCH(bool, isOutput);
        Session session = playingOn(output(1, "desk"));
        session.lose(1, at(25s), at(25s));
        session.expire(at(60s));
        QVERIFY(session.player()->pausedBy == PausedBy::Lease);
        Member member = output(2, "desk");
        member.output = isOutput;
        (void)session.join(member, Playing{epoch, playId, 52s}, at(62s));
        QFETCH(bool, takesBack);
        QCOMPARE(!session.player()->paused(), takesBack);
        if (takesBack)
            QCOMPARE(positionAt(*session.player(), at(65s)), milliseconds(55s));
    }

    void comesBackWithoutHavingPlayed()
    {
        Session session = playingOn(output(1, "desk"));
        session.lose(1, at(25s), at(25s));
        session.expire(at(60s));
        (void)session.join(output(2, "desk"), std::nullopt, at(62s));
        QVERIFY(session.player()->pausedBy == PausedBy::Lease);
    }

    void personsPauseIsNotTakenBack()
    {
        Session session = playingOn(output(1, "desk"));
        session.lose(1, at(25s), at(25s));
        session.expire(at(60s));
        (void)session.apply(Pause{at(61s)});
        (void)session.join(output(2, "desk"), Playing{"e", 1, 52s}, at(62s));
        QVERIFY(session.player()->pausedBy == PausedBy::User);
    }

    void otherOutputPlaysOn()
    {
        Session session = playingOn(output(1, "desk"));
        join(session, output(2, "den"));
        session.lose(1, at(25s), at(25s));
        session.expire(at(60s));
        QVERIFY(!session.player()->paused());
        session.lose(2, at(70s), at(70s));
        session.expire(at(80s));
        QVERIFY(session.player()->pausedBy == PausedBy::Lease);
    }

    void bothAreLostAtOnce()
    {
        Session session = playingOn(output(1, "desk"));
        join(session, output(2, "den"));
        confirm(session, 1, 14s);
        confirm(session, 2, 14s);
        session.lose(1, at(25s), at(25s));
        session.lose(2, at(25s), at(25s));
        session.expire(at(34s));
        QVERIFY(session.player()->pausedBy == PausedBy::Lease);
        QCOMPARE(session.player()->position, milliseconds(14s));
        QCOMPARE(session.revision(), 2);
    }

    void nobodyIsLeftWhenTheLeaseEnds()
    {
        Session session = playingOn(output(1, "desk"));
        join(session, output(2, "den"));
        confirm(session, 1, 14s);
        session.lose(1, at(25s), at(25s));
        session.leave(2, 16s, at(26s));
        QVERIFY(!session.player()->paused());
        session.expire(at(34s));
        QVERIFY(session.player()->pausedBy == PausedBy::Lease);
    }

    void pausedOutputHasNoLease()
    {
        Session session = playingOn(output(1, "desk"));
        (void)session.apply(Pause{at(15s)});
        session.lose(1, at(25s), at(25s));
        session.expire(at(60s));
        QCOMPARE(session.revision(), 2);
        QVERIFY(session.player()->pausedBy == PausedBy::User);
    }

    void plainOutputIsLost_data()
    {
        QTest::addColumn<bool>("answered");
        QTest::addColumn<milliseconds>("position");
        QTest::addRow("it answered pings") << true << milliseconds(13s);
        QTest::addRow("it never answered") << false << 0ms;
    }
    void plainOutputIsLost()
    {
        QFETCH(bool, answered);
        Session session = playingOn(plain(1));
        join(session, plain(2));
        session.becomePlainOutput(1);
        if (answered)
            session.heardPlain(1, at(23s));
        session.heardPlain(2, at(25s));
        session.lose(2, at(25s), at(25s));
        QVERIFY(!session.player()->paused());
        session.lose(1, at(26s), at(26s));
        QVERIFY(session.player()->pausedBy == PausedBy::Lease);
        QTEST(session.player()->position, "position");
    }

    void plainOutputHandsOver()
    {
        Session session = playingOn(plain(1));
        join(session, plain(2));
        session.becomePlainOutput(1);
        session.becomePlainOutput(2);
        session.becomePlainOutput(77);
        session.lose(1, at(25s), at(25s));
        QVERIFY(!session.player()->paused());
        session.leave(2, std::nullopt, at(30s));
        QVERIFY(session.player()->pausedBy == PausedBy::User);
        QCOMPARE(session.player()->position, milliseconds(20s));
    }

    void nativeOutputPlaysOnWhenThePlainOneIsLost()
    {
        Session session = playingOn(plain(1));
        join(session, output(2, "desk"));
        session.becomePlainOutput(1);
        session.lose(1, at(25s), at(25s));
        QVERIFY(!session.player()->paused());
    }
};

QTEST_GUILESS_MAIN(tst_SyncLease)
#include "tst_sync_lease.moc"
