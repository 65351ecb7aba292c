// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sync/sessions.h"

#include <QTest>

using namespace Sync;
using namespace Sessions;
using Native::Condition;
using std::chrono::milliseconds;

class tst_SyncSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChangeIsOneRevision()
    {
        Session session("e");
        QCOMPARE(session.epoch(), QString("e"));
        QCOMPARE(session.revision(), 0);
        QVERIFY(session.apply(Pause{at(1s)}) == Refusal::NoTrack);
        QVERIFY(session.apply(NewTrack{.trackId = 1}) == Refusal::NoContext);
        QCOMPARE(session.revision(), 0);
        QVERIFY(!session.player());
        QVERIFY(!session.apply(track(1, 10s)));
        QCOMPARE(session.revision(), 1);
        QVERIFY(!session.apply(Pause{at(15s)}));
        QCOMPARE(session.revision(), 2);
        QVERIFY(!session.apply(Pause{at(16s)}));
        QCOMPARE(session.revision(), 2);
        QVERIFY(!session.apply(track(1, 20s)));
        QCOMPARE(session.revision(), 3);
        QCOMPARE(session.player()->playId, quint64(3));
    }

    void lastOutputLeaves_data()
    {
        QTest::addColumn<std::optional<milliseconds>>("told");
        QTest::addColumn<milliseconds>("position");
        QTest::addRow("where it was") << std::optional<milliseconds>(14s) << milliseconds(14s);
        QTest::addRow("without a position") << std::optional<milliseconds>() << milliseconds(20s);
    }
    void lastOutputLeaves()
    {
        QFETCH(std::optional<milliseconds>, told);
        Session session("e");
        join(session, output(1, "desk"));
        join(session, controller(2, "phone"));
        (void)session.apply(track(1, 10s));
        session.leave(1, told, at(30s));
        QVERIFY(session.player()->pausedBy == PausedBy::User);
        QTEST(session.player()->position, "position");
        QCOMPARE(session.revision(), 2);
        QCOMPARE(session.devices().size(), 1);
    }

    void leaving_data()
    {
        // Who is there, what each output says of itself, who leaves, and whether the music goes on.
        QTest::addColumn<QList<Condition>>("outputs");
        QTest::addColumn<int>("controllers");
        QTest::addColumn<int>("leaver");
        QTest::addColumn<bool>("goesOn");
        QTest::addRow("another output sounds")
            << QList{Condition::Sounding, Condition::Sounding} << 0 << 1 << true;
        QTest::addRow("another output loads")
            << QList{Condition::Sounding, Condition::Loading} << 0 << 1 << true;
        QTest::addRow("the other has no such track")
            << QList{Condition::Sounding, Condition::Missing} << 0 << 1 << false;
        QTest::addRow("the other cannot play it")
            << QList{Condition::Sounding, Condition::Failed} << 0 << 1 << false;
        QTest::addRow("the other is silent")
            << QList{Condition::Sounding, Condition::Silent} << 0 << 1 << false;
        QTest::addRow("the silent one leaves")
            << QList{Condition::Sounding, Condition::Silent} << 0 << 2 << true;
        QTest::addRow("a controller leaves") << QList{Condition::Sounding} << 1 << 2 << true;
        QTest::addRow("only controllers stay") << QList{Condition::Sounding} << 2 << 1 << false;
        QTest::addRow("controllers only, one leaves") << QList<Condition>() << 2 << 1 << true;
        QTest::addRow("the last controller leaves an empty room") << QList<Condition>() << 1 << 1 << false;
    }
    void leaving()
    {
        QFETCH(QList<Condition>, outputs);
        QFETCH(int, controllers);
        QFETCH(int, leaver);
        Session session("e");
        ConnectionId last = 0;
        for (qsizetype i = 0; i < outputs.size(); ++i) {
            ++last;
            join(session, output(last, QString::number(last)));
        }
        for (int i = 0; i < controllers; ++i) {
            ++last;
            join(session, controller(last, QString::number(last)));
        }
        (void)session.apply(track(1, 10s));
        for (qsizetype i = 0; i < outputs.size(); ++i)
            confirm(session, ConnectionId(i + 1), 1s, outputs.at(i));
        session.leave(ConnectionId(leaver), std::nullopt, at(20s));
        QFETCH(bool, goesOn);
        QCOMPARE(!session.player()->paused(), goesOn);
        if (!goesOn)
            QCOMPARE(session.player()->position, milliseconds(10s));
    }

    void leavingChangesNothingWhilePaused()
    {
        Session session("e");
        join(session, output(1, "desk"));
        (void)session.apply(track(1, 10s));
        (void)session.apply(Pause{at(15s)});
        session.leave(1, 99s, at(30s));
        QCOMPARE(session.revision(), 2);
        QCOMPARE(session.player()->position, milliseconds(5s));
        session.leave(1, 99s, at(31s));
        session.leave(77, 99s, at(31s));
        QCOMPARE(session.revision(), 2);
    }

    void leavingBeforeAnyTrack()
    {
        Session session("e");
        join(session, output(1, "desk"));
        session.leave(1, 5s, at(30s));
        QVERIFY(!session.player());
        QCOMPARE(session.revision(), 0);
        QVERIFY(session.devices().isEmpty());
    }

    void supersededConnectionHasNoPart()
    {
        Session session("e");
        join(session, output(1, "desk"));
        (void)session.apply(track(1, 10s));
        const auto superseded = session.join(output(2, "desk"), std::nullopt, at(12s));
        QCOMPARE(superseded, std::optional<ConnectionId>(1));
        QCOMPARE(session.devices().size(), 1);

        confirm(session, 1, 77s);
        session.leave(1, 3s, at(13s));
        session.lose(1, at(13s), at(14s));
        session.expire(at(60s));
        QVERIFY(!session.player()->paused());
        QCOMPARE(session.revision(), 1);
    }

    void plainClientsOfOneNameAreSeveral()
    {
        Session session("e");
        QCOMPARE(session.join(plain(1), std::nullopt, at(0s)), std::nullopt);
        QCOMPARE(session.join(plain(2), std::nullopt, at(0s)), std::nullopt);
        QCOMPARE(session.join(output(3, ""), std::nullopt, at(0s)), std::nullopt);
        QCOMPARE(session.devices().size(), 3);
    }

    void devicesAreSorted()
    {
        Session session("e");
        join(session, plain(7));
        join(session, controller(2, "b"));
        join(session, controller(3, "a"));
        join(session, output(4, "z"));
        join(session, plain(5));
        (void)session.apply(track(1, 10s));
        session.becomePlainOutput(5);
        confirm(session, 4, 1s, Condition::Missing);
        QStringList ids;
        for (const Native::Device &device : session.devices())
            ids.append(device.id + (device.output ? "!" : ""));
        QCOMPARE(ids, QStringList({"z!", "plain-5!", "a", "b", "plain-7"}));
        QVERIFY(session.devices().first().condition == Condition::Missing);
    }

    void reportsOfOthersAreIgnored()
    {
        Session session("e");
        join(session, controller(1, "phone"));
        confirm(session, 1, 1s);
        confirm(session, 99, 1s);
        QVERIFY(session.devices().first().condition == Condition::Idle);
    }
};

QTEST_GUILESS_MAIN(tst_SyncSession)
#include "tst_sync_session.moc"
