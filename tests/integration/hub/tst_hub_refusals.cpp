// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"
#include "sync/limits.h"
#include "sync/protocol/plaintime.h"

#include "support/hub/plainclient.h"
#include "support/hub/testhub.h"
#include "support/waiting.h"

using namespace Sync;
using namespace Testing;

/// Every refusal of both wires as a client meets it: the answer goes to the sender, and nothing has changed.
class tst_HubRefusals : public QObject
{
    Q_OBJECT

    static QByteArray stamped(const char *fields)
    {
        QByteArray text = "{" + QByteArray(fields) + ",'time_state_update':'WHEN'}";
        return text.replace('\'', '"').replace("WHEN", plainTime(secondsAgo(1)).toUtf8());
    }

private Q_SLOTS:
    void plain_data();
    void plain()
    {
        QFETCH(QByteArray, message);
        TestHub hub;
        PlainClient sender;
        PlainClient other;
        QVERIFY(enter(hub, {&sender, &other}));
        const auto first = newTrack(2, secondsAgo(30));
        const auto second = newTrack(3, secondsAgo(1));
        sender.say(first);
        sender.say(message);
        QTRY_COMPARE(sender.updates(), QByteArrayList{Plain::invalidFormat.toByteArray()});

        PlainClient late;
        late.open(hub.port());
        QTRY_COMPARE(late.heard().size(), 1);
        QCOMPARE(json(late.last()).value("track_id"), QJsonValue(2));
        QCOMPARE(json(late.last()).value("on_pause"), QJsonValue(false));
        QCOMPARE(json(late.last()).value("time_state_update").toString(), plainTime(first.stamp));
        sender.say(second);
        QTRY_COMPARE(other.updates(), (QByteArrayList{Plain::serialize(first), Plain::serialize(second)}));
    }

    void plainBeforeAnyState_data();
    void plainBeforeAnyState()
    {
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, answer);
        TestHub hub;
        PlainClient sender;
        PlainClient other;
        QVERIFY(enter(hub, {&sender, &other}));
        sender.say(message);
        QTRY_COMPARE(sender.updates(), QByteArrayList{answer});
        const auto first = newTrack(2, secondsAgo(1));
        sender.say(first);
        QTRY_COMPARE(other.updates(), QByteArrayList{Plain::serialize(first)});
    }

    void native_data();
    void native()
    {
        QFETCH(QByteArray, message);
        QFETCH(QString, command);
        QFETCH(QString, field);
        TestHub hub;
        NativeClient sender;
        sender.open(hub.port());
        sender.join("a");
        sender.say(Native::Play{.trackId = 2, .context = {.fromIs = "album", .fromIsId = 7}});
        QTRY_COMPARE(sender.revision(), 1);
        sender.say(message);
        QTRY_COMPARE(sender.count<Native::Fault>(), 1);
        const auto fault = sender.last<Native::Fault>();
        QCOMPARE(fault->command, command);
        QCOMPARE(fault->field, field);
        QVERIFY(!fault->reason.isEmpty());
        sender.say(Native::Pause{});
        QTRY_COMPARE(sender.revision(), 2);
        QVERIFY(sender.odd().isEmpty());
    }

    void nativeBeforeAnyState_data();
    void nativeBeforeAnyState()
    {
        QFETCH(Native::ClientMessage, message);
        TestHub hub;
        NativeClient sender;
        sender.open(hub.port());
        sender.join("a");
        QTRY_COMPARE(sender.revision(), 0);
        sender.say(message);
        QTRY_COMPARE(sender.count<Native::Fault>(), 1);
        QCOMPARE(sender.last<Native::Fault>()->command, QString(QTest::currentDataTag()));
        QCOMPARE(sender.last<Native::Fault>()->reason, QString("no track has been started yet"));
    }

    void nativeQueue_data();
    void nativeQueue()
    {
        QFETCH(Native::ClientMessage, message);
        TestHub hub;
        NativeClient sender;
        sender.open(hub.port());
        sender.join("a");
        QTRY_COMPARE(sender.queueRevision(), 0);
        int said = 0;
        do // a queue may be filled, a few times
            sender.say(message);
        while (++said < 4);
        QTRY_VERIFY(sender.count<Native::Fault>() > 0);
        QCOMPARE(sender.last<Native::Fault>()->command, QString(QTest::currentDataTag()));
        QVERIFY(!sender.last<Native::Fault>()->reason.isEmpty());
        QVERIFY(sender.last<Native::QueueChange>()->splice.at <= Limits::queueItems);
        QVERIFY(sender.odd().isEmpty());
    }

    void nativeBeforeJoining_data();
    void nativeBeforeJoining()
    {
        QFETCH(Native::ClientMessage, message);
        TestHub hub;
        NativeClient sender;
        sender.open(hub.port());
        QTRY_COMPARE(sender.count<Native::Hello>(), 1);
        sender.say(message);
        QTRY_COMPARE(sender.count<Native::Fault>(), 1);
        QCOMPARE(sender.last<Native::Fault>()->command, QString(QTest::currentDataTag()));
        QCOMPARE(sender.last<Native::Fault>()->reason, QString("join first"));
        QCOMPARE(sender.count<Native::State>(), 0);
        sender.join("a");
        QTRY_COMPARE(sender.revision(), 0);
    }
};

