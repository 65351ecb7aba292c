// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/timelineoutput.h"
#include "support/noise.h"
#include "support/recorder.h"
#include "support/soundserver.h"
#include "support/waiting.h"

#include <QProcess>
#include <QSignalSpy>

using namespace Player;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int pieces = 4;
constexpr int framesEach = 2 * Noise::sampleRate - 777; // no multiple of any block
using Samples = std::vector<qint16>;

/// Where @p piece begins in @p whole; its size where it does not.
std::size_t find(const Samples &whole, std::span<const qint16> piece)
{
    return std::size_t(std::ranges::search(whole, piece).begin() - whole.begin());
}

} // namespace

/// One recording cut into tracks: played one after the other it is whole again, sample for sample.
class GaplessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_server.start({u"a"_s}))
            QSKIP(qPrintable(m_server.why()));
        m_server.setEnvironmentHere();
        m_noise = Noise::make(pieces * framesEach, 2);
        for (int i = 0; i < pieces; ++i) {
            const auto begin = m_noise.begin() + std::ptrdiff_t(i) * framesEach * Noise::channels;
            const Samples piece(begin, begin + framesEach * Noise::channels);
            if (!Noise::write(fileOf(i).toLocalFile(), piece))
                QSKIP("ffmpeg is not installed: no music can be made");
        }
    }

    void joinsTracks()
    {
        QVERIFY(undisturbed([this](TimelineOutput &output) {
            int next = 0;
            const auto go = [&] {
                output.start(fileOf(next), 0ms, false);
                if (++next < pieces)
                    output.setNext(fileOf(next), 0ms);
            };
            int endings = 0;
            connect(&output, &Output::ended, &output, [&] {
                if (++endings < pieces)
                    go();
            });
            record();
            go();
            (void)QTest::qWaitFor([&] { return endings == pieces; }, Testing::patienceMs);
        }));
        const std::size_t begin = find(m_heard, std::span(m_noise).first(64));
        QVERIFY(begin + m_noise.size() <= m_heard.size());
        QVERIFY(std::equal(m_noise.begin(), m_noise.end(), m_heard.begin() + std::ptrdiff_t(begin)));
    }

    void aChangedMindWins()
    {
        QVERIFY(undisturbed([this](TimelineOutput &output) {
            QSignalSpy ended(&output, &Output::ended);
            output.start(fileOf(0), 0ms, false);
            output.setNext(fileOf(1), 0ms);
            // Until the ring is full of what is to come.
            (void)QTest::qWaitFor([&] { return output.position() > 500ms; }, Testing::patienceMs);
            output.setNext(fileOf(2), 0ms);
            record();
            (void)QTest::qWaitFor([&] { return !ended.isEmpty(); }, Testing::patienceMs);
            output.start(fileOf(2), 0ms, false);
            (void)QTest::qWaitFor([&] { return output.position() > 300ms; }, Testing::patienceMs);
        }));
        const auto piece = std::span(m_noise).subspan(std::size_t(2) * framesEach * Noise::channels, 64);
        const std::size_t second = find(m_heard, piece);
        QVERIFY(second < m_heard.size());
        // Right behind the end of the first.
        QVERIFY(std::equal(m_noise.begin() + std::ptrdiff_t(framesEach - 1000) * Noise::channels,
                           m_noise.begin() + std::ptrdiff_t(framesEach) * Noise::channels,
                           m_heard.begin() + std::ptrdiff_t(second) - 1000 * Noise::channels));
    }

    /// Another output has come to the end a little sooner, and the session has gone on.
    void whatIsAskedForBeforeItIsThereIsNoBreak()
    {
        int endings = 0;
        QVERIFY(undisturbed([&](TimelineOutput &output) {
            QSignalSpy ended(&output, &Output::ended);
            output.start(fileOf(0), 0ms, false);
            output.setNext(fileOf(1), 0ms);
            record();
            (void)QTest::qWaitFor([&] { return output.position() > 1200ms; }, Testing::patienceMs);
            output.start(fileOf(1), 0ms, false);
            output.setNext(fileOf(2), 0ms);
            QVERIFY(output.position() < 0ms);
            QCOMPARE(output.condition(), Condition::Sounding);
            (void)QTest::qWaitFor([&] { return output.position() > 1800ms; }, Testing::patienceMs);
            endings = int(ended.count());
            (void)QTest::qWaitFor([&] { return !ended.isEmpty(); }, Testing::patienceMs);
            output.start(fileOf(2), 0ms, false);
            (void)QTest::qWaitFor([&] { return output.position() > 300ms; }, Testing::patienceMs);
        }));
        QCOMPARE(endings, 0); // the first one's was known
        const std::size_t begin = find(m_heard, std::span(m_noise).first(64));
        const auto three = std::ptrdiff_t(2 * framesEach + 1000) * Noise::channels;
        QVERIFY(std::ptrdiff_t(begin) + three <= std::ptrdiff_t(m_heard.size()));
        QVERIFY(
            std::equal(m_noise.begin(), m_noise.begin() + three, m_heard.begin() + std::ptrdiff_t(begin)));
    }

    void keepsToItsTimeline()
    {
        TimelineOutput output;
        const auto begin = std::chrono::steady_clock::now();
        const auto line = [begin] {
            return 200ms
                + std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now()
                                                                        - begin);
        };
        output.setTimeline(Timeline{.place = 200ms, .at = begin});
        output.start(fileOf(0), 400ms, false);
        QTRY_COMPARE(output.condition(), Condition::Sounding);
        QVERIFY(QTest::qWaitFor([&] { return output.heardAt() > 600ms; }, Testing::patienceMs));
        const auto off = output.heardAt() - line();
        QVERIFY2(std::chrono::abs(off) < 20ms, qPrintable(QString::number(off.count())));
        output.setPace(-5000);
        const auto before = output.heardAt();
        QVERIFY(QTest::qWaitFor([&] { return output.heardAt() > before + 500ms; }, Testing::patienceMs));
        const auto later = output.heardAt() - line();
        QVERIFY2(later < off - 1ms, qPrintable(QString::number((later - off).count())));
    }

    void fadesIntoTheNext()
    {
        QVERIFY(undisturbed([this](TimelineOutput &output) {
            QSignalSpy ended(&output, &Output::ended);
            output.start(fileOf(0), 0ms, false);
            output.setNext(fileOf(2), 500ms);
            record();
            (void)QTest::qWaitFor([&] { return !ended.isEmpty(); }, Testing::patienceMs);
            QCOMPARE(output.condition(), Condition::Idle);
            output.start(fileOf(2), 0ms, false);
            QCOMPARE(output.condition(), Condition::Sounding); // it was there already
            QVERIFY(output.position() < 300ms);
            (void)QTest::qWaitFor([&] { return output.position() > 1s; }, Testing::patienceMs);
        }));
        // The one ends half a second after the other has begun: its last frames stand alone no more, but what
        // comes 0.6 s after the beginning of the other does again, unchanged.
        const auto alone = std::span(m_noise).subspan(
            std::size_t(2 * framesEach + 6 * Noise::sampleRate / 10) * Noise::channels, 64);
        const std::size_t there = find(m_heard, alone);
        QVERIFY(there < m_heard.size());
        const auto before = std::span(m_noise).subspan(
            std::size_t(framesEach - 6 * Noise::sampleRate / 10) * Noise::channels, 64);
        const std::size_t here = find(m_heard, before);
        QVERIFY(here < there);
        const auto apart = std::ptrdiff_t(there - here) / Noise::channels;
        // 0.6 s to the end of the first, less the 0.5 s of both, and 0.6 s into the second.
        QVERIFY2(std::abs(apart - 7 * Noise::sampleRate / 10) < Noise::sampleRate / 20,
                 qPrintable(QString::number(apart)));
    }

    void nobodyAsksForWhatFollows()
    {
        TimelineOutput output;
        QSignalSpy ended(&output, &Output::ended);
        output.start(fileOf(0), 1900ms, false);
        output.setNext(fileOf(1), 0ms);
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(output.condition(), Condition::Idle);
        QTRY_VERIFY(m_server.record(100ms).rms() < 0.0001);
    }

