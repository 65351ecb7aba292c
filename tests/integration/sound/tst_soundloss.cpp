// SPDX-License-Identifier: Apache-2.0
#include "app/player/mediaplayeroutput.h"
#include "integration/sound/tones.h"
#include "support/recorder.h"
#include "support/soundserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Player;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patienceMs = 30'000;

} // namespace

/// Sound goes for good. Each case wants a process of its own: nothing in it makes a sound any more
/// afterwards, and it must end well.
class SoundLossTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serverDies();
    void lastDeviceIsUnplugged();

private:
    void playOnInSilence(const std::function<void()> &lose);

    Testing::SoundServer m_server;
    Tones m_tones;
};

void SoundLossTest::serverDies()
{
    playOnInSilence([this] { m_server.stop(); });
}

void SoundLossTest::lastDeviceIsUnplugged()
{
    playOnInSilence([this] { QVERIFY(m_server.removeSink(u"a"_s)); });
}

void SoundLossTest::playOnInSilence(const std::function<void()> &lose)
{
    if (SoundLoss::happened())
        QSKIP("sound is lost in this process already");
    if (!m_server.start())
        QSKIP(qPrintable(m_server.why()));
    m_server.setEnvironmentHere();
    MediaPlayerOutput output;
    QSignalSpy notices(&output, &Output::deviceNotice);
    QSignalSpy ended(&output, &Output::ended);
    output.start(m_tones.make(u"flac"_s, 60), 0ms, false);
    QTRY_VERIFY_WITH_TIMEOUT(m_server.record(200ms).rms() > 0.01, patienceMs);
    lose();
    QTRY_VERIFY_WITH_TIMEOUT(!notices.isEmpty(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(output.condition(), Condition::Sounding, patienceMs);
    const auto place = output.position();
    QTRY_VERIFY_WITH_TIMEOUT(output.position() > place + 500ms, patienceMs);
    output.seek(59s);
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patienceMs);
    output.start(m_tones.make(u"flac"_s, 2), 0ms, false);
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 2, patienceMs);
}

int main(int argc, char *argv[])
{
    chooseBackend();
    const QCoreApplication application(argc, argv);
    SoundLossTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_soundloss.moc"
