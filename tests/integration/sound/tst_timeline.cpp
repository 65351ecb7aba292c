// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/timelineoutput.h"
#include "integration/sound/tones.h"
#include "support/recorder.h"
#include "support/soundserver.h"
#include "support/waiting.h"

#include <QSignalSpy>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <optional>

using namespace Player;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// TimelineOutput where sound comes and goes. What it has in common with other outputs is in tst_sound.
class TimelineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_server.start())
            QSKIP(qPrintable(m_server.why()));
        m_server.setEnvironmentHere();
        QVERIFY(!m_tones.make(u"flac"_s, 60).isEmpty());
    }

    void loudnessIsLevelled()
    {
        TimelineOutput output;
        Media media(m_tones.make(u"flac"_s, 60));
        output.start(media, 0ms, false);
        QTRY_VERIFY(isLoud());
        const double before = m_server.record(300ms).rms();
        media.gain = 0.5;
        output.start(media, 0ms, false);
        QTRY_VERIFY(std::abs(m_server.record(300ms).rms() / before - 0.5) < 0.01);
    }

    /// A sound that is cut off in the midst bends sharply there. What a busy machine breaks does so too.
    void nothingClicks()
    {
        m_server.stop();
        QVERIFY(m_server.start({u"a rate=48000"_s}));
        constexpr int tries = 5;
        std::optional<double> sharpest;
        for (int i = 0; i < tries && !sharpest; ++i) {
            sharpest = sharpestBend();
            QVERIFY(!QTest::currentTestFailed());
        }
        QVERIFY2(sharpest, "the sound broke in each of the tries");
        QVERIFY2(*sharpest < 0.02, qPrintable(QString::number(*sharpest))); // of the loudest
    }

    void aServerThatRestartsIsSurvived()
    {
        TimelineOutput output;
        QSignalSpy notices(&output, &Output::deviceNotice);
        output.start(m_tones.make(u"flac"_s, 60), 10s, false);
        QTRY_VERIFY(isLoud());
        m_server.stop();
        QTRY_COMPARE(said(notices), u"No sound device: playing in silence."_s);
        QTRY_COMPARE(output.condition(), Condition::Sounding);
        const auto place = output.position();
        QTRY_VERIFY(output.position() > place + 300ms); // on the clock
        QVERIFY(place >= 10s && place < 40s);
        QVERIFY(m_server.start());
        QTRY_VERIFY(isLoud());
        QCOMPARE(output.condition(), Condition::Sounding);
        QVERIFY(output.position() > place);
        QCOMPARE(said(notices), QString());
    }

    void pausedWhileTheServerRestarts()
    {
        TimelineOutput output;
        output.start(m_tones.make(u"flac"_s, 60), 20s, false);
        QTRY_VERIFY(isLoud());
        output.pause();
        QTRY_VERIFY(m_server.record(100ms).rms() < 0.0001);
        const auto place = output.position();
        m_server.stop();
        QVERIFY(m_server.start());
        QCOMPARE(output.condition(), Condition::Paused);
        output.resume();
        QTRY_VERIFY(isLoud());
        QVERIFY(output.position() >= place && output.position() < place + 20s);
    }

    void theLastDeviceIsUnplugged()
    {
        TimelineOutput output;
        QSignalSpy ended(&output, &Output::ended);
        output.start(m_tones.make(u"flac"_s, 60), 0ms, false);
        QTRY_VERIFY(isLoud());
        QVERIFY(m_server.removeSink(u"a"_s));
        // The server may put a silent device in its place.
        QTRY_COMPARE(output.condition(), Condition::Sounding);
        const auto place = output.position();
        QTRY_VERIFY(output.position() > place + 300ms);
        output.seek(59s);
        QTRY_COMPARE(ended.count(), 1);
        m_server.stop();
        QVERIFY(m_server.start());
    }

    void theChosenDeviceIsKept()
    {
        m_server.stop();
        QVERIFY(m_server.start({u"a"_s, u"b"_s}) && m_server.setDefaultSink(u"a"_s));
        TimelineOutput output;
        output.setDevice({.id = "b"});
        output.start(m_tones.make(u"flac"_s, 60), 0ms, false);
        QTRY_VERIFY(isLoud(u"b"_s));
        QSignalSpy unplugged(&output, &Output::unplugged);
        QSignalSpy notices(&output, &Output::deviceNotice);
        QVERIFY(m_server.removeSink(u"b"_s));
        QTRY_VERIFY(isLoud(u"a"_s));
        QCOMPARE(unplugged.count(), 1);
        QVERIFY2(said(notices).contains("not there"), qPrintable(said(notices)));
        QVERIFY(m_server.addSink(u"b"_s)); // plugged in again
        QTRY_VERIFY(isLoud(u"b"_s));
        QCOMPARE(said(notices), QString());
        QCOMPARE(unplugged.count(), 1);
    }

    void aDeviceIsFoundByItsNameWhereItsIdHasChanged()
    {
        m_server.stop();
        QVERIFY(m_server.start({u"a"_s}));
        QVERIFY(m_server.addSink(u"b"_s, {u"sink_properties=device.description=Headphones"_s}));
        TimelineOutput output;
        output.setDevice({.id = "in the other port", .name = u"Headphones"_s});
        output.start(m_tones.make(u"flac"_s, 60), 0ms, false);
        QTRY_VERIFY(isLoud(u"b"_s));
    }

    void aSuspendedDeviceGoesOn()
    {
        m_server.stop();
        QVERIFY(m_server.start({u"a"_s}));
        TimelineOutput output;
        output.start(m_tones.make(u"flac"_s, 60), 0ms, false);
        QTRY_VERIFY(isLoud());
        QVERIFY(m_server.suspend(u"a"_s, true));
        QTRY_VERIFY(m_server.isSuspended(u"a"_s));
        QVERIFY(m_server.suspend(u"a"_s, false));
        QTRY_VERIFY(isLoud());
        const auto place = output.position();
        QTRY_VERIFY(output.position() > place + 300ms);
        QCOMPARE(output.condition(), Condition::Sounding);
    }

    void aDeviceThatChangesItsFormatGoesOn()
    {
        m_server.stop();
        QVERIFY(m_server.start({u"a"_s}));
        TimelineOutput output;
        output.start(m_tones.make(u"flac"_s, 60), 10s, false);
        QTRY_VERIFY(isLoud());
        QVERIFY(m_server.removeSink(u"a"_s));
        QVERIFY(m_server.addSink(u"a"_s, {u"rate=96000"_s, u"format=s32le"_s, u"channels=1"_s}));
        QTRY_VERIFY(isLoud());
        QVERIFY(output.position() > 10s && output.position() < 40s);
    }

    void theEqualizerIsHeardAtOnce()
    {
        m_server.stop();
        QVERIFY(m_server.start({u"a"_s}));
        TimelineOutput output;
        output.start(m_tones.make(u"flac"_s, 60), 0ms, false);
        QTRY_VERIFY(isLoud());
        const double before = m_server.record(300ms).rms();
        Equalization softer;
        softer.gainsDb.fill(-12);
        output.setEqualization(softer);
        QTRY_VERIFY(m_server.record(300ms).rms() < before / 3);
        output.setEqualization({});
        QTRY_VERIFY(m_server.record(300ms).rms() > before * 0.95);
    }

