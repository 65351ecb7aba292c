// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"
#include "support/hub/plainclient.h"
#include "support/program/runningprogram.h"
#include "support/waiting.h"

#include "sync/protocol/plaintime.h"

#include <QTemporaryDir>

using namespace Sync;
using namespace Testing;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

/// sync_player's README walk-through, its times moved to now, against the running program with two plain
/// clients and a native one, and late ones that look at the snapshot.
class tst_Walkthrough : public QObject
{
    Q_OBJECT

    QTemporaryDir m_data;
    RunningProgram m_hub;
    quint16 m_port = 0;

    /// JSON written with single quotes, for moc does not read raw strings; TIME stands for @p stamp.
    static QByteArray message(QByteArray text, WallTime stamp)
    {
        return text.replace('\'', '"').replace("TIME", plainTime(stamp).toUtf8());
    }

    void checkSnapshot(QJsonObject fields, WallTime stamp) const
    {
        fields.insert("track_id", 2);
        fields.insert("from_is", "album");
        fields.insert("from_is_id", 2);
        fields.insert("time_state_update", plainTime(stamp));
        PlainClient late;
        late.open(m_port);
        QTRY_COMPARE(late.heard().size(), 1);
        QCOMPARE(json(late.last()), fields);
    }

    /// Waits until @p client hears this, and nothing between its last word and this.
    static void hears(const PlainClient &client, const QByteArray &expected, qsizetype index)
    {
        QTRY_VERIFY(client.heard().size() > index);
        QCOMPARE(client.heard().at(index), expected);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_hub.start("segued",
                    {"--port", "0", "--data-dir", m_data.path(), "--music", m_data.path(), "--no-audio"});
        m_port = m_hub.readyPort();
        QVERIFY2(m_port > 0, m_hub.log());
    }

    void readme()
    {
        // The README's 09:09:12; far enough back that the last stamp is not ahead of the clock.
        const WallTime start = secondsAgo(45);
        PlainClient first;
        PlainClient second;
        NativeClient native;
        first.open(m_port);
        second.open(m_port);
        native.open(m_port);
        native.join("desk");
        hears(first, Plain::noTrackState.toByteArray(), 0);
        hears(second, Plain::noTrackState.toByteArray(), 0);
        QTRY_COMPARE(native.revision(), 0);
        QVERIFY(!native.player());

        const QByteArray track = message("{'type_push_state':'new_track', 'track_id':2,'from_is':'album',"
                                         "'from_is_id':2,'time_state_update':'TIME'}",
                                         start);
        first.say(track);
        hears(second, track, 1); // byte for byte
        QTRY_COMPARE(native.revision(), 1);
        const auto playing = native.player();
        QCOMPARE(playing->trackId, TrackId(2));
        QVERIFY(!playing->paused());
        QCOMPARE(playing->position, 0ms);
        checkSnapshot({{"on_pause", false}, {"last_sec_position", 0}}, start);

        // At :22 a device computes 10; the pause at :27 comes after 15 s.
        QCOMPARE(positionAt(*playing, playing->since + 10s), milliseconds(10s));
        const QByteArray pause =
            message("{ 'type_push_state':'on_pause','time_state_update':'TIME'}", start + 15s);
        second.say(pause);
        hears(first, pause, 1);
        QTRY_COMPARE(native.revision(), 2);
        QVERIFY(native.pausedBy() == PausedBy::User);
        QCOMPARE(native.player()->position, milliseconds(15s));
        checkSnapshot({{"on_pause", true}, {"last_sec_position", 15}}, start + 15s);

        const QByteArray resume =
            message("{'type_push_state':'off_pause','time_state_update':'TIME'}", start + 20s);
        first.say(resume);
        hears(second, resume, 2);
        checkSnapshot({{"on_pause", false}, {"last_sec_position", 15}}, start + 20s);

        const QByteArray moved = message("{'type_push_state':'change_position','last_sec_position':55,"
                                         "'time_state_update':'TIME'}",
                                         start + 30s);
        second.say(moved);
        hears(first, moved, 2);
        checkSnapshot({{"on_pause", false}, {"last_sec_position", 55}}, start + 30s);
        QTRY_COMPARE(native.revision(), 4);

        // What the native wire does reaches the plain one.
        native.say(Native::Pause{});
        QTRY_VERIFY(first.heard().size() == 4 && second.heard().size() == 4);
        QCOMPARE(json(first.last()).value("type_push_state"), QJsonValue("on_pause"));
        QCOMPARE(second.last(), first.last());

        // Nobody heard an echo, and nobody anything else: the next word is the answer to a mistake.
        for (PlainClient *client : {&first, &second}) {
            client->say("?");
            hears(*client, Plain::invalidFormat.toByteArray(), 4);
        }
        QVERIFY(native.odd().isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Walkthrough)
#include "tst_walkthrough.moc"
