// SPDX-License-Identifier: Apache-2.0
#include "app/player/mediaplayeroutput.h"
#include "integration/sound/tones.h"
#include "support/soundserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Player;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patienceMs = 30'000;

} // namespace

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
    MediaPlayerOutput output;
    QSignalSpy notices(&output, &Output::deviceNotice);
    QSignalSpy ended(&output, &Output::ended);
    for (int round = 1; round <= 2; ++round) {
        output.start(m_tones.make(u"flac"_s, 2), 0ms, false);
        QTRY_COMPARE_WITH_TIMEOUT(output.condition(), Condition::Sounding, patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(output.position() > 500ms, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), round, patienceMs);
    }
    QCOMPARE(notices.count(), 1);
    QCOMPARE(notices.constFirst().constFirst().toString(), u"No sound device: playing in silence."_s);
}

void NoSoundTest::pausesAndSeeks()
{
    MediaPlayerOutput output;
    QSignalSpy ended(&output, &Output::ended);
    output.start(m_tones.make(u"flac"_s, 60), 20s, true);
    QTRY_COMPARE_WITH_TIMEOUT(output.condition(), Condition::Paused, patienceMs);
    output.seek(59s);
    QCOMPARE(output.position(), 59s);
    output.resume();
    QTRY_VERIFY_WITH_TIMEOUT(output.position() > 59100ms, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patienceMs);
}

void NoSoundTest::fails()
{
    MediaPlayerOutput output;
    QSignalSpy failed(&output, &Output::failed);
    output.start(m_tones.missing(), 0ms, false);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patienceMs);
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
