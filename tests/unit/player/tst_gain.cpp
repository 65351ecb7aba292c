// SPDX-License-Identifier: Apache-2.0
#include "app/player/gain.h"

#include <QTest>

using namespace Player;

class GainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void multiplies_data()
    {
        QTest::addColumn<Loudness>("loudness");
        QTest::addColumn<GainSettings>("settings");
        QTest::addColumn<bool>("withinAlbum");
        QTest::addColumn<float>("factor");

        const Loudness both{
            .trackGain = -6.0206F, .trackPeak = 1.F, .albumGain = -12.0412F, .albumPeak = 1.F};
        const GainSettings off{};
        const GainSettings track{.mode = GainMode::Track};
        const GainSettings album{.mode = GainMode::Album};
        const GainSettings automatic{.mode = GainMode::Automatic};
        QTest::newRow("off") << both << off << true << 1.F;
        QTest::newRow("track") << both << track << true << 0.5F;
        QTest::newRow("album") << both << album << false << 0.25F;
        QTest::newRow("automatic, an album") << both << automatic << true << 0.25F;
        QTest::newRow("automatic, a mix") << both << automatic << false << 0.5F;
        QTest::newRow("nothing known") << Loudness{} << track << false << 1.F;
        QTest::newRow("no album's") << Loudness{.trackGain = -6.0206F} << album << true << 0.5F;
        QTest::newRow("only the album's") << Loudness{.albumGain = -6.0206F} << track << false << 0.5F;
        QTest::newRow("preamplified")
            << both << GainSettings{.mode = GainMode::Track, .preampDb = 6.0206F} << false << 1.F;
        QTest::newRow("would be cut off")
            << Loudness{.trackGain = 12.0412F, .trackPeak = 0.5F} << track << false << 2.F;
        QTest::newRow("has room") << Loudness{.trackGain = 6.0206F, .trackPeak = 0.25F} << track << false
                                  << 2.F;
        QTest::newRow("peak unknown") << Loudness{.trackGain = 6.0206F} << track << false << 2.F;
        QTest::newRow("peak of nothing")
            << Loudness{.trackGain = 6.0206F, .trackPeak = 0.F} << track << false << 2.F;
    }

    void multiplies()
    {
        QFETCH(const Loudness, loudness);
        QFETCH(const GainSettings, settings);
        QFETCH(const bool, withinAlbum);
        QFETCH(const float, factor);
        QVERIFY(std::abs(gainFor(loudness, settings, withinAlbum) - factor) < 0.0001F);
    }
};

QTEST_APPLESS_MAIN(GainTest)
#include "tst_gain.moc"
