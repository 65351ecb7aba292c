// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/plainmessages.h"
#include "tests/unit/sync/json.h"

#include <QTest>

using namespace Sync;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

const Instant instant{.now = HubTime(1000s), .wallOffset = 1652087352s};

/// All that a client written after the README knows. It has never heard of a track's length.
struct ReadmeClient {
    TrackId trackId = 0;
    QString fromIs;
    quint64 fromIsId = 0;
    bool paused = true;
    milliseconds last{0};
    WallTime time;

    [[nodiscard]] milliseconds position(WallTime now) const
    {
        return paused ? last : last + std::max(milliseconds(0), now - time);
    }
    void hear(const Plain::NewTrack &track, WallTime stamp)
    {
        *this = {.trackId = track.trackId,
                 .fromIs = track.fromIs.value_or(fromIs),
                 .fromIsId = track.fromIsId.value_or(fromIsId),
                 .paused = false,
                 .last = {},
                 .time = stamp};
    }
    void hear(const Plain::OnPause &, WallTime stamp)
    {
        last = position(stamp);
        time = stamp;
        paused = true;
    }
    void hear(const Plain::OffPause &, WallTime stamp)
    {
        time = paused ? stamp : time;
        paused = false;
    }
    void hear(const Plain::ChangePosition &change, WallTime stamp)
    {
        last = change.position;
        time = stamp;
    }
    void hear(const QByteArray &json)
    {
        const auto message = std::get<Plain::Message>(Plain::parse(json));
        std::visit([&](const auto &what) { hear(what, message.stamp); }, message.what);
    }
};

ReadmeClient clientOf(const PlayerState &state)
{
    return {.trackId = state.trackId,
            .fromIs = state.context.fromIs,
            .fromIsId = state.context.fromIsId,
            .paused = state.paused(),
            .last = state.position,
            .time = instant.wall(state.since)};
}

PlayerState state(milliseconds position, milliseconds since, PausedBy by = PausedBy::Nobody)
{
    return {.trackId = 2,
            .context = {.fromIs = "album", .fromIsId = 3},
            .pausedBy = by,
            .position = position,
            .since = HubTime(since),
            .playId = 4};
}

PlayerState started(PlayerState state, TrackId track, milliseconds duration = 0ms)
{
    state.trackId = track;
    state.duration = duration;
    ++state.playId;
    return state;
}

PlayerState lasting(PlayerState state, milliseconds duration)
{
    state.duration = duration;
    return state;
}

} // namespace