void tst_HubRefusals::plain_data()
{
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, const QByteArray &message) {
        QTest::addRow("%s", name) << message;
    };
    row("empty", "");
    row("not JSON", "pause!");
    row("an array", "[]");
    row("no type", stamped("'track_id':2"));
    row("unknown type", stamped("'type_push_state':'stop'"));
    row("type is a number", stamped("'type_push_state':7"));
    row("nested data form",
        QByteArray("{'type_push_state':'on_pause','data':{'time_state_update':'2022-05-09T09:09:12Z'}}")
            .replace('\'', '"'));
    row("no time", R"({"type_push_state":"on_pause"})");
    row("bad time", R"({"type_push_state":"on_pause","time_state_update":"yesterday"})");
    row("time without an offset",
        R"({"type_push_state":"on_pause","time_state_update":"2022-05-09T09:09:12"})");
    row("time is a number", R"({"type_push_state":"on_pause","time_state_update":1652087352})");
    row("no track", stamped("'type_push_state':'new_track','from_is':'album','from_is_id':7"));
    row("track is text", stamped("'type_push_state':'new_track','track_id':'3'"));
    row("track is negative", stamped("'type_push_state':'new_track','track_id':-3"));
    row("track is a fraction", stamped("'type_push_state':'new_track','track_id':3.5"));
    row("track is 2^53", stamped("'type_push_state':'new_track','track_id':9007199254740992"));
    row("context is a number", stamped("'type_push_state':'new_track','track_id':3,'from_is':7"));
    row("context of 33 bytes",
        stamped("'type_push_state':'new_track','track_id':3,'from_is':'123456789012345678901234567890123'"));
    row("context id is text", stamped("'type_push_state':'new_track','track_id':3,'from_is_id':'7'"));
    row("no position", stamped("'type_push_state':'change_position'"));
    row("position is negative", stamped("'type_push_state':'change_position','last_sec_position':-1"));
    row("position is text", stamped("'type_push_state':'change_position','last_sec_position':'1'"));
    row("position is endless", stamped("'type_push_state':'change_position','last_sec_position':1e99"));
    row("useless field of a wrong type", stamped("'type_push_state':'on_pause','on_pause':'yes'"));
    row("message of the hub", stamped("'type_push_state':'no_track_state'"));
}

void tst_HubRefusals::plainBeforeAnyState_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char *name, const QByteArray &message, QByteArrayView answer) {
        QTest::addRow("%s", name) << message << answer.toByteArray();
    };
    row("on_pause", Plain::serialize(onPause(secondsAgo(1))), Plain::noTrackState);
    row("off_pause", Plain::serialize(offPause(secondsAgo(1))), Plain::noTrackState);
    row("change_position", Plain::serialize(changePosition(std::chrono::seconds(5), secondsAgo(1))),
        Plain::noTrackState);
    row("new_track without context", stamped("'type_push_state':'new_track','track_id':2"),
        Plain::invalidFormat);
    row("new_track without kind", stamped("'type_push_state':'new_track','track_id':2,'from_is_id':7"),
        Plain::invalidFormat);
    row("new_track without id", stamped("'type_push_state':'new_track','track_id':2,'from_is':'album'"),
        Plain::invalidFormat);
    row("nonsense", "nonsense", Plain::invalidFormat);
}

