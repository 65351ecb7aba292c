// SPDX-License-Identifier: Apache-2.0
#include "app/personal/listening.h"

#include <QTest>

using namespace Personal;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using Sync::HubTime;

namespace {

using State = std::optional<Sync::PlayerState>;

State playing(Sync::TrackId track, quint64 playId, milliseconds duration = 200s)
{
    return Sync::PlayerState{.trackId = track, .playId = playId, .duration = duration};
}

State paused(State state)
{
    state->pausedBy = Sync::PausedBy::User;
    return state;
}

const Moment noon(12h);

} // namespace

class tst_PersonalListening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void howMuchCounts_data()
    {
        QTest::addColumn<milliseconds>("duration");
        QTest::addColumn<milliseconds>("heard");
        QTest::addColumn<bool>("isPlay");
        QTest::addColumn<bool>("completed");
        const auto row = [](const char *name, milliseconds duration, milliseconds heard, bool isPlay,
                            bool completed) {
            QTest::addRow("%s", name) << duration << heard << isPlay << completed;
        };
        row("skipped", 200s, 9s, false, false);
        row("begun", 200s, 10s, true, false);
        row("not quite half", 200s, 99s, true, false);
        row("half", 200s, 100s, true, true);
        row("long, four minutes", 1h, 4min, true, true);
        row("long, less", 1h, 3min, true, false);
        row("of no known length", 0s, 239s, true, false);
        row("of no known length, four minutes", 0s, 240s, true, true);
    }
    void howMuchCounts()
    {
        QFETCH(milliseconds, duration);
        QFETCH(milliseconds, heard);
        Listening listening;
        QVERIFY(!listening.become(playing(1, 1, duration), HubTime(0s), noon));
        const auto play = listening.become(playing(2, 2), HubTime(heard), noon + heard);
        QTEST(play.has_value(), "isPlay");
        if (!play)
            return;
        QCOMPARE(play->trackId, Sync::TrackId(1));
        QVERIFY(play->started == noon);
        QCOMPARE(play->played, heard);
        QTEST(play->completed, "completed");
    }

    void pausesAreNotHeard()
    {
        Listening listening;
        QVERIFY(!listening.become(playing(1, 1), HubTime(0s), noon));
        QVERIFY(!listening.become(paused(playing(1, 1)), HubTime(20s), noon + 20s));
        QVERIFY(!listening.become(playing(1, 1), HubTime(1h), noon + 1h));
        const auto play = listening.become(std::nullopt, HubTime(1h + 10s), noon + 1h + 10s);
        QVERIFY(play);
        QCOMPARE(play->played, milliseconds(30s));
    }

    void seeksAreNotHeardEither()
    {
        Listening listening;
        QVERIFY(!listening.become(playing(1, 1), HubTime(0s), noon));
        State moved = playing(1, 1);
        moved->position = 190s;
        QVERIFY(!listening.become(moved, HubTime(15s), noon + 15s));
        const auto play = listening.become(playing(1, 2), HubTime(25s), noon + 25s);
        QVERIFY(play);
        QCOMPARE(play->played, milliseconds(25s));
        QVERIFY(!play->completed);
    }

    void theSameTrackAgainIsAnotherPlay()
    {
        Listening listening;
        QVERIFY(!listening.become(playing(1, 1), HubTime(0s), noon));
        QVERIFY(listening.become(playing(1, 2), HubTime(200s), noon + 200s));
        const auto play = listening.become(playing(1, 3), HubTime(400s), noon + 400s);
        QVERIFY(play);
        QVERIFY(play->started == noon + 200s);
    }
};

QTEST_GUILESS_MAIN(tst_PersonalListening)
#include "tst_personal_listening.moc"
