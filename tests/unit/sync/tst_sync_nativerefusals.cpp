// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"
#include "sync/protocol/nativemessages.h"
#include "tests/unit/sync/json.h"

#include <QTest>

using namespace Sync;
using namespace Sync::Native;

class tst_SyncNativeRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void client_data();
    void client()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, command);
        QFETCH(QString, field);
        const auto parsed = parseClientMessage(json);
        QVERIFY(std::holds_alternative<Refused>(parsed));
        check(std::get<Refused>(parsed), command, field);
    }

    void queue_data();
    void queue() { client(); }

    void hub_data();
    void hub()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, command);
        QFETCH(QString, field);
        const auto parsed = parseHubMessage(json);
        QVERIFY(std::holds_alternative<Refused>(parsed));
        check(std::get<Refused>(parsed), command, field);
    }

    void unknownFieldsAreLeftAlone()
    {
        const auto parsed =
            parseClientMessage(quoted("{'type':'seek','position_ms':5,'later':{'x':[null]}}"));
        QVERIFY(std::holds_alternative<ClientMessage>(parsed));
    }

private:
    static void columns()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("field");
    }
    static void row(const char *name, const QByteArray &json, const char *command, const char *field)
    {
        QTest::addRow("%s", name) << QByteArray(json).replace('\'', '"') << QString(command)
                                  << QString(field);
    }
    static void check(const Refused &refused, const QString &command, const QString &field)
    {
        QCOMPARE(refused.command, command);
        QCOMPARE(refused.error.field, field);
        QVERIFY(!refused.error.reason.isEmpty());
        const QString innermost = field.section('.', -1);
        QVERIFY2(field.isEmpty() || refused.error.reason.contains('\'' + innermost + '\''),
                 qPrintable(refused.error.reason));
    }
};

