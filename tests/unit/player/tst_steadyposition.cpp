// SPDX-License-Identifier: Apache-2.0
#include "app/player/steadyposition.h"

#include <QTest>

using namespace Player;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

const SteadyPosition::TimePoint zero{1h};

} // namespace

class SteadyPositionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsBeforeAnythingIsReported();
    void evensOutSteps();
    void stopsWithTheSound();
    void beginsAnewAtASeek();
};

void SteadyPositionTest::runsBeforeAnythingIsReported()
{
    SteadyPosition position;
    position.restart(10s, zero);
    QCOMPARE(position.at(zero), milliseconds(10s));
    QCOMPARE(position.at(zero + 250ms), milliseconds(10250));
}

void SteadyPositionTest::evensOutSteps()
{
    SteadyPosition position;
    position.restart(0ms, zero);
    for (milliseconds passed = 0ms; passed <= 5s; passed += 40ms)
        position.report(passed / 96ms * 96ms, zero + passed); // what a block of 96 ms makes of it
    for (milliseconds passed = 5s; passed <= 5100ms; passed += 10ms)
        QVERIFY(std::chrono::abs(position.at(zero + passed) - (passed - 48ms)) <= 20ms);
}

void SteadyPositionTest::stopsWithTheSound()
{
    SteadyPosition position;
    position.restart(0ms, zero);
    position.report(900ms, zero + 900ms);
    for (milliseconds passed = 1s; passed <= 3s; passed += 100ms)
        position.report(900ms, zero + passed);
    QCOMPARE(position.at(zero + 3s), 900ms);
    QCOMPARE(position.reported(), 900ms);
}

void SteadyPositionTest::beginsAnewAtASeek()
{
    SteadyPosition position;
    position.restart(0ms, zero);
    position.report(600ms, zero + 1s);
    position.restart(60s, zero + 2s);
    position.report(0ms, zero + 2050ms); // too soon to mean anything
    QCOMPARE(position.at(zero + 2100ms), milliseconds(60100));
}

QTEST_GUILESS_MAIN(SteadyPositionTest)
#include "tst_steadyposition.moc"
