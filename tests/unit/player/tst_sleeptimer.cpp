// SPDX-License-Identifier: Apache-2.0
#include "app/player/sleeptimer.h"

#include <QTest>

using namespace Player;
using namespace std::chrono_literals;

namespace {

using Step = SleepTimer::Step;
const SleepTimer::TimePoint zero{1h};

} // namespace

class SleepTimerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOffUntilStarted();
    void fadesThenPauses();
    void asksAgainWhereNobodyPauses();
    void isDoneWhereNothingPlays();
    void aPauseInTheFadeIsNoSilence();
    void canBeCancelled();
    void beginsAnew();
};

void SleepTimerTest::isOffUntilStarted()
{
    SleepTimer timer;
    QVERIFY(!timer.isRunning());
    QCOMPARE(timer.left(zero), 0ms);
    QVERIFY(timer.next(true, zero) == Step{});
}

void SleepTimerTest::fadesThenPauses()
{
    SleepTimer timer;
    timer.start(15min, zero);
    QCOMPARE(timer.left(zero + 5min), 10min);
    QVERIFY(timer.next(true, zero + 15min - Sleeping::fade) == Step{});
    QVERIFY((timer.next(true, zero + 15min - Sleeping::fade / 2) == Step{.gain = 0.5}));
    QVERIFY((timer.next(true, zero + 15min) == Step{.gain = 0, .pause = true}));
    QVERIFY(timer.isRunning()); // it has not paused yet
    QVERIFY((timer.next(true, zero + 15min + 100ms) == Step{.gain = 0}));
    QVERIFY(timer.next(false, zero + 15min + 200ms) == Step{});
    QVERIFY(!timer.isRunning());
    QVERIFY(timer.next(true, zero + 16min) == Step{}); // who goes on listens on
}

void SleepTimerTest::asksAgainWhereNobodyPauses()
{
    SleepTimer timer;
    timer.start(1min, zero);
    QVERIFY(timer.next(true, zero + 1min).pause);
    QVERIFY(!timer.next(true, zero + 1min + Sleeping::askAgain - 1ms).pause);
    QVERIFY(timer.next(true, zero + 1min + Sleeping::askAgain).pause);
}

void SleepTimerTest::isDoneWhereNothingPlays()
{
    SleepTimer timer;
    timer.start(1min, zero);
    QVERIFY(timer.next(false, zero + 1min) == Step{});
    QVERIFY(!timer.isRunning());
}

void SleepTimerTest::aPauseInTheFadeIsNoSilence()
{
    SleepTimer timer;
    timer.start(1min, zero);
    QVERIFY(timer.next(true, zero + 59s).gain < 1);
    QVERIFY(timer.next(false, zero + 59s) == Step{});
}

void SleepTimerTest::canBeCancelled()
{
    SleepTimer timer;
    timer.start(1min, zero);
    timer.cancel();
    QVERIFY(!timer.isRunning());
    QVERIFY(timer.next(true, zero + 2min) == Step{});
}

void SleepTimerTest::beginsAnew()
{
    SleepTimer timer;
    timer.start(1min, zero);
    QVERIFY(timer.next(true, zero + 1min).pause);
    timer.start(1min, zero + 1min);
    QVERIFY(timer.next(true, zero + 90s) == Step{});
    QVERIFY(timer.next(true, zero + 2min).pause);
}

QTEST_GUILESS_MAIN(SleepTimerTest)
#include "tst_sleeptimer.moc"