void tst_HubRefusals::native_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *message, const char *command, const char *field) {
        QTest::addRow("%s", name) << QByteArray(message).replace('\'', '"') << QString(command)
                                  << QString(field);
    };
    row("not JSON", "pause!", "", "");
    row("no type", "{}", "", "type");
    row("unknown type", "{'type':'fly'}", "fly", "type");
    row("a type longer than any field", qPrintable("{'type':'" + QString(300, QChar(0x4e2d)) + "'}"),
        qPrintable(QString(32, QChar(0x4e2d))), "type");
    row("joined already", "{'type':'join','device':'a','name':'a','output':true}", "join", "");
    row("play without track", "{'type':'play','from_is':'album','from_is_id':7}", "play", "track_id");
    row("play without context", "{'type':'play','track_id':2,'from_is_id':7}", "play", "from_is");
    row("play without context id", "{'type':'play','track_id':2,'from_is':'album'}", "play", "from_is_id");
    row("play before the start", "{'type':'play','track_id':2,'from_is':'a','from_is_id':7,'position_ms':-1}",
        "play", "position_ms");
    row("seek without position", "{'type':'seek'}", "seek", "position_ms");
    row("seek to text", "{'type':'seek','position_ms':'5'}", "seek", "position_ms");
    row("next of an old revision", "{'type':'next','rev':0}", "next", "rev");
    row("next, revision is text", "{'type':'next','rev':'1'}", "next", "rev");
    row("previous of a coming revision", "{'type':'previous','rev':2}", "previous", "rev");
    row("ended without id", "{'type':'ended'}", "ended", "play_id");
    row("report of an unknown condition",
        "{'type':'report','rev':1,'position_ms':0,'condition':'ill','error_us':0}", "report", "condition");
    row("leave without connection", "{'type':'leave'}", "leave", "connection");
    row("clock without time", "{'type':'clock'}", "clock", "sent_us");
}

void tst_HubRefusals::nativeBeforeAnyState_data()
{
    QTest::addColumn<Native::ClientMessage>("message");
    QTest::addRow("pause") << Native::ClientMessage(Native::Pause{});
    QTest::addRow("resume") << Native::ClientMessage(Native::Resume{});
    QTest::addRow("seek") << Native::ClientMessage(Native::Seek{});
    QTest::addRow("next") << Native::ClientMessage(Native::Next{});
    QTest::addRow("previous") << Native::ClientMessage(Native::Previous{});
}

void tst_HubRefusals::nativeQueue_data()
{
    QTest::addColumn<Native::ClientMessage>("message");
    const Native::Enqueue thousands{.tracks = QList<TrackId>(2900, 1), .context = {"a", 1}};
    QTest::addRow("play_item") << Native::ClientMessage(Native::PlayItem{.item = 77});
    QTest::addRow("undo") << Native::ClientMessage(Native::Undo{});
    QTest::addRow("redo") << Native::ClientMessage(Native::Redo{});
    QTest::addRow("enqueue") << Native::ClientMessage(thousands);
}

void tst_HubRefusals::nativeBeforeJoining_data()
{
    QTest::addColumn<Native::ClientMessage>("message");
    QTest::addRow("play") << Native::ClientMessage(Native::Play{});
    QTest::addRow("pause") << Native::ClientMessage(Native::Pause{});
    QTest::addRow("resume") << Native::ClientMessage(Native::Resume{});
    QTest::addRow("seek") << Native::ClientMessage(Native::Seek{});
    QTest::addRow("next") << Native::ClientMessage(Native::Next{});
    QTest::addRow("previous") << Native::ClientMessage(Native::Previous{});
    QTest::addRow("play_item") << Native::ClientMessage(Native::PlayItem{});
    QTest::addRow("enqueue") << Native::ClientMessage(Native::Enqueue{});
    QTest::addRow("move") << Native::ClientMessage(Native::Move{});
    QTest::addRow("remove") << Native::ClientMessage(Native::Remove{});
    QTest::addRow("clear") << Native::ClientMessage(Native::Clear{});
    QTest::addRow("undo") << Native::ClientMessage(Native::Undo{});
    QTest::addRow("redo") << Native::ClientMessage(Native::Redo{});
    QTest::addRow("modes") << Native::ClientMessage(Native::SetModes{});
    QTest::addRow("ended") << Native::ClientMessage(Native::Ended{});
    QTest::addRow("report") << Native::ClientMessage(Native::Report{});
    QTest::addRow("leave") << Native::ClientMessage(Native::Leave{});
}

QTEST_GUILESS_MAIN(tst_HubRefusals)
#include "tst_hub_refusals.moc"
