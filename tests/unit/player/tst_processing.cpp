// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/processing.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace Player;

namespace {

constexpr SoundFormat fine{.sampleRate = 48000, .channels = 2};
constexpr SoundFormat coarse{.sampleRate = 48000, .channels = 2, .bits = 16};
constexpr int frames = 4800;

std::vector<float> tone(double hz, float level, int count = frames)
{
    std::vector<float> samples;
    for (int i = 0; i < count; ++i)
        for (int channel = 0; channel < fine.channels; ++channel)
            samples.push_back(level * float(std::sin(2 * std::numbers::pi * hz * i / fine.sampleRate)));
    return samples;
}

float peakOf(std::span<const float> samples)
{
    float peak = 0;
    for (const float sample : samples)
        peak = std::max(peak, std::abs(sample));
    return peak;
}

/// How much louder a tone is by an equalization, in decibels, once that is settled.
double responseDb(const Equalization &equalization, double hz)
{
    Equalizer equalizer(fine);
    const std::vector<float> before = tone(hz, 0.1F, fine.sampleRate);
    std::vector<float> after = before;
    (void)equalizer.process(after, equalization);
    after = before;
    (void)equalizer.process(after, equalization);
    const std::size_t half = before.size() / 2;
    return 20 * std::log10(peakOf(std::span(after).subspan(half)) / peakOf(std::span(before).subspan(half)));
}

} // namespace

class ProcessingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsChangedWhereNothingIsAsked()
    {
        Processing processing(coarse);
        const std::vector<float> before = tone(440, 1);
        std::vector<float> after = before;
        processing.process(after, true);
        QCOMPARE(after, before);
    }

    void eachBandIsAsLoudAsItIsSet_data()
    {
        QTest::addColumn<int>("band");
        for (int band = 0; band < 10; ++band)
            QTest::addRow("%d Hz", Equalization::centresHz.at(std::size_t(band))) << band;
    }
    void eachBandIsAsLoudAsItIsSet()
    {
        QFETCH(const int, band);
        Equalization equalization;
        equalization.gainsDb.at(std::size_t(band)) = 6;
        const double centre = Equalization::centresHz.at(std::size_t(band));
        QVERIFY(std::abs(responseDb(equalization, centre) - 6) < 0.2);
        if (band < 8) // two octaves away
            QVERIFY(responseDb(equalization, centre * 4) < 1.2);
        if (band > 1)
            QVERIFY(responseDb(equalization, centre / 4) < 1.2);
    }

    void aBandThatTheRateDoesNotReachIsLeftOut()
    {
        Equalizer equalizer({.sampleRate = 22050, .channels = 1});
        Equalization equalization;
        equalization.gainsDb.back() = 12;
        const std::vector<float> before = tone(440, 0.5F);
        std::vector<float> after = before;
        (void)equalizer.process(after, equalization);
        QCOMPARE(after, before);
    }

    void itIsExactAgainOnceItIsOff()
    {
        Processing processing(coarse);
        processing.setEqualization({{3, 3, 3, 3, 3, 3, 3, 3, 3, 3}});
        const std::vector<float> before = tone(440, 0.1F);
        std::vector<float> after = before;
        processing.process(after, true);
        QVERIFY(after != before);
        processing.setEqualization({});
        for (int i = 0; i < 2; ++i) {
            after = before;
            processing.process(after, true); // on its way back
        }
        after = before;
        processing.process(after, true);
        QCOMPARE(after, before);
    }

    void aChangeOfTheEqualizerDoesNotClick()
    {
        Equalizer equalizer(fine);
        float last = 0;
        float step = 0;
        for (int i = 0; i < 100; ++i) {
            std::vector<float> samples(480, 0.1F); // a level: any jump of it is heard
            (void)equalizer.process(samples, {{12, 12, 12, 0, 0, 0, 0, 0, 0, 0}});
            for (std::size_t at = 0; at < samples.size(); at += 2) {
                step = i + at > 0 ? std::max(step, std::abs(samples[at] - last)) : 0;
                last = samples[at];
            }
        }
        QVERIFY2(step < 0.01F, qPrintable(QString::number(step)));
    }

    void theLimiterKeepsEverythingWithin()
    {
        Limiter limiter(fine);
        std::vector<float> samples = tone(440, 3);
        QVERIFY(limiter.process(samples));
        QVERIFY(peakOf(samples) <= 1);
        QVERIFY(peakOf(std::span(samples).last(2000)) > 0.9F); // not softer than it must be
        std::vector<float> soft = tone(440, 0.5F, fine.sampleRate * 2);
        QVERIFY(limiter.process(soft));
        QVERIFY(std::abs(peakOf(std::span(soft).last(2000)) - 0.5F) < 0.001F); // it has let go
        QVERIFY(!limiter.process(soft));
    }

    void fewBitsAreDithered()
    {
        // Softer than half a step: rounded, it would be gone.
        constexpr float step = 1.F / 32768;
        const std::vector<float> before = tone(440, step * 0.4F, fine.sampleRate);
        std::vector<float> after = before;
        Processing(coarse).process(after, false);
        QVERIFY(peakOf(after) <= step * 1.41F);
        double both = 0;
        double power = 0;
        for (std::size_t i = 0; i < after.size(); ++i) {
            both += double(std::round(after[i] / step)) * before[i] / step;
            power += double(before[i]) * before[i] / step / step;
        }
        QVERIFY(std::abs(both / power - 1) < 0.05); // it is still there, as loud as it was
    }

    void manyBitsAreNot()
    {
        const std::vector<float> before = tone(440, 0.1F);
        std::vector<float> after = before;
        Processing(fine).process(after, false);
        QCOMPARE(after, before);
    }

    void presetsAreReadAsTheyAreWritten()
    {
        for (const EqualizationPreset &preset : equalizationPresets()) {
            QCOMPARE(wordsFor(preset.equalization), preset.name);
            QCOMPARE(equalizationFrom(preset.name), preset.equalization);
        }
        const Equalization own{{-12, 0.5, 0, 0, 0, 0, 0, 0, 0, 12}};
        QCOMPARE(wordsFor(own), "-12,0.5,0,0,0,0,0,0,0,12");
        QCOMPARE(equalizationFrom(wordsFor(own)), own);
    }

    void wrongWordsAreNoEqualization_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << "";
        QTest::newRow("no preset") << "loud";
        QTest::newRow("too few") << "1,2,3";
        QTest::newRow("too many") << "0,0,0,0,0,0,0,0,0,0,0";
        QTest::newRow("too loud") << "12.5,0,0,0,0,0,0,0,0,0";
        QTest::newRow("no number") << "nan,0,0,0,0,0,0,0,0,0";
    }
    void wrongWordsAreNoEqualization()
    {
        QFETCH(const QString, words);
        QVERIFY(!equalizationFrom(words));
    }
};

QTEST_APPLESS_MAIN(ProcessingTest)
#include "tst_processing.moc"
