// SPDX-License-Identifier: Apache-2.0
#include "app/analysis/meter.h"
#include "tests/unit/analysis/loudmusic.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numbers>

using namespace Analysis;
using Library::Measured;
using LoudMusic::Stretch;
using Player::SoundFormat;

using Levels = QList<double>;
Q_DECLARE_METATYPE(Stretch)

class MeterTest : public QObject
{
    Q_OBJECT

    /// One for each channel, in decibels of full scale; none: silence.
    static std::vector<float> sine(const SoundFormat &format, double seconds, const Levels &levels)
    {
        std::vector<float> samples;
        const int frames = int(seconds * format.sampleRate);
        samples.reserve(std::size_t(frames * format.channels));
        for (int frame = 0; frame < frames; ++frame) {
            const double wave = std::sin(2000 * std::numbers::pi * frame / format.sampleRate);
            for (int channel = 0; channel < format.channels; ++channel)
                samples.push_back(channel < levels.size() && levels[channel] < 0
                                      ? float(wave * std::pow(10., levels[channel] / 20))
                                      : 0.F);
        }
        return samples;
    }

    static Meter metered(const SoundFormat &format, const std::vector<float> &samples)
    {
        Meter meter(format);
        meter.take(samples);
        meter.finish();
        return meter;
    }

private Q_SLOTS:
    /// EBU Tech 3341, table 1, as far as it is about the whole of a programme.
    void agreesWithTheStandard_data()
    {
        QTest::addColumn<QList<Stretch>>("stretches");
        QTest::addColumn<double>("loudness");
        QTest::newRow("case 1") << QList<Stretch>{{-23, 20}} << -23.;
        QTest::newRow("case 2") << QList<Stretch>{{-33, 20}} << -33.;
        QTest::newRow("case 3") << QList<Stretch>{{-36, 10}, {-23, 60}, {-36, 10}} << -23.;
        QTest::newRow("case 4") << QList<Stretch>{{-72, 10}, {-36, 10}, {-23, 60}, {-36, 10}, {-72, 10}}
                                << -23.;
        QTest::newRow("case 5") << QList<Stretch>{{-26, 20}, {-20, 20.1}, {-26, 20}} << -23.;
    }

    void agreesWithTheStandard()
    {
        QFETCH(const QList<Stretch>, stretches);
        QFETCH(const double, loudness);
        constexpr SoundFormat format{.sampleRate = 48000, .channels = 2};
        Meter meter(format);
        double loudest = -100;
        for (const auto &[decibels, seconds] : stretches) {
            meter.take(sine(format, seconds, {decibels, decibels}));
            loudest = std::max(loudest, decibels);
        }
        meter.finish();
        QVERIFY(LoudMusic::fits(meter.measured().gain, loudness));
        QVERIFY(std::abs(20 * std::log10(*meter.measured().peak) - loudest) < 0.01);
    }

    void rates_data()
    {
        QTest::addColumn<int>("rate");
        for (const int rate : {8000, 44100, 96000, 192000})
            QTest::addRow("%d", rate) << rate;
    }

    void rates()
    {
        QFETCH(const int, rate);
        const SoundFormat format{.sampleRate = rate, .channels = 2};
        QVERIFY(LoudMusic::fits(metered(format, sine(format, 5, {-23, -23})).measured().gain, -23));
    }

    /// Case 6 is of five channels; the others follow from it: 1.5 dB more for what comes from the sides,
    /// nothing for the subwoofer.
    void channels_data()
    {
        QTest::addColumn<Levels>("levels");
        QTest::addColumn<double>("loudness");
        QTest::newRow("mono, on two loudspeakers") << Levels{-23} << -23.;
        QTest::newRow("5.0") << Levels{-28, -28, -24, -30, -30} << -23.;
        QTest::newRow("5.1") << Levels{-28, -28, -24, -5, -30, -30} << -23.;
        QTest::newRow("2.1") << Levels{-23, -23, -5} << -23.;
        QTest::newRow("4.0, behind") << Levels{0, 0, 0, -20} << -23.;
        QTest::newRow("6.1, behind") << Levels{0, 0, 0, -5, -20, 0, 0} << -23.;
        QTest::newRow("7.1, behind") << Levels{0, 0, 0, -5, -23, -23, 0, 0} << -23.;
        QTest::newRow("7.1, sides") << Levels{0, 0, 0, -5, 0, 0, -23, -23} << -21.5;
    }

    void channels()
    {
        QFETCH(const Levels, levels);
        QFETCH(const double, loudness);
        const SoundFormat format{.sampleRate = 48000, .channels = int(levels.size())};
        QVERIFY(LoudMusic::fits(metered(format, sine(format, 5, levels)).measured().gain, loudness));
    }

    void silenceHasNone()
    {
        constexpr SoundFormat format;
        QCOMPARE(metered(format, sine(format, 5, {})).measured(), Measured());
        QCOMPARE(metered(format, {}).measured(), Measured());
    }

    void whatIsTooShortHasAPeak()
    {
        constexpr SoundFormat format;
        const Measured measured = metered(format, sine(format, 0.3, {-20, -20})).measured();
        QVERIFY(!measured.gain);
        QVERIFY(std::abs(*measured.peak - 0.1F) < 0.001F);
    }

    void brokenSamplesTellNothing_data()
    {
        QTest::addColumn<float>("sample");
        QTest::newRow("no number") << std::numeric_limits<float>::quiet_NaN();
        QTest::newRow("infinite") << std::numeric_limits<float>::infinity();
    }

    void brokenSamplesTellNothing()
    {
        QFETCH(const float, sample);
        constexpr SoundFormat format;
        QVERIFY(!metered(format, std::vector<float>(2 * 44100 * 5, sample)).measured().gain);
    }

    void anAlbumIsMeasuredAsOne()
    {
        constexpr SoundFormat narrow{.sampleRate = 44100, .channels = 2};
        constexpr SoundFormat wide{.sampleRate = 96000, .channels = 6};
        const Levels loud{-20, -20};
        const Levels quiet{-32, -32};
        Meter whole(narrow);
        whole.take(sine(narrow, 6, loud));
        whole.take(sine(narrow, 20, quiet));
        whole.finish();

        std::vector<Meter> parts;
        parts.push_back(metered(narrow, sine(narrow, 6, loud)));
        parts.push_back(metered(wide, sine(wide, 20, quiet)));
        parts.push_back(metered(wide, sine(wide, 30, {})));
        const Measured together = Meter::together(parts);
        QVERIFY(std::abs(*together.gain - *whole.measured().gain) < 0.1F);
        QVERIFY(std::abs(*together.peak - 0.1F) < 0.001F);
        QVERIFY(std::abs(*together.gain - *parts[0].measured().gain) > 1);
        QCOMPARE(Meter::together({}), Measured());
    }
};

QTEST_GUILESS_MAIN(MeterTest)
#include "tst_analysis_meter.moc"
