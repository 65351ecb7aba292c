// SPDX-License-Identifier: Apache-2.0
#include "sync/link/clockfilter.h"
#include "tests/unit/sync/simulatednetwork.h"

#include <QTest>

using namespace Sync;
using namespace Simulated;
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

/// As many as are known when nothing more is to be found out, one a second.
ClockFilter settled(microseconds offset)
{
    ClockFilter filter;
    for (microseconds time = 0s; time < 5min; time += 1s)
        filter.add(sample(time, offset, 1ms, 1ms));
    return filter;
}

microseconds offsetAt(const ClockFilter &filter, microseconds time) { return filter.at(time)->offset; }

/// What a network may do to the estimate, in the worst of some runs.
struct Bounds {
    microseconds joined; ///< wrong from 3 s on
    microseconds settled; ///< from 60 s on
    microseconds late; ///< from 10 min on
    microseconds median; ///< from 60 s on
    microseconds jump; ///< from 60 s on
    microseconds recovery = 0us; ///< after what disturbs it, so long nothing is promised
    bool isErrorHonest = true; ///< not below what is wrong for more than a twentieth of the time
};

/// The readings of some runs, without those in which a clock that was set is not yet known.
class Runs
{
public:
    Runs(const Network &network, const Bounds &bounds)
    {
        constexpr unsigned runs = 4;
        for (unsigned seed = 1; seed <= runs; ++seed)
            for (const Reading &reading : Asking(network, seed).readings(11min))
                if (reading.time < disturbedAt || reading.time >= disturbedAt + bounds.recovery)
                    m_readings.push_back(reading);
    }

    [[nodiscard]] std::vector<microseconds> from(microseconds time, microseconds Reading::*what) const
    {
        std::vector<microseconds> found;
        for (const Reading &reading : m_readings)
            if (reading.time >= time)
                found.push_back(reading.*what);
        std::ranges::sort(found);
        return found;
    }

    [[nodiscard]] bool areHonest() const
    {
        const auto below = std::ranges::count_if(
            m_readings, [](const Reading &reading) { return reading.claimed < reading.wrong; });
        constexpr qsizetype oneIn = 20;
        return below * oneIn <= qsizetype(m_readings.size());
    }

private:
    std::vector<Reading> m_readings;
};

QByteArray text(microseconds time) { return QByteArray::number(qint64(time.count())) + " us"; }

} // namespace

Q_DECLARE_METATYPE(Simulated::Network)
Q_DECLARE_METATYPE(Bounds)

