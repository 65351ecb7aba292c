// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"
#include "sync/protocol/nativemessages.h"
#include "tests/unit/sync/json.h"

#include <QTest>

using namespace Sync;
using namespace Sync::Native;
using namespace std::chrono_literals;

namespace {

const PlayerState somePlayer{.trackId = 2,
                             .context = {.fromIs = "album", .fromIsId = 3},
                             .pausedBy = PausedBy::Lease,
                             .position = 1500ms,
                             .since = HubTime(123'456'789us),
                             .playId = 9,
                             .duration = 200s};
const TrackInfo someTrack{
    .id = 2, .title = "Début", .artist = "Ana \"A\" \\ \n", .album = "\xf0\x9f\x8e\xb5", .duration = 200s};

} // namespace

class tst_SyncNativeMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clientMessages_data()
    {
        QTest::addColumn<ClientMessage>("message");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const ClientMessage &message, const char *json) {
            QTest::addRow("%s", name) << message << quoted(json);
        };
        row("join", Join{.device = "tv-1.den_2", .name = "TV in the den", .output = true},
            "{'device':'tv-1.den_2','name':'TV in the den','output':true,'type':'join'}");
        row("join, exact", Join{.device = "a", .name = "A", .output = true, .timing = Timing::Exact},
            "{'device':'a','name':'A','output':true,'timing':'exact','type':'join'}");
        row("join after playing on",
            Join{.device = "a", .name = "", .playing = Playing{.epoch = "e", .playId = 7, .position = 5s}},
            "{'device':'a','name':'','output':false,"
            "'playing':{'epoch':'e','play_id':7,'position_ms':5000},'type':'join'}");
        row("join, silent until chosen",
            Join{.device = "a",
                 .name = "A",
                 .output = true,
                 .active = false,
                 .volume = {.percent = 0, .muted = true},
                 .playing = std::nullopt},
            "{'active':false,'device':'a','muted':true,'name':'A','output':true,'type':'join','volume':0}");
        row("outputs", ChooseOutputs{.devices = {"tv-1.den_2", "plain-7"}},
            "{'devices':['tv-1.den_2','plain-7'],'type':'outputs'}");
        row("no outputs", ChooseOutputs{}, "{'devices':[],'type':'outputs'}");
        row("volume", SetVolume{.device = "a", .volume = {.percent = 100, .muted = false}},
            "{'device':'a','muted':false,'type':'volume','volume':100}");
        row("volume alone", SetVolume{.device = "a", .volume = {.percent = 7}},
            "{'device':'a','type':'volume','volume':7}");
        row("muted alone", SetVolume{.device = "a", .volume = {.muted = true}},
            "{'device':'a','muted':true,'type':'volume'}");
        row("private", SetPrivate{.on = true}, "{'on':true,'type':'private'}");
        row("private no more", SetPrivate{}, "{'on':false,'type':'private'}");
        row("play", Play{.trackId = 2, .context = {.fromIs = "album", .fromIsId = 3}, .position = 250ms},
            "{'from_is':'album','from_is_id':3,'position_ms':250,'track_id':2,'type':'play'}");
        row("play of these",
            Play{
                .trackId = 2, .context = {.fromIs = "search", .fromIsId = 0}, .tracks = QList<TrackId>{1, 2}},
            "{'from_is':'search','from_is_id':0,'position_ms':0,'track_id':2,'tracks':[1,2],'type':'play'}");
        row("play of an item", PlayItem{.item = 5}, "{'item':5,'type':'play_item'}");
        row("enqueue", Enqueue{.tracks = {1, maxId}, .context = {.fromIs = "album", .fromIsId = 3}},
            "{'from_is':'album','from_is_id':3,'place':'end','tracks':[1,9007199254740991],'type':'enqueue'"
            "}");
        row("enqueue before",
            Enqueue{
                .tracks = {}, .context = {.fromIs = "a", .fromIsId = 3}, .place = Place::Before, .before = 4},
            "{'before':4,'from_is':'a','from_is_id':3,'place':'before','tracks':[],'type':'enqueue'}");
        row("move", Move{.items = {3, 1}, .before = 0}, "{'before':0,'items':[3,1],'type':'move'}");
        row("remove", Remove{.items = {3}}, "{'items':[3],'type':'remove'}");
        row("clear", Clear{}, "{'type':'clear'}");
        row("undo", Undo{}, "{'type':'undo'}");
        row("redo", Redo{}, "{'type':'redo'}");
        row("no modes", SetModes{}, "{'type':'modes'}");
        row("modes", SetModes{.shuffle = true, .repeat = Repeat::One, .stopAfter = false},
            "{'repeat':'one','shuffle':true,'stop_after':false,'type':'modes'}");
        row("pause", Native::Pause{}, "{'type':'pause'}");
        row("resume", Native::Resume{}, "{'type':'resume'}");
        row("seek", Seek{.position = 61s}, "{'position_ms':61000,'type':'seek'}");
        row("next", Next{}, "{'type':'next'}");
        row("next of a revision", Next{.revision = 5}, "{'rev':5,'type':'next'}");
        row("previous", Previous{}, "{'type':'previous'}");
        row("previous of a revision", Previous{.revision = 0}, "{'rev':0,'type':'previous'}");
        row("ended", Ended{.playId = maxId}, "{'play_id':9007199254740991,'type':'ended'}");
        row("ended at a time", Ended{.playId = 3, .at = HubTime(5us)},
            "{'at_us':5,'play_id':3,'type':'ended'}");
        row("report of one that keeps time",
            Report{.revision = 5,
                   .position = 1ms,
                   .condition = Condition::Sounding,
                   .time = {.error = 120us, .clockError = 80us, .pacePpm = -40}},
            "{'clock_error_us':80,'condition':'sounding','error_us':120,'pace_ppm':-40,'position_ms':1,'rev':"
            "5,"
            "'type':'report'}");
        row("report",
            Report{.revision = 5,
                   .position = 12'345ms,
                   .condition = Condition::Sounding,
                   .time = {.error = -3ms}},
            "{'condition':'sounding','error_us':-3000,'position_ms':12345,'rev':5,'type':'report'}");
        row("leave", Leave{.connection = 4, .position = 5s},
            "{'connection':4,'position_ms':5000,'type':'leave'}");
        row("leave from nowhere", Leave{.connection = 4}, "{'connection':4,'type':'leave'}");
        row("clock", ClockRequest{.sent = -5us}, "{'sent_us':-5,'type':'clock'}");
    }
    void clientMessages()
    {
        QFETCH(ClientMessage, message);
        QFETCH(QByteArray, json);
        QCOMPARE(serialize(message), json);
        const auto parsed = parseClientMessage(json);
        QVERIFY(std::holds_alternative<ClientMessage>(parsed));
        QVERIFY(std::get<ClientMessage>(parsed) == message);
    }

    void hubMessages_data()
    {
        QTest::addColumn<HubMessage>("message");
        const auto row = [](const char *name, const HubMessage &message) {
            QTest::addRow("%s", name) << message;
        };
        row("hello", Hello{.hub = "hub-1", .name = "Büro", .version = "0.1.0", .connection = 4});
        row("hello to a user", Hello{.hub = "hub-1", .name = "a", .version = "1", .user = "anna"});
        row("state of nothing", State{.epoch = "e", .revision = 0});
        row("state", State{.epoch = "e", .revision = 12, .player = somePlayer, .track = someTrack});
        row("state of an unknown track", State{.epoch = "e", .revision = 12, .player = somePlayer});
        row("state from before the machine started",
            State{.epoch = "e", .revision = 1, .player = PlayerState{.since = HubTime(-59s), .playId = 1}});
        row("modes",
            State{.epoch = "e", .modes = {.shuffle = true, .repeat = Repeat::All, .stopAfter = true}});
        row("empty queue", QueueChange{.revision = 0});
        row("queue",
            QueueChange{.revision = 5,
                        .since = 4,
                        .splice = {.at = 2,
                                   .removed = 1,
                                   .inserted = {{.id = 7, .track = 1, .context = {"album", 3}},
                                                {.id = 8, .track = 2, .context = {"album", 3}},
                                                {.id = 9, .track = 1, .context = {"search", 0}}}},
                        .canUndo = true});
        row("no devices", Devices{});
        row("devices",
            Devices{.devices = {{.id = "a",
                                 .name = "Desktop",
                                 .output = true,
                                 .active = true,
                                 .condition = Condition::Sounding,
                                 .time = {.error = 7us, .clockError = 9us, .pacePpm = 11},
                                 .volume = {.percent = 55, .muted = false},
                                 .timing = Timing::Exact},
                                {.id = "b", .name = "Page", .output = true, .volume = {.muted = true}},
                                {.id = "c", .name = "Phone", .isPrivate = true},
                                {.id = "plain-7",
                                 .name = "::1",
                                 .wire = Wire::Plain,
                                 .condition = Condition::Silent,
                                 .time = {.error = -250ms}}},
                    .total = 70});
        row("clock", ClockAnswer{.sent = 1us, .received = HubTime(2us), .answered = HubTime(3us)});
        row("fault",
            Fault{.command = "seek", .field = "position_ms", .reason = "field 'position_ms' is missing"});
        row("volume", VolumeWish{.volume = {.percent = 100, .muted = true}});
        row("volume to stay, muted", VolumeWish{.volume = {.muted = false}});
        row("left", Left{});
    }
    void hubMessages()
    {
        QFETCH(HubMessage, message);
        const auto parsed = parseHubMessage(serialize(message));
        if (const auto *refused = std::get_if<Refused>(&parsed))
            QFAIL(qPrintable(refused->error.reason));
        QVERIFY(std::get<HubMessage>(parsed) == message);
    }

    void conditions_data()
    {
        QTest::addColumn<Condition>("condition");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("sounds");
        const auto row = [](Condition condition, const char *name, bool sounds) {
            QTest::addRow("%s", name) << condition << QString(name) << sounds;
        };
        row(Condition::Idle, "idle", true);
        row(Condition::Loading, "loading", true);
        row(Condition::Sounding, "sounding", true);
        row(Condition::Paused, "paused", true);
        row(Condition::Missing, "missing", false);
        row(Condition::Failed, "failed", false);
        row(Condition::Silent, "silent", false);
    }
    void conditions()
    {
        QFETCH(Condition, condition);
        QFETCH(QString, name);
        QTEST(canSound(condition), "sounds");
        const ClientMessage report = Report{.condition = condition};
        QCOMPARE(object(serialize(report)).value("condition").toString(), name);
        QVERIFY(std::get<ClientMessage>(parseClientMessage(serialize(report))) == report);
    }

    void endlessTitlesAreCut()
    {
        TrackInfo track = someTrack;
        track.title = QString(5000, QChar(0x4e2d));
        track.artist = QString::fromUtf8("\xf0\x9f\x8e\xb5").repeated(5000);
        const HubMessage message = State{.epoch = "e", .player = somePlayer, .track = track};
        QVERIFY(serialize(message).size() < qsizetype(Limits::messageBytes));
        const auto parsed = parseHubMessage(serialize(message));
        QVERIFY(std::holds_alternative<HubMessage>(parsed));
        const auto &read = std::get<State>(std::get<HubMessage>(parsed));
        QCOMPARE(read.track->title, track.title.left(1024));
        QCOMPARE(read.track->album, track.album);
    }
};

QTEST_GUILESS_MAIN(tst_SyncNativeMessages)
#include "tst_sync_nativemessages.moc"
