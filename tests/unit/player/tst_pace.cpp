// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/pace.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace Player;

namespace {

constexpr SoundFormat stereo{.sampleRate = 44100, .channels = 2};
constexpr std::size_t pulledAtOnce = 441;

/// Each frame says which one it is; so does what is between two of them.
constexpr float perFrame = 1.F / 65536;

} // namespace

class PaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_next = 0;
        m_given = 0;
        m_sounds = true;
        m_pace = std::make_unique<Pace>(stereo, [this](std::span<float> samples) {
            for (std::size_t i = 0; i < samples.size(); i += 2)
                samples[i] = samples[i + 1] = float(m_next++) * perFrame;
            return m_sounds;
        });
    }

    void nothingIsChangedWithoutOne()
    {
        for (int i = 0; i < 20; ++i)
            for (const float sample : pull())
                QCOMPARE(sample, float(m_given++) * perFrame);
        QCOMPARE(m_pace->sourceAt(5000), 5000);
    }

    void itGoesOnWithoutABreak()
    {
        double last = -1;
        for (int i = 0; i < 40; ++i) {
            if (i == 20)
                m_pace->set(0);
            for (const float sample : pull()) {
                const double frame = double(sample) / perFrame;
                QVERIFY2(std::abs(frame - last - 1) < 0.5, qPrintable(QString::number(frame - last)));
                last = frame;
            }
        }
    }

    void itIsAsFastAsItWasAskedFor_data()
    {
        QTest::addColumn<int>("ppm");
        for (const int ppm : {0, 100, -100, 1000, -5000, 5000})
            QTest::addRow("%d", ppm) << ppm;
    }
    void itIsAsFastAsItWasAskedFor()
    {
        QFETCH(const int, ppm);
        m_pace->set(ppm);
        constexpr int pulls = 100;
        for (int i = 0; i < pulls; ++i)
            (void)pull();
        const double expected = double(pulls * pulledAtOnce) * (1 + ppm / 1e6);
        QVERIFY2(std::abs(double(m_pace->sourceAt(qint64(pulls * pulledAtOnce))) - expected) < 4,
                 qPrintable(QString::number(m_pace->sourceAt(qint64(pulls * pulledAtOnce)))));
    }

    void itIsKnownWhatIsHeardWhen()
    {
        qint64 frame = 0;
        for (int i = 0; i < 60; ++i) {
            if (i % 10 == 5)
                m_pace->set((i / 10) % 2 == 0 ? 4000 : -3000);
            for (const float sample : pull()) {
                const double off = double(sample) / perFrame - double(m_pace->sourceAt(frame));
                QVERIFY2(std::abs(off) < 1, qPrintable(u"%1 off at %2"_qs.arg(off).arg(frame)));
                ++frame;
            }
        }
    }

    void whatIsCutIsNotHeardAgain()
    {
        m_pace->set(1000);
        (void)pull();
        m_next = 30000;
        const qint64 sourced = m_pace->sourceAt(qint64(pulledAtOnce));
        m_pace->cut();
        const auto after = pull();
        const qint64 skipped = m_pace->sourceAt(2 * qint64(pulledAtOnce)) - sourced;
        QVERIFY2(skipped >= qint64(pulledAtOnce), qPrintable(QString::number(skipped)));
        QVERIFY2(double(after.back()) / perFrame > 30000,
                 qPrintable(QString::number(double(after.back()) / perFrame)));
    }

    void itPassesAsItIsAgainAfterASilence()
    {
        m_pace->set(500);
        (void)pull();
        m_pace->unset();
        (void)pull();
        m_sounds = false;
        (void)pull();
        const auto begin = m_next;
        const auto samples = pull();
        QCOMPARE(samples.front(), float(begin) * perFrame);
        QCOMPARE(samples.back(), float(begin + int(pulledAtOnce) - 1) * perFrame);
    }

private:
    /// Of the left side.
    std::vector<float> pull()
    {
        std::vector<float> samples(2 * pulledAtOnce);
        (void)m_pace->pull(samples);
        std::vector<float> left;
        for (std::size_t i = 0; i < samples.size(); i += 2)
            left.push_back(samples[i]);
        return left;
    }

    std::unique_ptr<Pace> m_pace;
    int m_next = 0;
    int m_given = 0;
    bool m_sounds = true;
};

QTEST_GUILESS_MAIN(PaceTest)
#include "tst_pace.moc"