void tst_SyncNativeRefusals::client_data()
{
    columns();
    row("nothing", "", "", "");
    row("not JSON", "join me", "", "");
    row("an array", "[{'type':'pause'}]", "", "");
    row("no type", "{}", "", "type");
    row("type is a number", "{'type':5}", "", "type");
    row("unknown type", "{'type':'fly'}", "fly", "type");
    row("endless type", "{'type':'" + QByteArray(33, 'x') + "'}", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "type");
    row("message of the hub", "{'type':'hello'}", "hello", "type");

    row("join without device", "{'type':'join','name':'a','output':true}", "join", "device");
    row("join, empty device", "{'type':'join','device':'','name':'a','output':true}", "join", "device");
    row("join, device with a slash", "{'type':'join','device':'../a','name':'a','output':true}", "join",
        "device");
    row("join, device with a letter beyond ASCII",
        "{'type':'join','device':'\xc3\xa4','name':'a','output':true}", "join", "device");
    row("join, device of 65 bytes",
        "{'type':'join','device':'" + QByteArray(65, 'd') + "','name':'a','output':true}", "join", "device");
    row("join without name", "{'type':'join','device':'a','output':true}", "join", "name");
    row("join, name of 129 bytes",
        "{'type':'join','device':'a','name':'" + QByteArray(129, 'n') + "','output':true}", "join", "name");
    row("join without output", "{'type':'join','device':'a','name':'a'}", "join", "output");
    row("join, output is a number", "{'type':'join','device':'a','name':'a','output':1}", "join", "output");
    const QByteArray output = "{'type':'join','device':'a','name':'a','output':true,";
    row("join, active is a number", output + "'active':1}", "join", "active");
    row("join, active is null", output + "'active':null}", "join", "active");
    row("join, volume is text", output + "'volume':'50'}", "join", "volume");
    row("join, louder than loud", output + "'volume':101}", "join", "volume");
    row("join, muted is a number", output + "'volume':5,'muted':0}", "join", "muted");
    const QByteArray join = output + "'playing':";
    row("join, playing is text", join + "'yes'}", "join", "playing");
    row("join, playing is null", join + "null}", "join", "playing");
    row("join, playing without epoch", join + "{'play_id':1,'position_ms':1}}", "join", "playing.epoch");
    row("join, playing without id", join + "{'epoch':'e','position_ms':1}}", "join", "playing.play_id");
    row("join, playing without position", join + "{'epoch':'e','play_id':1}}", "join", "playing.position_ms");
    row("join, playing before the start", join + "{'epoch':'e','play_id':1,'position_ms':-1}}", "join",
        "playing.position_ms");

    row("play without track", "{'type':'play','from_is':'album','from_is_id':1}", "play", "track_id");
    row("play, track is text", "{'type':'play','track_id':'2','from_is':'album','from_is_id':1}", "play",
        "track_id");
    row("play, track is 2^53", "{'type':'play','track_id':9007199254740992,'from_is':'a','from_is_id':1}",
        "play", "track_id");
    row("play without context", "{'type':'play','track_id':2,'from_is_id':1}", "play", "from_is");
    row("play, context of 33 bytes",
        "{'type':'play','track_id':2,'from_is_id':1,'from_is':'" + QByteArray(33, 'k') + "'}", "play",
        "from_is");
    row("play without context id", "{'type':'play','track_id':2,'from_is':'album'}", "play", "from_is_id");
    row("play, fraction of a context id", "{'type':'play','track_id':2,'from_is':'album','from_is_id':1.5}",
        "play", "from_is_id");
    row("play before the start", "{'type':'play','track_id':2,'from_is':'a','from_is_id':1,'position_ms':-1}",
        "play", "position_ms");

    row("seek without position", "{'type':'seek'}", "seek", "position_ms");
    row("seek before the start", "{'type':'seek','position_ms':-1}", "seek", "position_ms");
    row("seek to a fraction", "{'type':'seek','position_ms':0.5}", "seek", "position_ms");
    row("seek beyond any track", "{'type':'seek','position_ms':31622400001}", "seek", "position_ms");
    row("next, revision is text", "{'type':'next','rev':'5'}", "next", "rev");
    row("next, negative revision", "{'type':'next','rev':-1}", "next", "rev");
    row("previous, revision is null", "{'type':'previous','rev':null}", "previous", "rev");
    row("ended without id", "{'type':'ended'}", "ended", "play_id");
    row("ended, negative id", "{'type':'ended','play_id':-1}", "ended", "play_id");

    row("private without on", "{'type':'private'}", "private", "on");
    row("private, on is a number", "{'type':'private','on':1}", "private", "on");
    row("outputs without devices", "{'type':'outputs'}", "outputs", "devices");
    row("outputs, devices is text", "{'type':'outputs','devices':'a'}", "outputs", "devices");
    row("outputs, device is a number", "{'type':'outputs','devices':['a',1]}", "outputs", "devices");
    row("outputs, empty device", "{'type':'outputs','devices':['']}", "outputs", "devices");
    row("outputs, device with a slash", "{'type':'outputs','devices':['a/b']}", "outputs", "devices");
    row("outputs, device of 65 bytes", "{'type':'outputs','devices':['" + QByteArray(65, 'd') + "']}",
        "outputs", "devices");
    row("outputs, more than are listed",
        "{'type':'outputs','devices':[" + QByteArray("'a',").repeated(Limits::devicesListed) + "'a']}",
        "outputs", "devices");
    row("volume without device", "{'type':'volume','volume':5}", "volume", "device");
    row("volume of nothing", "{'type':'volume','device':'a'}", "volume", "volume");
    row("volume, half a percent", "{'type':'volume','device':'a','volume':0.5}", "volume", "volume");
    row("volume, louder than loud", "{'type':'volume','device':'a','volume':101}", "volume", "volume");
    row("volume, less than nothing", "{'type':'volume','device':'a','volume':-1}", "volume", "volume");
    row("volume, muted is text", "{'type':'volume','device':'a','muted':'yes'}", "volume", "muted");

    row("report without revision", "{'type':'report','position_ms':1,'condition':'idle','error_us':0}",
        "report", "rev");
    row("report without position", "{'type':'report','rev':1,'condition':'idle','error_us':0}", "report",
        "position_ms");
    row("report without condition", "{'type':'report','rev':1,'position_ms':1,'error_us':0}", "report",
        "condition");
    row("report, unknown condition",
        "{'type':'report','rev':1,'position_ms':1,'condition':'ill','error_us':0}", "report", "condition");
    row("report without error", "{'type':'report','rev':1,'position_ms':1,'condition':'idle'}", "report",
        "error_us");
    row("report, off by more than an hour",
        "{'type':'report','rev':1,'position_ms':1,'condition':'idle','error_us':-3600000001}", "report",
        "error_us");
    row("leave without connection", "{'type':'leave'}", "leave", "connection");
    row("leave, position is null", "{'type':'leave','connection':1,'position_ms':null}", "leave",
        "position_ms");
    row("clock without time", "{'type':'clock'}", "clock", "sent_us");
    row("clock, time is text", "{'type':'clock','sent_us':'1'}", "clock", "sent_us");
    row("clock, time beyond 2^53", "{'type':'clock','sent_us':9007199254740992}", "clock", "sent_us");
}

