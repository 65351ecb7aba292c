// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"
#include "tests/unit/sync/sessions.h"

#include <QTest>

using namespace Sync;
using namespace Sessions;
using std::chrono::milliseconds;

namespace {

const Context album{.fromIs = "album", .fromIsId = 2};
const Context search{.fromIs = "search", .fromIsId = 0};
const QList<TrackId> fiveTracks{1, 2, 3, 4, 5};

/// Plays the second of five tracks since second 10.
Session playing()
{
    Session session("e");
    (void)session.play(std::get<NewTrack>(track(2, 10s)), fiveTracks);
    return session;
}

QList<TrackId> queued(const Session &session)
{
    QList<TrackId> tracks;
    for (const QueueItem &item : session.queue().items())
        tracks.append(item.track);
    return tracks;
}

void goOn(Session &session, milliseconds time)
{
    session.startNewRound();
    if (const auto item = session.next())
        session.goTo(*item, 0ms, at(time));
}

} // namespace

class tst_SyncSessionQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void playQueuesItsContext()
    {
        const Session session = playing();
        QCOMPARE(queued(session), fiveTracks);
        QCOMPARE(session.player()->trackId, TrackId(2));
        QCOMPARE(session.player()->item, session.queue().current());
        QCOMPARE(session.next()->track, TrackId(3));
        QCOMPARE(session.revision(), 1);
        QCOMPARE(session.queueRevision(), 1);
    }

    void trackOutsideItsContextPlaysAlone()
    {
        Session session("e");
        (void)session.play(std::get<NewTrack>(track(9, 10s)), fiveTracks);
        QCOMPARE(queued(session), QList<TrackId>{9});
        QVERIFY(!session.next());
    }

    void refusedPlayQueuesNothing()
    {
        Session session("e");
        QVERIFY(session.play({.trackId = 1}, fiveTracks) == Refusal::NoContext);
        QVERIFY(queued(session).isEmpty());
        QCOMPARE(session.queueRevision(), 0);
    }

    void continueKeepsTheQueue()
    {
        Session session = playing();
        (void)session.edit(Native::Enqueue{.tracks = {9}, .context = search, .place = Native::Place::Next});
        const qint64 before = session.queueRevision();
        QVERIFY(session.continueWith({.trackId = 4, .at = at(20s)}));
        QCOMPARE(session.player()->trackId, TrackId(4));
        QCOMPARE(session.next()->track, TrackId(5));
        QVERIFY(session.continueWith({.trackId = 1, .at = at(21s)})); // back, too
        QVERIFY(!session.continueWith({.trackId = 9, .at = at(22s)})); // queued from elsewhere
        QVERIFY(!session.continueWith({.trackId = 77, .at = at(23s)}));
        QCOMPARE(session.player()->trackId, TrackId(1));
        QCOMPARE(session.queueRevision(), before);
    }

    void contextIsWhereTheItemIsFrom()
    {
        Session session = playing();
        (void)session.edit(Native::Enqueue{.tracks = {9}, .context = search, .place = Native::Place::Next});
        goOn(session, 20s);
        QCOMPARE(session.player()->context, search);
        goOn(session, 30s);
        QCOMPARE(session.player()->context, album);
        QCOMPARE(session.player()->trackId, TrackId(3));
    }

    void theEndOfATrack_data()
    {
        QTest::addColumn<TrackId>("current");
        QTest::addColumn<Modes>("modes");
        QTest::addColumn<TrackId>("next");
        QTest::addColumn<bool>("pauses");
        QTest::addRow("goes on") << TrackId(2) << Modes() << TrackId(3) << false;
        QTest::addRow("last") << TrackId(5) << Modes() << TrackId(0) << true;
        QTest::addRow("last, repeat all")
            << TrackId(5) << Modes{.repeat = Repeat::All} << TrackId(1) << false;
        QTest::addRow("repeat one") << TrackId(2) << Modes{.repeat = Repeat::One} << TrackId(2) << false;
        QTest::addRow("stop after") << TrackId(2) << Modes{.stopAfter = true} << TrackId(3) << true;
        QTest::addRow("stop after the last") << TrackId(5) << Modes{.stopAfter = true} << TrackId(0) << true;
        QTest::addRow("stop after, repeat one")
            << TrackId(2) << Modes{.repeat = Repeat::One, .stopAfter = true} << TrackId(3) << true;
    }
    void theEndOfATrack()
    {
        QFETCH(TrackId, current);
        QFETCH(Modes, modes);
        Session session("e");
        (void)session.play(std::get<NewTrack>(track(current, 10s)), fiveTracks);
        session.setModes({.repeat = modes.repeat, .stopAfter = modes.stopAfter});
        const AfterEnd after = session.afterEnd();
        QTEST(after.item ? after.item->track : 0, "next");
        QTEST(after.pauses, "pauses");
    }

    void previousGoesBackOrToTheStart()
    {
        const Session session = playing();
        QCOMPARE(session.previous(at(12s))->track, TrackId(1));
        QVERIFY(!session.previous(at(14s)));
    }

    void shufflePlaysEachOnceAndAnewAfterwards()
    {
        Session session = playing();
        session.setModes({.shuffle = true, .repeat = Repeat::All});
        QCOMPARE(session.player()->trackId, TrackId(2));
        QSet<TrackId> heard{2};
        for (int i = 0; i < 4; ++i) {
            goOn(session, 20s);
            QVERIFY(!heard.contains(session.player()->trackId));
            heard.insert(session.player()->trackId);
        }
        const TrackId last = session.player()->trackId;
        goOn(session, 20s);
        QVERIFY(session.player()->trackId != last); // not the same one twice in a row
        session.setModes({.shuffle = false});
        QCOMPARE(queued(session), fiveTracks);
    }

    void undoAndRedo()
    {
        Session session = playing();
        QVERIFY(session.edit(Native::Redo{}) == Refusal::NothingToRedo);
        const QueueItemId third = session.queue().items().at(2).id;
        (void)session.edit(Native::Remove{.items = {third}});
        (void)session.edit(Native::Clear{});
        QCOMPARE(queued(session), QList<TrackId>{2});
        QVERIFY(!session.edit(Native::Undo{}));
        QCOMPARE(queued(session), QList<TrackId>({1, 2, 4, 5}));
        QVERIFY(!session.edit(Native::Undo{}));
        QCOMPARE(queued(session), fiveTracks);
        QVERIFY(!session.edit(Native::Redo{}));
        QCOMPARE(queued(session), QList<TrackId>({1, 2, 4, 5}));
        QCOMPARE(session.player()->trackId, TrackId(2)); // through all of it
        (void)session.edit(Native::Clear{});
        QVERIFY(!session.canRedo());
    }

    void undoOfAReplacedQueue()
    {
        Session session = playing();
        (void)session.play(std::get<NewTrack>(track(8, 20s)), {7, 8, 9});
        QVERIFY(!session.edit(Native::Undo{}));
        QCOMPARE(queued(session), fiveTracks);
        QCOMPARE(session.player()->trackId, TrackId(8)); // what plays goes on
        QVERIFY(!session.edit(Native::Undo{}));
        QVERIFY(session.edit(Native::Undo{}) == Refusal::NothingToUndo);
    }

    void undoIsBounded()
    {
        Session session = playing();
        for (int i = 0; i < 2 * Limits::undoSteps; ++i)
            (void)session.edit(Native::Enqueue{.tracks = {9}, .context = search});
        int undone = 0;
        while (!session.edit(Native::Undo{}))
            ++undone;
        QCOMPARE(undone, int(Limits::undoSteps));
    }

    void fullQueueRefuses()
    {
        Session session = playing();
        const Native::Enqueue many{.tracks = QList<TrackId>(Limits::idsInMessage, 9), .context = search};
        std::optional<Refusal> refusal;
        while (!refusal)
            refusal = session.edit(many);
        QVERIFY(refusal == Refusal::QueueFull);
        QVERIFY(session.queue().items().size() <= Limits::queueItems);
    }

    void whatChangesNothingIsNoRevision()
    {
        Session session = playing();
        const qint64 revision = session.revision();
        const qint64 queueRevision = session.queueRevision();
        (void)session.edit(Native::Remove{.items = {777}});
        (void)session.edit(Native::Move{.items = {session.queue().items().last().id}, .before = 0});
        session.setModes({.shuffle = false, .repeat = Repeat::Off});
        QCOMPARE(session.revision(), revision);
        QCOMPARE(session.queueRevision(), queueRevision);
    }

    void survivesARestart()
    {
        Session session = playing();
        session.setModes({.shuffle = true, .repeat = Repeat::All});
        (void)session.edit(Native::Enqueue{.tracks = {9}, .context = search});
        goOn(session, 20s);
        const auto restored =
            Session::restored(session.record({.now = at(30s), .wallOffset = {}}, true), at(1h));
        const auto &again = std::get<Session>(restored);
        QVERIFY(again.queue() == session.queue());
        QVERIFY(again.modes() == session.modes());
        QCOMPARE(again.player()->item, session.player()->item);
        QVERIFY(!session.record({.now = at(30s), .wallOffset = {}}, false).queue);
    }

    void damagedQueues_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addRow("not JSON") << QByteArray("{");
        QTest::addRow("no ids") << QByteArray("{\"straight\":[],\"last_id\":3}");
        QTest::addRow("lengths differ")
            << QByteArray("{\"straight\":[],\"last_id\":3,\"items\":[1,2],\"tracks\":[1],\"contexts\":[]}");
        QTest::addRow("no contexts") << QByteArray(
            "{\"straight\":[],\"last_id\":3,\"items\":[1],\"tracks\":[1],\"contexts\":[]}");
        QTest::addRow("twice") << QByteArray(
            "{\"straight\":[],\"last_id\":3,\"items\":[1,1],\"tracks\":[1,2],"
            "\"contexts\":[{\"count\":2,\"from_is\":\"album\",\"from_is_id\":1}]}");
    }
    void damagedQueues()
    {
        QFETCH(QByteArray, json);
        Record record = playing().record({.now = at(30s), .wallOffset = {}}, true);
        record.queue = json;
        const auto result = Session::restored(record, at(1h));
        QVERIFY(std::holds_alternative<ParseError>(result));
        QVERIFY(!std::get<ParseError>(result).reason.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_SyncSessionQueue)
#include "tst_sync_sessionqueue.moc"