private:
    [[nodiscard]] QUrl fileOf(int index) const
    {
        return QUrl::fromLocalFile(m_directory.filePath(u"%1.flac"_s.arg(index)));
    }
    /// Plays into m_heard, again where the machine was too busy to play it whole.
    bool undisturbed(const std::function<void(TimelineOutput &)> &play)
    {
        for (int tries = 0; tries < 10; ++tries) {
            TimelineOutput output;
            play(output);
            m_heard = recorded();
            if (output.underruns() == 0)
                return true;
        }
        return false;
    }
    void record()
    {
        m_recorder.setProcessEnvironment(m_server.environment());
        m_recorder.start(u"parec"_s,
                         {u"-d"_s, u"a.monitor"_s, u"--raw"_s, u"--format=s16le"_s, u"--rate=44100"_s,
                          u"--channels=2"_s, u"--latency-msec=20"_s});
        QVERIFY(m_recorder.waitForStarted());
        QVERIFY(QTest::qWaitFor([this] { return m_recorder.bytesAvailable() > 0; }, Testing::patienceMs));
    }
    Samples recorded()
    {
        const qint64 enough =
            m_recorder.bytesAvailable() + 100'000; // what is heard is recorded a little later
        (void)QTest::qWaitFor([&] { return m_recorder.bytesAvailable() > enough; }, Testing::patienceMs);
        const QByteArray bytes = m_recorder.readAll();
        m_recorder.kill();
        m_recorder.waitForFinished();
        Samples samples(std::size_t(bytes.size()) / sizeof(qint16));
        std::memcpy(samples.data(), bytes.data(), samples.size() * sizeof(qint16));
        return samples;
    }

    QTemporaryDir m_directory;
    Testing::SoundServer m_server;
    QProcess m_recorder;
    Samples m_noise;
    Samples m_heard;
};

QTEST_GUILESS_MAIN(GaplessTest)
#include "tst_gapless.moc"