void tst_SyncNativeRefusals::queue_data()
{
    columns();
    const QByteArray tooMany =
        '[' + QByteArray("1,").repeated(Limits::idsInMessage) + "1]"; // one more than there may be
    row("play, tracks is a number", "{'type':'play','track_id':2,'from_is':'a','from_is_id':1,'tracks':5}",
        "play", "tracks");
    row("play, a track is text", "{'type':'play','track_id':2,'from_is':'a','from_is_id':1,'tracks':['5']}",
        "play", "tracks");
    row("play_item without item", "{'type':'play_item'}", "play_item", "item");
    row("enqueue without tracks", "{'type':'enqueue','from_is':'a','from_is_id':1,'place':'end'}", "enqueue",
        "tracks");
    row("enqueue, half a track",
        "{'type':'enqueue','tracks':[1.5],'from_is':'a','from_is_id':1,'place':'end'}", "enqueue", "tracks");
    row("enqueue, negative track",
        "{'type':'enqueue','tracks':[-1],'from_is':'a','from_is_id':1,'place':'end'}", "enqueue", "tracks");
    row("enqueue, too many tracks",
        "{'type':'enqueue','tracks':" + tooMany + ",'from_is':'a','from_is_id':1,'place':'end'}", "enqueue",
        "tracks");
    row("enqueue without context", "{'type':'enqueue','tracks':[1],'from_is_id':1,'place':'end'}", "enqueue",
        "from_is");
    row("enqueue without place", "{'type':'enqueue','tracks':[1],'from_is':'a','from_is_id':1}", "enqueue",
        "place");
    row("enqueue somewhere",
        "{'type':'enqueue','tracks':[1],'from_is':'a','from_is_id':1,'place':'somewhere'}", "enqueue",
        "place");
    row("enqueue before nothing",
        "{'type':'enqueue','tracks':[1],'from_is':'a','from_is_id':1,'place':'before'}", "enqueue", "before");
    row("move without items", "{'type':'move','before':1}", "move", "items");
    row("move nowhere", "{'type':'move','items':[1]}", "move", "before");
    row("remove, too many items", "{'type':'remove','items':" + tooMany + "}", "remove", "items");
    row("shuffle is a number", "{'type':'modes','shuffle':1}", "modes", "shuffle");
    row("repeat is unknown", "{'type':'modes','repeat':'twice'}", "modes", "repeat");
    row("stop_after is null", "{'type':'modes','stop_after':null}", "modes", "stop_after");
}

