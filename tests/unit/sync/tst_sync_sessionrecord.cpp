// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sync/json.h"
#include "tests/unit/sync/sessions.h"

#include <QTest>

using namespace Sync;
using namespace Sessions;
using Native::Playing;
using std::chrono::milliseconds;

namespace {

Record storedAt(const Session &session, milliseconds time)
{
    return session.record({.now = at(time), .wallOffset = {}}, true);
}

Session restoredFrom(const Record &record, milliseconds time = 1h)
{
    return std::get<Session>(Session::restored(record, at(time)));
}

} // namespace

class tst_SyncSessionRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingYet()
    {
        const Session session("e");
        const Record record = storedAt(session, 5s);
        QCOMPARE(record.epoch, QString("e"));
        QCOMPARE(record.revision, 0);
        const Session again = restoredFrom(record);
        QVERIFY(!again.player());
        QCOMPARE(again.epoch(), QString("e"));
        QCOMPARE(again.revision(), 0);
    }

    void pausedSessionIsAsItWas()
    {
        Session session("e");
        (void)session.apply(
            NewTrack{.trackId = 4, .fromIs = "playlist", .fromIsId = 9, .duration = 200s, .at = at(0s)});
        (void)session.apply(Pause{at(5s)});
        const Session again = restoredFrom(storedAt(session, 5h));
        QVERIFY(again.player());
        QVERIFY(again.player()->pausedBy == PausedBy::User);
        QCOMPARE(again.player()->trackId, TrackId(4));
        QVERIFY(again.player()->context == session.player()->context);
        QCOMPARE(again.player()->position, milliseconds(5s));
        QCOMPARE(again.player()->duration, milliseconds(200s));
        QCOMPARE(again.player()->playId, session.player()->playId);
        QVERIFY(again.player()->since == at(1h));
    }

    void playingSessionIsPausedWhereItWasConfirmed_data()
    {
        QTest::addColumn<QList<Member>>("members");
        QTest::addColumn<milliseconds>("position");
        QTest::addRow("an output that reports") << QList{output(1, "desk")} << milliseconds(4s);
        QTest::addRow("two, of which one reports")
            << QList{output(1, "desk"), output(2, "den"), output(3, "tv")} << milliseconds(4s);
        QTest::addRow("an output that does not") << QList{output(2, "den")} << 0ms;
        QTest::addRow("no output") << QList{controller(2, "phone")} << milliseconds(20s);
        QTest::addRow("nobody") << QList<Member>() << milliseconds(20s);
    }
    void playingSessionIsPausedWhereItWasConfirmed()
    {
        QFETCH(QList<Member>, members);
        Session session("e");
        for (const Member &member : members)
            join(session, member);
        (void)session.apply(track(1, 10s));
        confirm(session, 1, 4s);
        const Session again = restoredFrom(storedAt(session, 30s));
        QVERIFY(again.player()->pausedBy == PausedBy::Lease);
        QTEST(again.player()->position, "position");
        QTEST(positionAt(*again.player(), at(10h)), "position");
    }

    void nothingLostInACrashIsNumberedAgain()
    {
        Session session("e");
        (void)session.apply(track(1, 10s));
        const Record stored = storedAt(session, 30s);
        for (int lost = 0; lost < 100; ++lost)
            (void)session.apply(track(2, 11s));
        Session again = restoredFrom(stored);
        QVERIFY(again.revision() > session.revision());
        (void)again.apply(track(3, 40s));
        QVERIFY(again.player()->playId > session.player()->playId);
    }

    void leasePauseStaysOne()
    {
        Session session("e");
        (void)session.apply(track(1, 10s));
        (void)session.apply(Pause{.at = at(15s), .by = PausedBy::Lease});
        const Session again = restoredFrom(storedAt(session, 30s));
        QVERIFY(again.player()->pausedBy == PausedBy::Lease);
        QCOMPARE(again.player()->position, milliseconds(5s));
    }

    void outputThatPlayedOnTakesItBack_data()
    {
        QTest::addColumn<QString>("epoch");
        QTest::addColumn<bool>("takesBack");
        QTest::addRow("same epoch") << "e" << true;
        QTest::addRow("wrong epoch") << "other" << false;
    }
    void outputThatPlayedOnTakesItBack()
    {
        QFETCH(QString, epoch);
        Session session("e");
        (void)session.apply(track(1, 10s));
        Session again = restoredFrom(storedAt(session, 30s), 1h);
        const quint64 playId = again.player()->playId;
        (void)again.join(output(1, "desk"), Playing{epoch, playId, 40s}, at(1h + 5s));
        QFETCH(bool, takesBack);
        QCOMPARE(!again.player()->paused(), takesBack);
        QCOMPARE(again.player()->position, takesBack ? milliseconds(40s) : milliseconds(20s));
    }

    void otherHubAdoptsItAsItIs()
    {
        Session session("e");
        join(session, output(1, "desk"));
        (void)session.play({.trackId = 4, .fromIs = "album", .fromIsId = 2, .duration = 200s, .at = at(10s)},
                           {4, 5});
        const Record stored = session.record({.now = at(15s), .wallOffset = {}}, true,
                                             SharedTimes{.offset = 1000s, .changedAt = at(10s)});
        Session other("another");
        join(other, output(7, "den"));
        const auto [adopted, changedAt, confirmed] = std::get<Adopted>(other.adopting(stored, 400s));
        QCOMPARE(adopted.version(), session.version());
        QVERIFY(!adopted.player()->paused());
        QVERIFY(adopted.player()->since == at(610s)); // the same moment on its own clock
        QVERIFY(positionAt(*adopted.player(), at(620s)) == 10s);
        QCOMPARE(adopted.queue().items(), session.queue().items());
        QCOMPARE(adopted.queueRevision(), session.queueRevision());
        QVERIFY(adopted.member(7) && !adopted.member(1)); // who is here stays
        QVERIFY(changedAt == at(610s));
        QVERIFY(confirmed == 0ms);
    }

    void choiceOfAnotherHubCounts()
    {
        Session session("e");
        (void)session.apply(track(1, 10s));
        join(session, output(1, "desk"));
        const auto stored = [&session](bool withQueue) {
            return session.record({.now = at(15s), .wallOffset = {}}, withQueue,
                                  SharedTimes{.offset = 0s, .changedAt = at(10s)});
        };
        Session other("e");
        join(other, output(7, "den"));
        other = std::get<Adopted>(other.adopting(stored(true), 0s)).session;
        QVERIFY(other.member(7)->active); // nobody has chosen yet
        (void)session.choose({"desk"}, at(16s));
        other = std::get<Adopted>(other.adopting(stored(false), 0s)).session;
        QVERIFY(!other.member(7)->active);
    }

    void withoutItsQueueAnotherOneMakesNoSense()
    {
        Session session("e");
        (void)session.play({.trackId = 4, .fromIs = "album", .fromIsId = 2, .at = at(10s)}, {4, 5});
        const Record stored = session.record({.now = at(15s), .wallOffset = {}}, false,
                                             SharedTimes{.offset = 0s, .changedAt = at(10s)});
        const auto adopted = Session("e").adopting(stored, 0s);
        QCOMPARE(std::get<ParseError>(adopted).field, "queue");
    }

    void devicesElsewhereAreMembers()
    {
        Session session("e");
        join(session, output(1, "desk"));
        (void)session.apply(track(1, 10s));
        QVERIFY(session.setGuests("hub-b", {output(1, "den"), controller(2, "phone")}).isEmpty());
        QCOMPARE(session.devices().size(), 3);
        QCOMPARE(session.ownMembers().size(), 1);
        session.leave(1, std::nullopt, at(20s));
        QVERIFY(!session.player()->paused()); // the den sounds
        session.loseGuests("hub-b", at(21s), at(25s));
        session.expire(at(29s));
        QVERIFY(!session.player()->paused());
        session.expire(at(31s));
        QVERIFY(session.player()->pausedBy == PausedBy::Lease);
    }

    void goodbyesAtTwoHubsAtOncePause()
    {
        Session session("e");
        join(session, output(1, "desk"));
        (void)session.apply(track(1, 10s));
        (void)session.setGuests("hub-b", {output(4, "den")});
        session.leave(1, std::nullopt, at(20s));
        session.leaveGuest("hub-c", 4, std::nullopt, at(21s)); // of that hub there is none
        QVERIFY(!session.player()->paused());
        session.leaveGuest("hub-b", 4, std::nullopt, at(21s));
        QVERIFY(session.player()->pausedBy == PausedBy::User);
    }

    void whoIsAtTwoHubsIsAtTheLater_data()
    {
        QTest::addColumn<int>("sinceS");
        QTest::addColumn<bool>("moves");
        QTest::addRow("there later") << 20 << true;
        QTest::addRow("here later") << 5 << false;
    }
    void whoIsAtTwoHubsIsAtTheLater()
    {
        QFETCH(int, sinceS);
        QFETCH(bool, moves);
        Session session("e");
        (void)session.join(output(1, "desk"), std::nullopt, at(10s));
        Member guest = output(9, "desk");
        guest.since = at(std::chrono::seconds(sinceS));
        QCOMPARE(session.setGuests("hub-b", {guest}), moves ? QList<ConnectionId>{1} : QList<ConnectionId>());
        QCOMPARE(session.devices().size(), 1);
        QCOMPARE(session.ownMembers().isEmpty(), moves);
    }

    void damaged_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const char *json, const char *field) {
            QTest::addRow("%s", name) << quoted(json) << QString(field);
        };
        row("empty", "", "");
        row("not JSON", "song", "");
        row("an array", "[]", "");
        row("id is text", "{'track_id':'1'}", "track_id");
        row("half", "{'track_id':1}", "from_is");
        row("negative position",
            "{'track_id':1,'from_is':'a','from_is_id':1,'playing':true,'position_ms':-1,'play_id':1,'"
            "duration_ms':0}",
            "position_ms");
    }
    void damaged()
    {
        QFETCH(QByteArray, json);
        const auto result = Session::restored({.epoch = "e", .revision = 5, .session = json}, at(0s));
        QVERIFY(std::holds_alternative<ParseError>(result));
        QTEST(std::get<ParseError>(result).field, "field");
    }
};

QTEST_GUILESS_MAIN(tst_SyncSessionRecord)
#include "tst_sync_sessionrecord.moc"
