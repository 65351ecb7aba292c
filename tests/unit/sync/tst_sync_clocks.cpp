// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"
#include "sync/link/backoff.h"
#include "sync/session/hubclock.h"

#include <QTest>

using namespace Sync;
using namespace std::chrono_literals;
using std::chrono::microseconds;
using std::chrono::milliseconds;

class tst_SyncClocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hubClockOnlyGrows()
    {
        const HubTime first = HubClock::now();
        QVERIFY(first > HubTime());
        QVERIFY(HubClock::now() >= first);
    }

    void wallAndHubTimeAreInverse_data()
    {
        QTest::addColumn<qint64>("offset");
        for (const qint64 offset : {0LL, 1LL, 999LL, 1652087352000123LL, -1652087352000777LL})
            QTest::addRow("%lld us", offset) << offset;
    }
    void wallAndHubTimeAreInverse()
    {
        QFETCH(qint64, offset);
        const Instant instant{.now = HubTime(500s), .wallOffset = microseconds(offset)};
        for (const qint64 ms : {0LL, 1LL, 999LL, 1652087352000LL, -5LL}) {
            const WallTime time{milliseconds(ms)};
            QVERIFY(instant.wall(instant.hub(time)) == time);
            QVERIFY(instant.hub(time + 7ms) - instant.hub(time) == 7ms);
        }
    }

    void wallClock_data()
    {
        QTest::addColumn<milliseconds>("step");
        QTest::addColumn<bool>("kept");
        QTest::addRow("steady") << 0ms << true;
        QTest::addRow("50 ms ahead") << 50ms << true;
        QTest::addRow("50 ms back") << -50ms << true;
        QTest::addRow("51 ms ahead") << 51ms << false;
        QTest::addRow("51 ms back") << -51ms << false;
        QTest::addRow("an hour back") << milliseconds(-1h) << false;
        QTest::addRow("years ahead") << milliseconds(24h * 3650) << false;
    }
    void wallClock()
    {
        QFETCH(milliseconds, step);
        QFETCH(bool, kept);
        const WallTime wall(1652087352s);
        const Instant first = read({}, HubTime(100s), wall);
        QVERIFY(first.wall() == wall);
        const Instant second = read(first, HubTime(110s), wall + 10s + step);
        QVERIFY(second.now == HubTime(110s));
        QVERIFY(second.wall() == wall + 10s + (kept ? 0ms : step));
        // Hub times do not move, whatever the wall clock does.
        QVERIFY(second.hub(second.wall()) == HubTime(110s));
    }

    void backoff_data()
    {
        QTest::addColumn<int>("attempt");
        QTest::addColumn<milliseconds>("least");
        QTest::addColumn<milliseconds>("most");
        QTest::addRow("first") << 0 << 250ms << 250ms;
        QTest::addRow("second") << 1 << 250ms << 500ms;
        QTest::addRow("third") << 2 << 500ms << 1000ms;
        QTest::addRow("fifth") << 4 << 2000ms << 4000ms;
        QTest::addRow("sixth") << 5 << 2500ms << 5000ms;
        QTest::addRow("after days") << 1'000'000 << 2500ms << 5000ms;
        QTest::addRow("nonsense") << -1 << 250ms << 250ms;
    }
    void backoff()
    {
        QFETCH(int, attempt);
        QTEST(Sync::backoff(attempt, 0), "least");
        QFETCH(milliseconds, most);
        QVERIFY(Sync::backoff(attempt, 0.999'999) <= most);
        QVERIFY(Sync::backoff(attempt, 0.999'999) >= most - 2ms);
        QVERIFY(Sync::backoff(attempt, 0.5) >= Limits::reconnectFirst);
    }
};

QTEST_GUILESS_MAIN(tst_SyncClocks)
#include "tst_sync_clocks.moc"