private:
    [[nodiscard]] bool isLoud(const QString &sink = u"a"_s) const
    {
        return m_server.record(200ms, sink).rms() > 0.01;
    }
    /// Of all that is heard of a tone that is paused, resumed, taken elsewhere and stopped; nothing where the
    /// sound broke.
    std::optional<double> sharpestBend()
    {
        TimelineOutput output;
        const Testing::Recorder recorder(m_server.environment(), u"a"_s);
        const std::array<std::function<void()>, 6> acts = {
            [&] { output.start(m_tones.make(u"flac"_s, 60), 5s, false); }, // its own beginning is sharp
            [&] { output.pause(); },
            [&] { output.resume(); },
            [&] { output.seek(20003ms); },
            [&] { output.seek(10s); },
            [&] { output.stop(); },
        };
        for (const auto &act : acts) {
            const auto before = recorder.recording().duration();
            act();
            if (!QTest::qWaitFor([&] { return recorder.recording().duration() > before + 400ms; }, 10'000))
                return QTest::qFail("nothing is recorded", __FILE__, __LINE__), std::nullopt;
        }
        const auto &samples = recorder.recording().samples;
        double sharpest = 0;
        double loudest = 0;
        for (std::size_t i = 2; i < samples.size(); ++i) {
            sharpest = std::max(sharpest, std::abs(samples[i] - 2.0 * samples[i - 1] + samples[i - 2]));
            loudest = std::max(loudest, std::abs(double(samples[i])));
        }
        if (output.underruns() > 0)
            return std::nullopt;
        return sharpest / std::max(loudest, 1.0);
    }
    static QString said(const QSignalSpy &notices)
    {
        return notices.isEmpty() ? QString() : notices.last().first().toString();
    }

    Testing::SoundServer m_server;
    Tones m_tones;
};

QTEST_GUILESS_MAIN(TimelineTest)
#include "tst_timeline.moc"
