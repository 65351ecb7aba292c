// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"
#include "sync/session/queue.h"

#include <QTest>

#include <random>

using namespace Sync;

namespace {

const Context album{.fromIs = "album", .fromIsId = 7};
const Context search{.fromIs = "search", .fromIsId = 0};

QList<TrackId> tracksOf(const QList<QueueItem> &items)
{
    QList<TrackId> tracks;
    for (const QueueItem &item : items)
        tracks.append(item.track);
    return tracks;
}

QList<TrackId> tracksOf(const Queue &queue) { return tracksOf(queue.items()); }

/// Tracks 1 to @p count, as items 1 to @p count; number @p current plays.
Queue queueOf(int count, int current = 1)
{
    QList<TrackId> tracks;
    for (int i = 1; i <= count; ++i)
        tracks.append(TrackId(i));
    Queue queue;
    queue.replace(tracks, album, current - 1);
    return queue;
}

TrackId after(const Queue &queue, bool wraps = false)
{
    const auto item = queue.following(wraps);
    return item ? item->track : 0;
}

TrackId before(const Queue &queue, bool wraps = false)
{
    const auto item = queue.preceding(wraps);
    return item ? item->track : 0;
}

using Edit = void (*)(Queue &);
using Tracks = QList<TrackId>;

} // namespace

