// SPDX-License-Identifier: Apache-2.0
#include "sync/session/upcoming.h"

#include <QTest>

using namespace Sync;

class UpcomingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tells_data()
    {
        QTest::addColumn<QueueItemId>("current");
        QTest::addColumn<Modes>("modes");
        QTest::addColumn<QueueItemId>("next"); // 0: nothing

        QTest::newRow("in order") << QueueItemId(1) << Modes{} << QueueItemId(2);
        QTest::newRow("the last") << QueueItemId(3) << Modes{} << QueueItemId(0);
        QTest::newRow("around") << QueueItemId(3) << Modes{.repeat = Repeat::All} << QueueItemId(1);
        QTest::newRow("again") << QueueItemId(2) << Modes{.repeat = Repeat::One} << QueueItemId(2);
        QTest::newRow("shuffled") << QueueItemId(1) << Modes{.shuffle = true} << QueueItemId(2);
        QTest::newRow("shuffled anew")
            << QueueItemId(3) << Modes{.shuffle = true, .repeat = Repeat::All} << QueueItemId(0);
        QTest::newRow("it stops") << QueueItemId(1) << Modes{.stopAfter = true} << QueueItemId(0);
        QTest::newRow("removed") << QueueItemId(9) << Modes{} << QueueItemId(0);
    }

    void tells()
    {
        QFETCH(const QueueItemId, current);
        QFETCH(const Modes, modes);
        const QList<QueueItem> items{{.id = 1, .track = 11}, {.id = 2, .track = 12}, {.id = 3, .track = 13}};
        const auto next = upcoming(items, current, modes);
        QTEST(next ? next->id : 0, "next");
    }
};

QTEST_APPLESS_MAIN(UpcomingTest)
#include "tst_sync_upcoming.moc"
