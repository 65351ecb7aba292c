// SPDX-License-Identifier: Apache-2.0
#include "integration/sound/engines.h"
#include "integration/sound/tones.h"
#include "support/recorder.h"
#include "support/soundserver.h"
#include "support/waiting.h"

#include "app/player/engine/pulseserver.h"

#include <QSignalSpy>

using namespace Player;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double loudFrom = 0.01;
constexpr double silentBelow = 0.0001;

} // namespace

/// Outputs on a real sound server: what counts is what leaves the sink.
class SoundTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void soundsAfterStart_data();
    void soundsAfterStart();
    void soundsAfterSeek_data() { soundsAfterStart_data(); }
    void soundsAfterSeek();
    void startsAtAPlace();
    void pauseIsSilent();
    void startsPaused();
    void seeksBeforeItIsLoaded();
    void obeysTheVolume();
    void endsOnce();
    void endsAfterASeekPastTheEnd();
    void playsAPart();
    void fails_data();
    void fails();
    void tellsWhatIsCutOff();
    void playsOnAfterAFailure();
    void diesWhilePlaying();
    void movesToTheChosenDevice();
    void survivesAnUnpluggedDevice();

private:
    [[nodiscard]] bool isLoud(const QString &sink = u"a"_s) const
    {
        return m_server.record(200ms, sink).rms() > loudFrom;
    }
    [[nodiscard]] bool isSilent() const { return m_server.record(200ms).rms() < silentBelow; }

    Testing::SoundServer m_server;
    Tones m_tones;
};

void SoundTest::initTestCase()
{
    if (!m_server.start({u"a"_s, u"b"_s}) || !m_server.setDefaultSink(u"a"_s))
        QSKIP(qPrintable(m_server.why()));
    m_server.setEnvironmentHere();
    QVERIFY(!m_tones.make(u"flac"_s, 60).isEmpty());
}

