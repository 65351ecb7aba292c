// SPDX-License-Identifier: Apache-2.0
#include "support/waiting.h"

#include "app/player/silentoutput.h"

#include <QSignalSpy>

using namespace Player;
using namespace std::chrono_literals;

class SilentOutputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheClock();
    void staysWherePaused();
    void endsOnce();
    void neverEndsWithoutADuration();
    void endsAfterASeekPastTheEnd();
};

void SilentOutputTest::followsTheClock()
{
    SilentOutput output;
    output.start(QUrl(), 10s, false);
    QCOMPARE(output.condition(), Condition::Sounding);
    QTRY_VERIFY(output.position() > 10s);
    output.stop();
    QCOMPARE(output.condition(), Condition::Idle);
    QCOMPARE(output.position(), 0ms);
}

void SilentOutputTest::staysWherePaused()
{
    SilentOutput output;
    output.start(QUrl(), 10s, true);
    output.seek(20s);
    QCOMPARE(output.condition(), Condition::Paused);
    QCOMPARE(output.position(), 20s);
    output.resume();
    QTRY_VERIFY(output.position() > 20s);
    output.pause();
    const auto place = output.position();
    QTest::qWait(20);
    QCOMPARE(output.position(), place);
}

void SilentOutputTest::endsOnce()
{
    SilentOutput output;
    QSignalSpy ended(&output, &Output::ended);
    const Media second(QUrl(), 0s, 1s);
    output.start(second, 990ms, false);
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(output.condition(), Condition::Idle);
    QCOMPARE(output.position(), 1s);
    output.start(second, 990ms, false);
    QTRY_COMPARE(ended.count(), 2);
}

void SilentOutputTest::neverEndsWithoutADuration()
{
    SilentOutput output;
    QSignalSpy ended(&output, &Output::ended);
    output.start(QUrl(), 24h, false);
    QTRY_VERIFY(output.position() > 24h);
    QCOMPARE(ended.count(), 0);
}

void SilentOutputTest::endsAfterASeekPastTheEnd()
{
    SilentOutput output;
    QSignalSpy ended(&output, &Output::ended);
    output.start({QUrl(), 0s, 10s}, 0ms, false);
    output.seek(20s);
    QTRY_COMPARE(ended.count(), 1);
}

QTEST_GUILESS_MAIN(SilentOutputTest)
#include "tst_silentoutput.moc"