class tst_SyncQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edits_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<Tracks>("tracks");
        QTest::addColumn<TrackId>("next");
        const auto row = [](const char *name, Edit edit, const Tracks &tracks, TrackId next) {
            QTest::addRow("%s", name) << edit << tracks << next;
        };
        // Five tracks, the second plays.
        row("nothing", [](Queue &) { }, {1, 2, 3, 4, 5}, 3);
        row("next", [](Queue &q) { q.insertNext({8, 9}, search); }, {1, 2, 8, 9, 3, 4, 5}, 8);
        row("end", [](Queue &q) { q.insert({8, 9}, search, 0); }, {1, 2, 3, 4, 5, 8, 9}, 3);
        row("before one", [](Queue &q) { q.insert({8}, search, 1); }, {8, 1, 2, 3, 4, 5}, 3);
        row("before one that is gone", [](Queue &q) { q.insert({8}, search, 77); }, {1, 2, 3, 4, 5, 8}, 3);
        row("down", [](Queue &q) { q.move({1}, 4); }, {2, 3, 1, 4, 5}, 3);
        row("up", [](Queue &q) { q.move({5}, 1); }, {5, 1, 2, 3, 4}, 3);
        row("to the end", [](Queue &q) { q.move({1, 3}, 0); }, {2, 4, 5, 1, 3}, 4);
        row("several, turned round", [](Queue &q) { q.move({4, 3}, 1); }, {4, 3, 1, 2, 5}, 5);
        row("in front of itself", [](Queue &q) { q.move({3}, 3); }, {1, 2, 3, 4, 5}, 3);
        row("named twice", [](Queue &q) { q.move({5, 5}, 1); }, {5, 1, 2, 3, 4}, 3);
        row("one that is gone", [](Queue &q) { q.move({77}, 1); }, {1, 2, 3, 4, 5}, 3);
        row("the current one", [](Queue &q) { q.move({2}, 0); }, {1, 3, 4, 5, 2}, 0);
        row("remove", [](Queue &q) { q.remove({1, 4, 77}); }, {2, 3, 5}, 3);
        row("remove the current one", [](Queue &q) { q.remove({2}); }, {1, 3, 4, 5}, 3);
        row("remove it and what follows", [](Queue &q) { q.remove({2, 3}); }, {1, 4, 5}, 4);
        row(
            "remove it, then what follows",
            [](Queue &q) {
                q.remove({2});
                q.remove({3, 4});
            },
            {1, 5}, 5);
        row(
            "remove it, then play another next",
            [](Queue &q) {
                q.remove({2});
                q.insertNext({9}, search);
            },
            {1, 9, 3, 4, 5}, 9);
        row("remove all", [](Queue &q) { q.remove({1, 2, 3, 4, 5}); }, {}, 0);
        row("clear", [](Queue &q) { q.clear(); }, {2}, 0);
    }
    void edits()
    {
        QFETCH(Edit, edit);
        Queue queue = queueOf(5, 2);
        edit(queue);
        QTEST(tracksOf(queue), "tracks");
        QTEST(after(queue), "next");
        QCOMPARE(queue.current(), QueueItemId(2));
    }

    void ends()
    {
        const Queue one = queueOf(3, 3);
        QCOMPARE(after(one), TrackId(0));
        QCOMPARE(after(one, true), TrackId(1));
        QCOMPARE(before(one), TrackId(2));
        const Queue other = queueOf(3, 1);
        QCOMPARE(before(other), TrackId(0));
        QCOMPARE(before(other, true), TrackId(3));
        QCOMPARE(after(Queue(), true), TrackId(0));
        QCOMPARE(before(Queue(), true), TrackId(0));
    }

    void removedCurrentHasNeighbours()
    {
        Queue queue = queueOf(4, 3);
        queue.remove({3});
        QCOMPARE(before(queue), TrackId(2));
        QCOMPARE(after(queue), TrackId(4));
        queue.remove({4});
        QCOMPARE(before(queue), TrackId(2));
        QCOMPARE(after(queue), TrackId(0));
    }

    void shuffleTakesEachOnce()
    {
        Queue queue = queueOf(100, 40);
        queue.shuffle(1);
        Tracks tracks = tracksOf(queue);
        QCOMPARE(tracks.first(), TrackId(40));
        QVERIFY(tracks.mid(1, 5) != Tracks({41, 42, 43, 44, 45}));
        std::ranges::sort(tracks);
        QCOMPARE(tracks, tracksOf(queueOf(100)));
        Queue again = queueOf(100, 40);
        again.shuffle(2);
        QVERIFY(tracksOf(again) != tracksOf(queue));
    }

    void straightenedIsAsBefore()
    {
        Queue queue = queueOf(20, 5);
        queue.shuffle(3);
        queue.setCurrent(queue.items().at(7).id);
        queue.shuffle(4);
        queue.straighten();
        QCOMPARE(tracksOf(queue), tracksOf(queueOf(20)));
        QVERIFY(queue.straight().isEmpty());
    }

    void whatIsQueuedWhileShuffledHasItsPlace()
    {
        Queue queue = queueOf(6, 3);
        queue.shuffle(5);
        queue.insertNext({70}, search);
        queue.insert({80}, search, 0);
        queue.remove({1});
        QCOMPARE(tracksOf(queue).at(1), TrackId(70));
        QCOMPARE(tracksOf(queue).last(), TrackId(80));
        queue.straighten();
        QCOMPARE(tracksOf(queue), Tracks({2, 3, 70, 4, 5, 6, 80}));
    }

    void largeContextsAreTakenInPart_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<TrackId>("first");
        QTest::addRow("from the start") << 0 << TrackId(0);
        QTest::addRow("within") << 50'000 << TrackId(49'000);
        QTest::addRow("last") << 99'999 << TrackId(90'000);
    }
    void largeContextsAreTakenInPart()
    {
        QFETCH(int, index);
        Tracks tracks;
        for (TrackId i = 0; i < 100'000; ++i)
            tracks.append(i);
        Queue queue;
        queue.replace(tracks, album, index);
        QCOMPARE(queue.items().size(), Limits::queueItems);
        QCOMPARE(queue.item(queue.current())->track, TrackId(index));
        QTEST(queue.items().first().track, "first");
    }

    void idsAreNotUsedAgain()
    {
        Queue queue = queueOf(3);
        queue.remove({3});
        queue.insert({9}, search, 0);
        QCOMPARE(queue.items().last().id, QueueItemId(4));
        queue.replace({1}, album, 0);
        QCOMPARE(queue.current(), QueueItemId(5));
    }

    void splices()
    {
        // Whatever becomes what, the splice between them says it.
        std::mt19937 random(1);
        for (int round = 0; round < 500; ++round) {
            Queue queue = queueOf(int(random() % 8));
            const QList<QueueItem> from = queue.items();
            for (int step = 0; step < 3; ++step) {
                switch (random() % 4) {
                case 0:
                    queue.insert({100 + random() % 9}, search, random() % 9);
                    break;
                case 1:
                    queue.remove({random() % 9});
                    break;
                case 2:
                    queue.move({random() % 9, random() % 9}, random() % 9);
                    break;
                case 3:
                    queue.shuffle(random());
                    break;
                }
            }
            QList<QueueItem> items = from;
            QVERIFY(apply(spliceBetween(from, queue.items()), items));
            QCOMPARE(items, queue.items());
        }
        const Queue queue = queueOf(5);
        QCOMPARE(spliceBetween(queue.items(), queue.items()), (Splice{.at = 5}));
    }

    void splicesThatDoNotFit_data()
    {
        QTest::addColumn<qsizetype>("at");
        QTest::addColumn<qsizetype>("removed");
        QTest::addRow("behind the end") << qsizetype(4) << qsizetype(0);
        QTest::addRow("too many") << qsizetype(2) << qsizetype(2);
        QTest::addRow("before the start") << qsizetype(-1) << qsizetype(0);
        QTest::addRow("less than none") << qsizetype(0) << qsizetype(-1);
    }
    void splicesThatDoNotFit()
    {
        QFETCH(qsizetype, at);
        QFETCH(qsizetype, removed);
        QList<QueueItem> items = queueOf(3).items();
        QVERIFY(!apply({.at = at, .removed = removed, .inserted = items}, items));
        QCOMPARE(items, queueOf(3).items());
    }

    void twoThatWentApartAreMerged()
    {
        const Queue base = queueOf(4); // 1 to 4
        Queue kept = base;
        kept.remove({2});
        kept.insert({70}, album, 4);
        Queue other = base;
        other.remove({3});
        other.insert({80, 81}, album, 2);
        other.insert({90}, album, 0);
        const Queue merged = kept.mergedWith(other, base);
        QList<TrackId> tracks;
        for (const QueueItem &item : merged.items())
            tracks.append(item.track);
        const TrackId first = base.items().first().track;
        const TrackId last = base.items().last().track;
        QCOMPARE(tracks, (QList<TrackId>{first, 80, 81, 70, last, 90}));
        // Both had numbered what they added from the same number on.
        QVERIFY(Queue::from(merged.items(), {}, merged.current(), merged.lastId()));
    }

    void whatPlaysStaysInTheMergedQueue()
    {
        const Queue base = queueOf(3);
        Queue other = base;
        other.clear();
        other.remove({1, 2, 3});
        const Queue merged = base.mergedWith(other, base);
        QCOMPARE(merged.items().size(), 1);
        QCOMPARE(merged.items().first().id, base.current());
    }

    void mergedWhileShuffled()
    {
        const Queue base = queueOf(3);
        Queue kept = base;
        kept.shuffle(5);
        Queue other = base;
        other.insert({80}, album, 0);
        const Queue merged = kept.mergedWith(other, base);
        QCOMPARE(merged.items().size(), 4);
        QCOMPARE(merged.straight().size(), 4);
        QVERIFY(Queue::from(merged.items(), merged.straight(), merged.current(), merged.lastId()));
    }

    void partsThatDoNotFit_data()
    {
        QTest::addColumn<QList<QueueItemId>>("ids");
        QTest::addColumn<QList<QueueItemId>>("straight");
        QTest::addColumn<QueueItemId>("current");
        QTest::addColumn<bool>("fit");
        using Ids = QList<QueueItemId>;
        QTest::addRow("empty") << Ids() << Ids() << QueueItemId(0) << true;
        QTest::addRow("in order") << Ids{1, 2, 3} << Ids() << QueueItemId(2) << true;
        QTest::addRow("shuffled") << Ids{3, 1, 2} << Ids{1, 2, 3} << QueueItemId(2) << true;
        QTest::addRow("current removed") << Ids{1, 3} << Ids() << QueueItemId(2) << true;
        QTest::addRow("twice") << Ids{1, 1} << Ids() << QueueItemId(1) << false;
        QTest::addRow("zero") << Ids{0, 1} << Ids() << QueueItemId(1) << false;
        QTest::addRow("from the future") << Ids{1, 10} << Ids() << QueueItemId(1) << false;
        QTest::addRow("current from the future") << Ids{1} << Ids() << QueueItemId(10) << false;
        QTest::addRow("another straight order") << Ids{3, 1, 2} << Ids{1, 2, 4} << QueueItemId(2) << false;
    }
    void partsThatDoNotFit()
    {
        QFETCH(QList<QueueItemId>, ids);
        QFETCH(QList<QueueItemId>, straight);
        QFETCH(QueueItemId, current);
        QList<QueueItem> items;
        for (const QueueItemId id : ids)
            items.append({.id = id, .track = 1, .context = album});
        QTEST(Queue::from(items, straight, current, 9).has_value(), "fit");
    }
};

QTEST_GUILESS_MAIN(tst_SyncQueue)
#include "tst_sync_queue.moc"