void SoundTest::soundsAfterStart_data()
{
    QTest::addColumn<QString>("format");
    for (const auto *format : {"flac", "mp3", "ogg", "opus", "m4a", "wav"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void SoundTest::soundsAfterStart()
{
    QFETCH(const QString, format);
    const auto owner = testedOutput();
    Output &output = *owner;
    output.start(m_tones.make(format, 60), 0ms, false);
    QTRY_COMPARE(output.condition(), Condition::Sounding);
    QTRY_VERIFY(isLoud());
    QTRY_VERIFY(output.position() > 500ms);
    output.stop();
    QCOMPARE(output.condition(), Condition::Idle);
    QTRY_VERIFY(isSilent());
}

void SoundTest::soundsAfterSeek()
{
    QFETCH(const QString, format);
    const auto owner = testedOutput();
    Output &output = *owner;
    output.start(m_tones.make(format, 60), 0ms, false);
    QTRY_VERIFY(isLoud());
    for (const auto to : {40s, 20s, 30s}) {
        output.seek(to);
        QVERIFY(output.position() >= to);
        QTRY_VERIFY(output.position() > to + 500ms);
        QTRY_VERIFY(isLoud());
    }
    QCOMPARE(output.condition(), Condition::Sounding);
}

void SoundTest::startsAtAPlace()
{
    const auto owner = testedOutput();
    Output &output = *owner;
    output.start(m_tones.make(u"flac"_s, 60), 40s, false);
    QCOMPARE(output.position(), 40s);
    QTRY_VERIFY(output.position() > 40500ms);
    QTRY_VERIFY(isLoud());
}

void SoundTest::pauseIsSilent()
{
    const auto owner = testedOutput();
    Output &output = *owner;
    output.start(m_tones.make(u"flac"_s, 60), 0ms, false);
    QTRY_VERIFY(isLoud());
    output.pause();
    QCOMPARE(output.condition(), Condition::Paused);
    const auto asked = output.position();
    QTRY_VERIFY(isSilent());
    const auto place = output.position(); // it fades, and what the server holds is heard before
    QVERIFY(place >= asked && place < asked + 200ms);
    QVERIFY(isSilent());
    QCOMPARE(output.position(), place);
    output.resume();
    QTRY_VERIFY(isLoud());
    QTRY_VERIFY(output.position() > place + 500ms);
}

void SoundTest::startsPaused()
{
    const auto owner = testedOutput();
    Output &output = *owner;
    output.start(m_tones.make(u"mp3"_s, 60), 30s, true);
    QTRY_COMPARE(output.condition(), Condition::Paused);
    QVERIFY(isSilent());
    QCOMPARE(output.position(), 30s);
    output.seek(20s);
    QCOMPARE(output.position(), 20s);
    output.resume();
    QTRY_VERIFY(isLoud());
    QTRY_VERIFY(output.position() > 20500ms);
    QVERIFY(output.position() < 30s);
}

void SoundTest::seeksBeforeItIsLoaded()
{
    const auto owner = testedOutput();
    Output &output = *owner;
    output.start(m_tones.make(u"ogg"_s, 60), 0ms, false);
    output.seek(40s);
    QTRY_VERIFY(output.position() > 40500ms);
    QTRY_VERIFY(isLoud());
}

void SoundTest::obeysTheVolume()
{
    const auto owner = testedOutput();
    Output &output = *owner;
    output.setVolume(0);
    output.start(m_tones.make(u"flac"_s, 60), 0ms, false);
    QTRY_VERIFY(output.position() > 500ms);
    QVERIFY(isSilent());
    output.setVolume(1);
    QTRY_VERIFY(isLoud());
}

void SoundTest::endsOnce()
{
    const auto owner = testedOutput();
    Output &output = *owner;
    QSignalSpy ended(&output, &Output::ended);
    QSignalSpy failed(&output, &Output::failed);
    connect(&output, &Output::ended, &output, [&] { // on to the next track from within the signal
        if (ended.count() == 1)
            output.start(m_tones.make(u"wav"_s, 60), 0ms, false);
    });
    output.start(m_tones.make(u"flac"_s, 2), 0ms, false);
    QTRY_COMPARE(ended.count(), 1);
    QTRY_VERIFY(output.position() > 1s);
    QCOMPARE(ended.count(), 1);
    QCOMPARE(failed.count(), 0);
    QTRY_VERIFY(isLoud());
}

void SoundTest::endsAfterASeekPastTheEnd()
{
    const auto owner = testedOutput();
    Output &output = *owner;
    QSignalSpy ended(&output, &Output::ended);
    QSignalSpy failed(&output, &Output::failed);
    output.start(m_tones.make(u"flac"_s, 60), 0ms, false);
    QTRY_VERIFY(isLoud());
    output.seek(2min);
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(failed.count(), 0);
    QCOMPARE(output.condition(), Condition::Idle);
}

void SoundTest::fails_data()
{
    QTest::addColumn<QUrl>("media");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("missing") << m_tones.missing() << u"“missing.flac” is missing."_s;
    QTest::newRow("empty") << m_tones.write(u"empty.mp3"_s, {}) << u"“empty.mp3” is empty."_s;
    QTest::newRow("junk") << m_tones.write(u"junk.ogg"_s, QByteArray(5000, 'x'))
                          << u"“junk.ogg” cannot be played: it is damaged or not audio."_s;
    QTest::newRow("index cut off") << m_tones.makeCut(u"m4a"_s, 60, 0.5) << u"“cut.m4a” cannot be played: "_s;
    QTest::newRow("nobody answers") << QUrl(u"http://127.0.0.1:9/song.flac"_s)
                                    << u"“song.flac” cannot be played from 127.0.0.1: "_s;
}

void SoundTest::playsAPart()
{
    const auto owner = testedOutput();
    Output &output = *owner;
    QSignalSpy ended(&output, &Output::ended);
    output.start({m_tones.make(u"flac"_s, 60), 10s, 3s}, 0ms, false);
    QTRY_COMPARE(output.condition(), Condition::Sounding);
    QTRY_VERIFY(isLoud());
    QVERIFY(output.position() <= 3s);
    output.seek(2s);
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(output.position(), 3s);
    QCOMPARE(output.condition(), Condition::Idle);
}

void SoundTest::fails()
{
    QFETCH(const QUrl, media);
    QFETCH(const QString, sentence);
    const auto owner = testedOutput();
    Output &output = *owner;
    QSignalSpy failed(&output, &Output::failed);
    QSignalSpy ended(&output, &Output::ended);
    output.start(media, 0ms, false);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(output.condition(), Condition::Failed);
    const auto said = failed.constFirst().constFirst().toString();
    QVERIFY2(said.startsWith(sentence), qPrintable(said));
    QVERIFY(isSilent());
    QCOMPARE(failed.count(), 1);
    QCOMPARE(ended.count(), 0);
}

void SoundTest::tellsWhatIsCutOff()
{
    const auto owner = testedOutput();
    Output &output = *owner;
    QSignalSpy flawed(&output, &Output::flawed);
    QSignalSpy failed(&output, &Output::failed);
    QSignalSpy ended(&output, &Output::ended);
    output.start(m_tones.makeCut(u"flac"_s, 10, 0.2), 0ms, false);
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(flawed.count(), 1);
    QCOMPARE(failed.count(), 0);
    const auto said = flawed.constFirst().constFirst().toString();
    QVERIFY2(said.startsWith(u"“cut.flac” is cut off: it ends at 0:0"_s), qPrintable(said));
}

void SoundTest::playsOnAfterAFailure()
{
    const auto owner = testedOutput();
    Output &output = *owner;
    connect(&output, &Output::failed, &output,
            [&] { output.start(m_tones.make(u"flac"_s, 60), 0ms, false); });
    output.start(m_tones.missing(), 0ms, false);
    QTRY_COMPARE(output.condition(), Condition::Sounding);
    QTRY_VERIFY(isLoud());
}

void SoundTest::diesWhilePlaying()
{
    {
        const auto owner = testedOutput();
        Output &output = *owner;
        output.start(m_tones.make(u"flac"_s, 60), 0ms, false);
        QTRY_VERIFY(isLoud());
    }
    QTRY_VERIFY(isSilent());
}

void SoundTest::movesToTheChosenDevice()
{
    PulseServer server;
    QTRY_COMPARE(server.devices().size(), 2);
    const auto owner = testedOutput();
    Output &output = *owner;
    QSignalSpy notices(&output, &Output::deviceNotice);
    output.start(m_tones.make(u"flac"_s, 60), 20s, false);
    QTRY_VERIFY(isLoud());
    output.setDevice({.id = "b"});
    QVERIFY(output.position() > 20s);
    QTRY_COMPARE(output.condition(), Condition::Sounding);
    QTRY_VERIFY(isLoud(u"b"_s));
    QTRY_VERIFY(isSilent());
    QVERIFY(output.position() > 20s);
    QVERIFY(output.position() < 40s);
    QCOMPARE(notices.count(), 0);

    output.pause();
    output.setDevice({.id = "not there"});
    QTRY_COMPARE(output.condition(), Condition::Paused);
    QVERIFY(notices.count() == 1 && notices.first().first().toString().contains(u"not there"_s));
    output.resume();
    QTRY_VERIFY(isLoud());
    QVERIFY(output.position() > 20s);
    output.setDevice({});
    QCOMPARE(notices.last().first().toString(), QString());
}

void SoundTest::survivesAnUnpluggedDevice()
{
    const auto owner = testedOutput();
    Output &output = *owner;
    QSignalSpy notices(&output, &Output::deviceNotice);
    output.start(m_tones.make(u"flac"_s, 60), 0ms, false);
    QTRY_VERIFY(isLoud());
    QVERIFY(m_server.removeSink(u"a"_s));
    QTRY_VERIFY(isLoud(u"b"_s));
    QCOMPARE(output.condition(), Condition::Sounding);
    output.start(m_tones.make(u"wav"_s, 60), 0ms, false);
    QTRY_VERIFY(output.position() > 500ms);
    QTRY_VERIFY(isLoud(u"b"_s));
}

int main(int argc, char *argv[])
{
    chooseBackend();
    const QCoreApplication application(argc, argv);
    SoundTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sound.moc"
