// SPDX-License-Identifier: Apache-2.0
#include "app/player/mediaplayeroutput.h"
#include "integration/sound/tones.h"
#include "support/recorder.h"
#include "support/soundserver.h"
#include "support/waiting.h"

#include <QSignalSpy>

using namespace Player;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

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
    QTRY_VERIFY(m_server.record(200ms).rms() > 0.01);
    lose();
    QTRY_VERIFY(!notices.isEmpty());
    QTRY_COMPARE(output.condition(), Condition::Sounding);
    const auto place = output.position();
    QTRY_VERIFY(output.position() > place + 500ms);
    output.seek(59s);
    QTRY_COMPARE(ended.count(), 1);
    output.start(m_tones.make(u"flac"_s, 2), 0ms, false);
    QTRY_COMPARE(ended.count(), 2);
}

int main(int argc, char *argv[])
{
    chooseBackend();
    const QCoreApplication application(argc, argv);
    SoundLossTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_soundloss.moc"