void tst_SyncNativeRefusals::hub_data()
{
    columns();
    row("message of a client", "{'type':'join'}", "join", "type");
    row("hello without hub", "{'type':'hello','name':'a','version':'1','connection':1}", "hello", "hub");
    row("hello without connection", "{'type':'hello','hub':'h','name':'a','version':'1'}", "hello",
        "connection");
    row("state without epoch", "{'type':'state','rev':1}", "state", "epoch");
    row("state without revision", "{'type':'state','epoch':'e'}", "state", "rev");
    row("state, player is null", "{'type':'state','epoch':'e','rev':1,'player':null}", "state", "player");
    const QByteArray player =
        "{'type':'state','epoch':'e','rev':1,'player':{'track_id':1,'from_is':'a','from_is_id':1,";
    row("state, unknown pause",
        player + "'paused_by':'cat','position_ms':1,'at_us':1,'play_id':1,'duration_ms':1}}", "state",
        "player.paused_by");
    row("state without a time", player + "'paused_by':'user','position_ms':1,'play_id':1,'duration_ms':1}}",
        "state", "player.at_us");
    row("state, track without title",
        "{'type':'state','epoch':'e','rev':1,'track':{'id':1,'artist':'','album':'','duration_ms':1}}",
        "state", "track.title");
    row("state without modes", "{'type':'state','epoch':'e','rev':1}", "state", "modes");
    row("state, modes without repeat",
        "{'type':'state','epoch':'e','rev':1,'modes':{'shuffle':true,'stop_after':true}}", "state",
        "modes.repeat");
    const QByteArray queue =
        "{'type':'queue','queue_rev':1,'at':0,'removed':0,'can_undo':true,'can_redo':true,";
    row("queue without revision", "{'type':'queue'}", "queue", "queue_rev");
    row("queue, more ids than tracks", queue + "'items':[1,2],'tracks':[1],'contexts':[]}", "queue",
        "tracks");
    row("queue, items without context", queue + "'items':[1],'tracks':[1],'contexts':[]}", "queue",
        "contexts");
    row("queue, context of none",
        queue + "'items':[],'tracks':[],'contexts':[{'count':0,'from_is':'a','from_is_id':1}]}", "queue",
        "contexts.count");
    row("queue, nothing to say of undo",
        "{'type':'queue','queue_rev':1,'at':0,'removed':0,'items':[],"
        "'tracks':[],'contexts':[]}",
        "queue", "can_undo");
    row("devices without total", "{'type':'devices','devices':[]}", "devices", "total");
    row("devices is an object", "{'type':'devices','total':0,'devices':{}}", "devices", "devices");
    row("devices has a number", "{'type':'devices','total':1,'devices':[1]}", "devices", "devices");
    row("devices without wire",
        "{'type':'devices','total':1,'devices':[{'id':'a','name':'a','output':true,'condition':'idle','error_"
        "ms':0}]}",
        "devices", "devices.wire");
    row("devices without active",
        "{'type':'devices','total':1,'devices':[{'id':'a','name':'a','wire':'native','output':true,"
        "'condition':'idle','error_us':0}]}",
        "devices", "devices.active");
    row("devices, louder than loud",
        "{'type':'devices','total':1,'devices':[{'id':'a','name':'a','wire':'native','output':true,"
        "'active':true,'condition':'idle','error_us':0,'volume':101}]}",
        "devices", "devices.volume");
    row("volume is text", "{'type':'volume','volume':'5','muted':false}", "volume", "volume");
    row("too many devices",
        "{'type':'devices','total':1,'devices':[" + QByteArray("{},").repeated(Limits::devicesListed)
            + "{}]}",
        "devices", "devices");
    row("clock without an answer", "{'type':'clock','sent_us':1,'received_us':2}", "clock", "answered_us");
    row("fault without reason", "{'type':'fault','command':'a','field':''}", "fault", "reason");
}

QTEST_GUILESS_MAIN(tst_SyncNativeRefusals)
#include "tst_sync_nativerefusals.moc"
