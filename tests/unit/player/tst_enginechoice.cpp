// SPDX-License-Identifier: Apache-2.0
#include "app/player/enginechoice.h"

#include <QTest>

using namespace Player;
using namespace std::chrono_literals;

class EngineChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chooses_data()
    {
        using Forced = std::optional<Engine>;
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<std::chrono::milliseconds>("length");
        QTest::addColumn<Forced>("forced");
        QTest::addColumn<bool>("refused");
        QTest::addColumn<Engine>("engine");

        const QUrl file("file:///music/one.flac");
        const QUrl far("http://den:6681/media/1");
        QTest::newRow("file") << file << 0ms << Forced() << false << Engine::Timeline;
        QTest::newRow("part of a file") << file << 3000ms << Forced() << false << Engine::Timeline;
        QTest::newRow("file nobody could open") << file << 0ms << Forced() << true << Engine::MediaPlayer;
        QTest::newRow("pushed, with an end") << far << 3000ms << Forced() << false << Engine::Timeline;
        QTest::newRow("radio") << far << 0ms << Forced() << false << Engine::MediaPlayer;
        QTest::newRow("forced") << file << 0ms << Forced(Engine::MediaPlayer) << false << Engine::MediaPlayer;
        QTest::newRow("radio, forced") << far << 0ms << Forced(Engine::Timeline) << false << Engine::Timeline;
        QTest::newRow("forced, refused")
            << file << 0ms << Forced(Engine::Timeline) << true << Engine::Timeline;
    }

    void trackAtAnAddressHasAnEnd()
    {
        Media media(QUrl("http://127.0.0.1:6681/media/1"));
        media.isTrack = true;
        QCOMPARE(engineFor(media, {}, false), Engine::Timeline);
        QCOMPARE(engineFor(media, {}, true), Engine::MediaPlayer);
    }

    void chooses()
    {
        QFETCH(const QUrl, url);
        QFETCH(const std::chrono::milliseconds, length);
        QFETCH(const std::optional<Engine>, forced);
        QFETCH(const bool, refused);
        QTEST(engineFor({url, {}, length}, forced, refused), "engine");
    }
};

QTEST_APPLESS_MAIN(EngineChoiceTest)
#include "tst_enginechoice.moc"