class tst_SyncTransition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clientEndsWhereTheSessionIs_data()
    {
        QTest::addColumn<std::optional<PlayerState>>("before");
        QTest::addColumn<PlayerState>("after");
        QTest::addColumn<QByteArrayList>("types");
        const auto row = [](const char *name, const std::optional<PlayerState> &before,
                            const PlayerState &after, const QByteArrayList &types) {
            QTest::addRow("%s", name) << before << after << types;
        };
        const auto user = PausedBy::User;
        const auto lease = PausedBy::Lease;
        const PlayerState playing = state(5s, 100s);
        const PlayerState paused = state(5s, 100s, user);

        row("first track", std::nullopt, state(0s, 100s), {"new_track"});
        row("first track from its middle", std::nullopt, state(30s, 100s), {"new_track", "change_position"});
        row("a paused session, to one who knows nothing", std::nullopt, paused,
            {"new_track", "on_pause", "change_position"});
        row("paused at the start, to one who knows nothing", std::nullopt, state(0s, 100s, user),
            {"new_track", "on_pause"});
        row("pause", playing, state(15s, 110s, user), {"on_pause"});
        row("resume", paused, state(5s, 150s), {"off_pause"});
        row("seek while playing", playing, state(60s, 110s), {"change_position"});
        row("seek while paused", paused, state(60s, 110s, user), {"change_position"});
        row("seek back to the start", playing, state(0s, 110s), {"change_position"});
        row("next", playing, started(state(0s, 110s), 7), {"new_track"});
        row("next while paused", paused, started(state(0s, 110s), 7), {"new_track"});
        row("same track again", playing, started(state(0s, 110s), 2), {"new_track"});
        row("lease pause at an earlier position", playing, state(12s, 119s, lease),
            {"on_pause", "change_position"});
        row("taken back after a lease pause", state(12s, 119s, lease), state(30s, 125s),
            {"off_pause", "change_position"});
        row("the pause becomes the person's own", state(12s, 119s, lease), state(12s, 119s, user), {});
        row("the end of the last track", playing, state(0s, 300s, user), {"on_pause", "change_position"});
        row("pause stamped before the track began", state(0s, 100s), state(0s, 95s, user), {"on_pause"});
        row("paused past the end of a known length", lasting(playing, 20s),
            lasting(state(20s, 500s, user), 20s), {"on_pause", "change_position"});
        row("next track is long over", lasting(playing, 20s), started(state(0s, 500s, user), 9, 30s),
            {"new_track", "on_pause"});
        row("nothing new", playing, playing, {});
        row("fractions", state(250ms, 100s), state(1375ms, 101125ms, user), {"on_pause"});
    }
    void clientEndsWhereTheSessionIs()
    {
        QFETCH(std::optional<PlayerState>, before);
        QFETCH(PlayerState, after);
        ReadmeClient client = before ? clientOf(*before) : ReadmeClient{};
        QByteArrayList types;
        for (const QByteArray &message : Plain::transition(before, after, instant)) {
            types.append(object(message).value("type_push_state").toString().toUtf8());
            client.hear(message);
        }
        QTEST(types, "types");
        QCOMPARE(client.trackId, after.trackId);
        QCOMPARE(client.fromIs, after.context.fromIs);
        QCOMPARE(client.fromIsId, after.context.fromIsId);
        QCOMPARE(client.paused, after.paused());
        for (const milliseconds later : {0ms, 1ms, 7000ms})
            QCOMPARE(client.position(instant.wall(after.since + later)),
                     after.paused() ? after.position : after.position + later);
    }

    void snapshotHasTheSixFields_data()
    {
        QTest::addColumn<PlayerState>("player");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const PlayerState &player, const char *json) {
            QTest::addRow("%s", name) << player << quoted(json);
        };
        row("playing", state(15s, 27s),
            "{'from_is':'album','from_is_id':3,'last_sec_position':15,'on_pause':false,"
            "'time_state_update':'2022-05-09T09:09:39+0000','track_id':2}");
        row("paused at the start", state(0s, 0s, PausedBy::User),
            "{'from_is':'album','from_is_id':3,'last_sec_position':0,'on_pause':true,"
            "'time_state_update':'2022-05-09T09:09:12+0000','track_id':2}");
        row("paused by the hub", state(1500ms, 250ms, PausedBy::Lease),
            "{'from_is':'album','from_is_id':3,'last_sec_position':1.5,'on_pause':true,"
            "'time_state_update':'2022-05-09T09:09:12.250+0000','track_id':2}");
        row("the largest ids",
            PlayerState{.trackId = maxId, .context = {.fromIs = "", .fromIsId = maxId}, .position = 1ms},
            "{'from_is':'','from_is_id':9007199254740991,'last_sec_position':0.001,'on_pause':false,"
            "'time_state_update':'2022-05-09T09:09:12+0000','track_id':9007199254740991}");
    }
    void snapshotHasTheSixFields()
    {
        QFETCH(PlayerState, player);
        QTEST(Plain::snapshot(player, instant), "json");
    }

    void fixedAnswers()
    {
        QCOMPARE(Plain::noTrackState.toByteArray(), quoted("{'type_push_state':'no_track_state'}"));
        QCOMPARE(Plain::invalidFormat.toByteArray(), quoted("{'type_push_state':'invalid_format'}"));
    }
};

QTEST_GUILESS_MAIN(tst_SyncTransition)
#include "tst_sync_transition.moc"
