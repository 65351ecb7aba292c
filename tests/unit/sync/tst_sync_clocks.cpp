// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"
#include "sync/link/backoff.h"
#include "sync/link/clockfilter.h"
#include "sync/session/hubclock.h"

#include <QTest>

#include <random>

using namespace Sync;
using namespace std::chrono_literals;
using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace {

/// A hub whose clock is `offset` ahead of ours, asked over ways that take `there` and `back`.
ClockSample sample(microseconds sent, microseconds offset, microseconds there, microseconds back)
{
    constexpr microseconds work = 30us;
    const HubTime received(sent + there + offset);
    return {
        .sent = sent, .received = received, .answered = received + work, .heard = sent + there + work + back};
}

} // namespace

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

    void exactWhereBothWaysAreEqual()
    {
        ClockFilter filter;
        QVERIFY(!filter.offset());
        filter.add(sample(1s, 42s, 3ms, 3ms));
        QVERIFY(filter.offset() == microseconds(42s));
        QVERIFY(sample(1s, 42s, 3ms, 3ms).delay() == 6ms);
        QVERIFY(sample(1s, -42s, 0us, 0us).offset() == microseconds(-42s));
    }

    void asymmetryIsBoundByHalfTheDelay()
    {
        ClockFilter filter;
        filter.add(sample(1s, 42s, 10ms, 0ms));
        QVERIFY(filter.offset() == microseconds(42s) + 5ms);
        filter.add(sample(2s, 42s, 0ms, 8ms));
        QVERIFY(filter.offset() == microseconds(42s) - 4ms);
    }

    void leastDisturbedSampleWins()
    {
        std::mt19937 random(7);
        std::exponential_distribution<double> jitter(1.0 / 8000);
        ClockFilter filter;
        for (int i = 0; i < 16; ++i)
            filter.add(sample(60ms * i, 7h, 1ms + microseconds(qint64(jitter(random))),
                              1ms + microseconds(qint64(jitter(random)))));
        filter.add(sample(1s, 7h, 1ms, 1100us));
        filter.add(sample(2s, 7h, 900ms, 1ms));
        QVERIFY(std::chrono::abs(*filter.offset() - microseconds(7h)) <= 50us);
    }

    void driftIsFollowed()
    {
        // 100 ppm apart, one sample in three seconds for an hour, the very first the best of all.
        ClockFilter filter;
        microseconds offset = 5s;
        for (microseconds time = 0s; time < 1h; time += 3s) {
            offset = 5s + time / 10'000;
            filter.add(sample(time, offset, time == 0s ? 1us : 2ms, time == 0s ? 1us : 2ms));
        }
        QVERIFY(std::chrono::abs(*filter.offset() - offset) <= 6ms);
    }

    void answerToSomethingElseIsNotBelieved()
    {
        ClockFilter filter;
        ClockSample odd = sample(1s, 42s, 1ms, 1ms);
        odd.answered += 1s;
        filter.add(odd);
        QVERIFY(!filter.offset());
        filter.add(sample(1s, 42s, 1ms, 1ms));
        filter.clear();
        QVERIFY(!filter.offset());
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