class tst_SyncClockFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Wall clocks need no row: neither samples nor the filter know one.
    void networks_data()
    {
        QTest::addColumn<Network>("network");
        QTest::addColumn<Bounds>("bounds");
        const auto row = [](const char *name, const Network &network, const Bounds &bounds) {
            QTest::addRow("%s", name) << network << bounds;
        };
        const Network lan{.there = 100us, .back = 100us, .jitter = 400us, .spikes = 0.02};
        const Network wifi{.there = 1ms, .back = 1ms, .tailThere = 3ms, .tailBack = 3ms, .spikes = 0.01};
        const Network far{.there = 2ms, .back = 2ms, .jitter = 6ms, .loss = 0.01, .driftPpm = 100};
        const auto with = [](Network network, auto member, auto value) {
            network.*member = value;
            return network;
        };
        const Bounds near{.joined = 150us, .settled = 100us, .late = 100us, .median = 15us, .jump = 100us};
        const Bounds middling{.joined = 1ms, .settled = 950us, .late = 600us, .median = 150us, .jump = 700us};
        const auto after = [](microseconds recovery, Bounds bounds) {
            bounds.recovery = recovery;
            return bounds;
        };

        row("quiet LAN", {.jitter = 100us}, {50us, 30us, 30us, 10us, 30us});
        row("LAN with spikes", lan, near);
        row("LAN, 100 ppm fast", with(lan, &Network::driftPpm, 100), near);
        row("LAN, 100 ppm slow", with(lan, &Network::driftPpm, -100), near);
        row("5 ms more or less 3, 1 % lost", far, middling);
        row("the same, 100 ppm slow", with(far, &Network::driftPpm, -100), middling);
        row("Wi-Fi", wifi, middling);
        row("Wi-Fi, only one way is held up", with(wifi, &Network::tailBack, 0us),
            {1ms, 800us, 600us, 250us, 600us});
        row("one way 4 ms longer", {.there = 5ms, .back = 1ms, .jitter = 1ms},
            {.joined = 2300us,
             .settled = 2200us,
             .late = 2200us,
             .median = 2100us,
             .jump = 150us,
             .isErrorHonest = false});
        row("LAN, congested for 20 s", with(lan, &Network::congestion, 200ms), near);
        row("Wi-Fi, congested for 20 s", with(wifi, &Network::congestion, 200ms), middling);
        row("suspended for 2 h", with(with(lan, &Network::sleep, 2h), &Network::step, 300ms),
            after(8s, near));
        row("LAN, set by 50 ms", with(lan, &Network::step, 50ms), after(8s, near));
        row("LAN, set back by 50 ms", with(lan, &Network::step, -50ms), after(8s, near));
        row("5 ms, set by 50 ms", with(far, &Network::step, 50ms), after(8s, middling));
        row("120 ms both ways, set by 50 ms", {.there = 60ms, .back = 60ms, .jitter = 6ms, .step = 50ms},
            after(8s, middling));
        row("LAN, the rate changes by 50 ppm", with(lan, &Network::rateChangePpm, 50), after(25s, near));
    }
    void networks()
    {
        QFETCH(const Network, network);
        QFETCH(const Bounds, bounds);
        const Runs runs(network, bounds);
        const auto joined = runs.from(3s, &Reading::wrong).back();
        const auto settled = runs.from(60s, &Reading::wrong);
        const auto late = runs.from(10min, &Reading::wrong).back();
        const auto jump = runs.from(60s, &Reading::jump).back();
        const microseconds median = settled[settled.size() / 2];
        QVERIFY2(joined <= bounds.joined, text(joined));
        QVERIFY2(settled.back() <= bounds.settled, text(settled.back()));
        QVERIFY2(late <= bounds.late, text(late));
        QVERIFY2(median <= bounds.median, text(median));
        QVERIFY2(jump <= bounds.jump, text(jump));
        QVERIFY(runs.areHonest() || !bounds.isErrorHonest);
    }

    void exactWhereBothWaysAreEqual()
    {
        ClockFilter filter;
        QVERIFY(!filter.at(1s));
        filter.add(sample(1s, 42s, 3ms, 3ms));
        QCOMPARE(offsetAt(filter, 1s), microseconds(42s));
        QVERIFY(sample(1s, 42s, 3ms, 3ms).delay() == 6ms);
        QVERIFY(sample(1s, -42s, 0us, 0us).offset() == microseconds(-42s));
    }

    void oneSampleClaimsNoMoreThanItsDelayTells()
    {
        ClockFilter filter;
        filter.add(sample(1s, 42s, 10ms, 0ms));
        QCOMPARE(offsetAt(filter, 1s), microseconds(42s) + 5ms);
        QVERIFY(filter.at(1s)->error >= 5ms);
    }

    void leastDisturbedSamplesWin()
    {
        std::mt19937 random(7);
        std::exponential_distribution<double> jitter(1.0 / 8000);
        ClockFilter filter;
        for (int i = 0; i < 16; ++i)
            filter.add(sample(60ms * i, 7h, 1ms + microseconds(qint64(jitter(random))),
                              1ms + microseconds(qint64(jitter(random)))));
        const microseconds before = filter.at(2s)->error;
        for (int i = 0; i < 4; ++i)
            filter.add(sample(1s + 60ms * i, 7h, 1ms, 1100us));
        filter.add(sample(2s, 7h, 900ms, 1ms));
        QVERIFY(std::chrono::abs(offsetAt(filter, 3s) - microseconds(7h)) <= filter.at(3s)->error);
        QVERIFY(filter.at(3s)->error < before);
    }

    void driftIsKnownAndAppliedAhead()
    {
        ClockFilter filter;
        for (microseconds time = 0s; time < 5min; time += 1s)
            filter.add(sample(time, 5s + time / 10'000, 1ms, 1ms));
        QVERIFY(std::abs(filter.at(5min)->driftPpm - 100) < 1);
        QVERIFY(std::chrono::abs(offsetAt(filter, 15min) - (microseconds(5s) + 90ms)) < 1ms);
        QVERIFY(filter.at(15min)->error > 2 * filter.at(5min)->error);
    }

    void noClockDriftsForEver()
    {
        ClockFilter filter;
        for (microseconds time = 0s; time < 5min; time += 1s)
            filter.add(sample(time, time / 100, 1ms, 1ms));
        QVERIFY(std::abs(filter.at(5min)->driftPpm) <= 500);
    }

    void whatIsNoNewAnswerChangesNothing_data()
    {
        QTest::addColumn<microseconds>("sent");
        QTest::addColumn<microseconds>("there");
        QTest::addColumn<microseconds>("back");
        const microseconds last = 299s;
        QTest::addRow("said twice") << last << microseconds(1ms) << microseconds(1ms);
        QTest::addRow("said again later") << last << microseconds(1ms) << microseconds(500ms);
        QTest::addRow("overtaken") << last - 100ms << microseconds(1ms) << microseconds(400ms);
        QTest::addRow("to something else") << last + 1s << microseconds(1ms) << microseconds(-3ms);
    }
    void whatIsNoNewAnswerChangesNothing()
    {
        QFETCH(microseconds, sent);
        QFETCH(microseconds, there);
        QFETCH(microseconds, back);
        ClockFilter filter = settled(42s);
        const auto before = filter.at(5min);
        filter.add(sample(sent, 42s, there, back));
        QCOMPARE(offsetAt(filter, 5min), before->offset);
        QCOMPARE(filter.at(5min)->error, before->error);
    }

    void lateAnswersHardlyCount()
    {
        ClockFilter filter = settled(42s);
        for (microseconds time = 5min; time < 5min + 10s; time += 1s)
            filter.add(sample(time, 42s, 300ms, 1ms));
        QVERIFY(std::chrono::abs(offsetAt(filter, 5min + 10s) - microseconds(42s)) <= 50us);
    }

    void impossibleSamplesToBothSidesBeginNothing()
    {
        ClockFilter filter = settled(42s);
        for (int i = 0; i < 6; ++i)
            filter.add(sample(5min + i * 1s, microseconds(42s) + (i % 2 == 0 ? 5ms : -5ms), 1ms, 1ms));
        QCOMPARE(filter.askAfter(), milliseconds(1s));
        for (microseconds time = 6min; time < 7min; time += 1s)
            filter.add(sample(time, 42s, 1ms, 1ms));
        QVERIFY(std::chrono::abs(offsetAt(filter, 7min) - microseconds(42s)) < 100us);
    }

    void ownClockGoneBackBeginsAnew()
    {
        ClockFilter filter = settled(42s);
        filter.add(sample(1s, 340s, 1ms, 1ms));
        QCOMPARE(offsetAt(filter, 1s), microseconds(340s));
    }

    void asksOftenWhileLittleIsKnown()
    {
        ClockFilter filter;
        QCOMPARE(filter.askAfter(), 60ms);
        for (int i = 0; i < 16; ++i)
            filter.add(sample(60ms * i, 42s, 1ms, 1ms));
        QCOMPARE(filter.askAfter(), 125ms);
        filter = settled(42s);
        QCOMPARE(filter.askAfter(), milliseconds(1s));
        for (int i = 0; i < 3; ++i)
            filter.add(sample(5min + i * 1s, 43s, 1ms, 1ms));
        QCOMPARE(offsetAt(filter, 5min + 3s), microseconds(43s));
        QCOMPARE(filter.askAfter(), 60ms);
        filter.clear();
        QVERIFY(!filter.at(6min));
    }
};

QTEST_GUILESS_MAIN(tst_SyncClockFilter)
#include "tst_sync_clockfilter.moc"
