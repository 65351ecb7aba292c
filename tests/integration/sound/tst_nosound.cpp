// SPDX-License-Identifier: Apache-2.0
#include "integration/sound/engines.h"
#include "integration/sound/tones.h"
#include "support/soundserver.h"
#include "support/waiting.h"

#include <QSignalSpy>

using namespace Player;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A machine without any sound device.
class NoSoundTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void playsOnInSilence();
    void pausesAndSeeks();
    void fails();

private:
    Tones m_tones;
};

void NoSoundTest::playsOnInSilence()
{
    const auto owner = testedOutput();
    Output &output = *owner;
    QSignalSpy notices(&output, &Output::deviceNotice);
    QSignalSpy ended(&output, &Output::ended);
    for (int round = 1; round <= 2; ++round) {
        output.start(m_tones.make(u"flac"_s, 2), 0ms, false);
        QTRY_COMPARE(output.condition(), Condition::Sounding);
        QTRY_VERIFY(output.position() > 500ms);
        QTRY_COMPARE(ended.count(), round);
    }
    QCOMPARE(notices.count(), 1);
    QCOMPARE(notices.constFirst().constFirst().toString(), u"No sound device: playing in silence."_s);
}

void NoSoundTest::pausesAndSeeks()
{
    const auto owner = testedOutput();
    Output &output = *owner;
    QSignalSpy ended(&output, &Output::ended);
    output.start(m_tones.make(u"flac"_s, 60), 20s, true);
    QTRY_COMPARE(output.condition(), Condition::Paused);
    output.seek(59s);
    QCOMPARE(output.position(), 59s);
    output.resume();
    QTRY_VERIFY(output.position() > 59100ms);
    QTRY_COMPARE(ended.count(), 1);
}

void NoSoundTest::fails()
{
    const auto owner = testedOutput();
    Output &output = *owner;
    QSignalSpy failed(&output, &Output::failed);
    output.start(m_tones.missing(), 0ms, false);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(output.condition(), Condition::Failed);
}

int main(int argc, char *argv[])
{
    Testing::takeSoundAwayHere();
    chooseBackend();
    const QCoreApplication application(argc, argv);
    NoSoundTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_nosound.moc"
