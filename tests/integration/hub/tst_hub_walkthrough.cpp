// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/plaintime.h"
#include "tests/support/hub/nativeclient.h"
#include "tests/support/hub/plainclient.h"
#include "tests/support/hub/testhub.h"

#include <QTest>

using namespace Sync;
using namespace Testing;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

/// The story sync_player's README tells, moved to now: a track at :12, a look from a second device at :22, a
/// pause at :27, and on from there. Two plain clients and a native one.
class tst_HubWalkthrough : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readme()
    {
        const WallTime start = secondsAgo(45);
        TestHub hub;
        PlainClient first;
        PlainClient second;
        NativeClient native;
        first.open(hub.port());
        second.open(hub.port());
        native.open(hub.port());
        native.join("desk");
        QTRY_COMPARE(first.last(), Plain::noTrackState.toByteArray());
        QTRY_COMPARE(second.last(), Plain::noTrackState.toByteArray());
        QTRY_COMPARE(native.revision(), 0);
        QVERIFY(!native.player());

        const QByteArray track =
            QByteArray("{'type_push_state': 'new_track', 'track_id': 2, 'from_is': 'album', "
                       "'from_is_id': 7, 'time_state_update': 'START'}")
                .replace('\'', '"')
                .replace("START", plainTime(start).toUtf8());
        first.say(track);
        QTRY_COMPARE(second.last(), track);
        QTRY_COMPARE(native.revision(), 1);
        const auto playing = native.player();
        QCOMPARE(playing->trackId, TrackId(2));
        QVERIFY(!playing->paused());
        QCOMPARE(playing->position, 0ms);
        QCOMPARE(positionAt(*playing, playing->since + 10s), milliseconds(10s));
        QCOMPARE(playing->duration, milliseconds(200s));
        QCOMPARE(native.last<Native::State>()->track->title, QString("Track 2"));

        second.say(onPause(start + 15s));
        QTRY_COMPARE(first.last(), Plain::serialize(onPause(start + 15s)));
        QTRY_COMPARE(native.revision(), 2);
        QVERIFY(native.player()->pausedBy == PausedBy::User);
        QCOMPARE(native.player()->position, milliseconds(15s));
        QVERIFY(native.player()->since == playing->since + 15s);
        checkSnapshot(hub.port(), {{"on_pause", true}, {"last_sec_position", 15}}, start + 15s);

        first.say(offPause(start + 20s));
        QTRY_COMPARE(second.last(), Plain::serialize(offPause(start + 20s)));
        checkSnapshot(hub.port(), {{"on_pause", false}, {"last_sec_position", 15}}, start + 20s);
        QTRY_COMPARE(native.revision(), 3);
        QCOMPARE(positionAt(*native.player(), playing->since + 25s), milliseconds(20s));

        second.say(changePosition(55s, start + 30s));
        QTRY_COMPARE(first.last(), Plain::serialize(changePosition(55s, start + 30s)));
        checkSnapshot(hub.port(), {{"on_pause", false}, {"last_sec_position", 55}}, start + 30s);
        QTRY_COMPARE(native.revision(), 4);

        native.say(Native::Pause{});
        QTRY_COMPARE(native.revision(), 5);
        QTRY_COMPARE(json(first.last()).value("type_push_state"), QJsonValue("on_pause"));
        QTRY_COMPARE(second.last(), first.last());
        const auto pausedAt = parsePlainTime(json(first.last()).value("time_state_update").toString());
        QVERIFY(pausedAt.has_value());
        QCOMPARE(native.player()->position, 55s + (*pausedAt - (start + 30s)));
        QVERIFY(native.odd().isEmpty());
    }

private:
    static void checkSnapshot(quint16 port, QJsonObject fields, WallTime stamp)
    {
        fields.insert("track_id", 2);
        fields.insert("from_is", "album");
        fields.insert("from_is_id", 7);
        fields.insert("time_state_update", plainTime(stamp));
        PlainClient late;
        late.open(port);
        QTRY_COMPARE(late.heard().size(), 1);
        QCOMPARE(json(late.last()), fields);
    }
};

QTEST_GUILESS_MAIN(tst_HubWalkthrough)
#include "tst_hub_walkthrough.moc"
