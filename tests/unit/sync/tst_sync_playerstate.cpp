// SPDX-License-Identifier: Apache-2.0
#include "sync/session/playerstate.h"

#include <QTest>

using namespace Sync;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

HubTime at(milliseconds time) { return HubTime(time); }

NewTrack track(TrackId id, milliseconds time, milliseconds duration = 0ms)
{
    return {.trackId = id, .fromIs = "album", .fromIsId = 2, .duration = duration, .at = at(time)};
}

std::optional<PlayerState> after(std::initializer_list<Update> updates)
{
    std::optional<PlayerState> state;
    for (const Update &update : updates) {
        const auto result = updated(state, update);
        if (std::holds_alternative<Refusal>(result))
            return std::nullopt;
        state = std::get<PlayerState>(result);
    }
    return state;
}

} // namespace

class tst_SyncPlayerState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readmeWalkThrough()
    {
        const auto playing = after({track(2, 12s)});
        QVERIFY(playing && !playing->paused());
        QCOMPARE(playing->position, 0ms);
        QCOMPARE(positionAt(*playing, at(22s)), milliseconds(10s));
        const auto paused = after({track(2, 12s), Pause{.at = at(27s)}});
        QVERIFY(paused && paused->paused());
        QCOMPARE(paused->position, milliseconds(15s));
        QCOMPARE(positionAt(*paused, at(10h)), milliseconds(15s));
    }

    void positions_data()
    {
        QTest::addColumn<QList<Update>>("updates");
        QTest::addColumn<milliseconds>("time");
        QTest::addColumn<milliseconds>("position");
        const auto row = [](const char *name, QList<Update> updates, milliseconds time,
                            milliseconds position) {
            QTest::addRow("%s", name) << std::move(updates) << time << position;
        };
        row("playing", {track(1, 0s)}, 10s, 10s);
        row("paused", {track(1, 0s), Pause{at(5s)}}, 60s, 5s);
        row("paused twice", {track(1, 0s), Pause{at(5s)}, Pause{at(9s)}}, 60s, 5s);
        row("resumed", {track(1, 0s), Pause{at(5s)}, Resume{at(20s)}}, 23s, 8s);
        row("resumed twice", {track(1, 0s), Pause{at(5s)}, Resume{at(20s)}, Resume{at(22s)}}, 23s, 8s);
        row("resumed while playing", {track(1, 0s), Resume{at(20s)}}, 23s, 23s);
        row("paused again", {track(1, 0s), Pause{at(5s)}, Resume{at(20s)}, Pause{at(27s)}}, 60s, 12s);
        row("seek while playing", {track(1, 0s), ChangePosition{50s, at(5s)}}, 7s, 52s);
        row("seek while paused", {track(1, 0s), Pause{at(5s)}, ChangePosition{50s, at(6s)}}, 90s, 50s);
        row("seek while paused, then on",
            {track(1, 0s), Pause{at(5s)}, ChangePosition{50s, at(6s)}, Resume{at(10s)}}, 11s, 51s);
        row("new track after a pause", {track(1, 0s), Pause{at(5s)}, track(2, 10s)}, 12s, 2s);
        row("new track not from its start", {NewTrack{1, "album", 2, 30s, 0ms, at(10s)}}, 12s, 32s);

        row("older pause", {track(1, 10s), Pause{at(4s)}}, 60s, 0s);
        row("older pause after a seek", {track(1, 0s), ChangePosition{50s, at(10s)}, Pause{at(8s)}}, 60s,
            50s);
        row("older seek is believed", {track(1, 10s), ChangePosition{50s, at(8s)}}, 10s, 52s);
        row("asked about the past", {track(1, 10s)}, 4s, 0s);
        row("stamp ahead of the clock", {track(1, 10s), ChangePosition{50s, at(12s)}}, 11s, 50s);

        row("past the end", {track(1, 0s, 200s)}, 10h, 200s);
        row("paused past the end", {track(1, 0s, 200s), Pause{at(300s)}}, 400s, 200s);
        row("seek past the end", {track(1, 0s, 200s), ChangePosition{250s, at(1s)}}, 1s, 200s);
        row("seek to the end", {track(1, 0s, 200s), ChangePosition{200s, at(1s)}}, 5s, 200s);
        row("unknown length", {track(1, 0s), ChangePosition{250s, at(1s)}}, 3s, 252s);
        row("the next track has its own length", {track(1, 0s, 200s), track(2, 100s, 10s)}, 200s, 10s);
        row("the length does not stay with the next track", {track(1, 0s, 10s), track(2, 100s)}, 200s, 100s);
        row("start past the end", {NewTrack{1, "album", 2, 30s, 20s, at(10s)}}, 10s, 20s);
        row("negative start", {NewTrack{1, "album", 2, -30s, 20s, at(10s)}}, 10s, 0s);
        row("fractions", {track(1, 0s), Pause{at(1500ms)}, Resume{at(2s)}}, 2001ms, 1501ms);
    }
    void positions()
    {
        QFETCH(QList<Update>, updates);
        QFETCH(milliseconds, time);
        std::optional<PlayerState> state;
        for (const Update &update : updates)
            state = std::get<PlayerState>(updated(state, update));
        QTEST(positionAt(*state, at(time)), "position");
    }

    void saidTwiceChangesNothing()
    {
        const auto paused = after({track(1, 0s), Pause{at(5s)}});
        QVERIFY(std::get<PlayerState>(updated(paused, Pause{at(50s)})) == *paused);
        const auto playing = after({track(1, 0s)});
        QVERIFY(std::get<PlayerState>(updated(playing, Resume{at(50s)})) == *playing);
    }

    void pausingAfterTheHubPausedMakesItThePersonsOwn()
    {
        const auto lease = after({track(1, 0s), Pause{.at = at(5s), .by = PausedBy::Lease}});
        const auto paused = std::get<PlayerState>(updated(lease, Pause{.at = at(9s)}));
        QVERIFY(paused.pausedBy == PausedBy::User);
        QCOMPARE(paused.position, milliseconds(5s));
        const auto user = after({track(1, 0s), Pause{at(5s)}});
        QVERIFY(std::get<PlayerState>(updated(user, Pause{.at = at(9s), .by = PausedBy::Lease})) == *user);
    }

    void contextStaysWhereItIsNotGiven_data()
    {
        QTest::addColumn<std::optional<QString>>("kind");
        QTest::addColumn<std::optional<quint64>>("id");
        QTest::addColumn<QString>("kindAfter");
        QTest::addColumn<quint64>("idAfter");
        using Kind = std::optional<QString>;
        using Id = std::optional<quint64>;
        QTest::addRow("neither") << Kind() << Id() << "album" << quint64(2);
        QTest::addRow("kind") << Kind("favorites") << Id() << "favorites" << quint64(2);
        QTest::addRow("id") << Kind() << Id(9) << "album" << quint64(9);
        QTest::addRow("both") << Kind("playlist") << Id(9) << "playlist" << quint64(9);
    }
    void contextStaysWhereItIsNotGiven()
    {
        QFETCH(std::optional<QString>, kind);
        QFETCH(std::optional<quint64>, id);
        const auto state =
            after({track(1, 0s), NewTrack{.trackId = 5, .fromIs = kind, .fromIsId = id, .at = at(1s)}});
        QVERIFY(state);
        QCOMPARE(state->trackId, TrackId(5));
        QTEST(state->context.fromIs, "kindAfter");
        QTEST(state->context.fromIsId, "idAfter");
    }

    void refusals_data()
    {
        QTest::addColumn<Update>("update");
        QTest::addColumn<Refusal>("refusal");
        const auto row = [](const char *name, const Update &update, Refusal refusal) {
            QTest::addRow("%s", name) << update << refusal;
        };
        row("pause", Pause{at(1s)}, Refusal::NoTrack);
        row("resume", Resume{at(1s)}, Refusal::NoTrack);
        row("seek", ChangePosition{1s, at(1s)}, Refusal::NoTrack);
        row("first track without context", NewTrack{.trackId = 1}, Refusal::NoContext);
        row("first track without kind", NewTrack{.trackId = 1, .fromIsId = 2}, Refusal::NoContext);
        row("first track without id", NewTrack{.trackId = 1, .fromIs = "album"}, Refusal::NoContext);
    }
    void refusals()
    {
        QFETCH(Update, update);
        QFETCH(Refusal, refusal);
        const auto result = updated(std::nullopt, update);
        QVERIFY(std::holds_alternative<Refusal>(result));
        QVERIFY(std::get<Refusal>(result) == refusal);
    }
};

QTEST_GUILESS_MAIN(tst_SyncPlayerState)
#include "tst_sync_playerstate.moc"
