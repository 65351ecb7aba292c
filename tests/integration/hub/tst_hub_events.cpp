// SPDX-License-Identifier: Apache-2.0
#include "support/hub/asking.h"
#include "support/hub/eventclient.h"
#include "support/hub/nativeclient.h"
#include "support/hub/rawclient.h"
#include "support/hub/testhub.h"
#include "support/waiting.h"
#include "sync/sources/limits.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Sync;
using namespace Testing;

namespace {

const QJsonObject firstTrack{{"track_id"_L1, 1}, {"from_is"_L1, "album"_L1}, {"from_is_id"_L1, 7}};

} // namespace

/// What happens, as subscribers hear it.
class tst_HubEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_hub = std::make_unique<TestHub>();
        m_desk = std::make_unique<NativeClient>();
        m_desk->open(m_hub->port());
        m_desk->join(u"desk"_s, true);
        QTRY_COMPARE(m_desk->revision(), 0);
        QTRY_VERIFY(m_desk->last<Native::Devices>());
    }
    void cleanup()
    {
        m_desk.reset();
        m_hub.reset();
    }

    void aSnapshotFirst()
    {
        post("session/play", firstTrack);
        EventClient page;
        page.open(m_hub->port(), u"?source=segue"_s);
        QTRY_COMPARE(page.names(), QStringList(u"snapshot"_s));
        const QJsonObject data = page.heard().first().value("data"_L1).toObject();
        QCOMPARE(
            data.value("session"_L1).toObject().value("track"_L1).toObject().value("title"_L1).toString(),
            u"Track 1"_s);
        QCOMPARE(data.value("sinks"_L1).toArray().size(), 2);
        QCOMPARE(data.value("players"_L1).toArray().first().toObject().value("state"_L1).toString(),
                 u"playing"_s);
        QCOMPARE(data.value("devices"_L1).toObject().value("total"_L1).toInt(), 1);
        QVERIFY(data.contains("library"_L1));
    }

    void everyEventAtOnce()
    {
        EventClient page;
        page.open(m_hub->port(), u"?source=segue"_s);
        QTRY_COMPARE(page.heard().size(), 1);
        post("session/play", firstTrack);
        QTRY_VERIFY(page.names().contains(u"playback_state_changed"_s));
        QVERIFY(page.names().contains(u"track_playback_started"_s));
        const QJsonObject event = page.last(u"playback_state_changed"_s);
        QCOMPARE(event.value("source"_L1).toString(), u"segue"_s);
        QCOMPARE(event.value("player"_L1).toString(), u"session"_s);
        QVERIFY(event.value("at_us"_L1).toDouble() > 0);
        const QJsonObject data = event.value("data"_L1).toObject();
        QCOMPARE(data.value("new_state"_L1).toString(), u"playing"_s);
        QCOMPARE(
            data.value("session"_L1).toObject().value("player"_L1).toObject().value("track_id"_L1).toInt(),
            1);
        post("session/pause");
        QTRY_VERIFY(page.names().contains(u"track_playback_paused"_s));
        qint64 before = 0;
        for (const QJsonObject &one : page.heard()) {
            QVERIFY(one.value("seq"_L1).toDouble() >= before);
            before = qint64(one.value("seq"_L1).toDouble());
        }
    }

    void theQueueIsToldWithWhatIsAroundTheTrack()
    {
        EventClient page;
        page.open(m_hub->port(), u"?source=segue"_s);
        QTRY_COMPARE(page.heard().size(), 1);
        const auto queueOf = [](const QJsonObject &event) {
            return event.value("data"_L1).toObject().value("queue"_L1).toObject();
        };
        QCOMPARE(queueOf(page.heard().first()).value("total"_L1).toInt(-1), 0);
        post("session/play", firstTrack);
        QTRY_VERIFY(page.names().contains(u"queue_changed"_s));
        QJsonObject queue = queueOf(page.last(u"queue_changed"_s));
        QCOMPARE(queue.value("total"_L1).toInt(), 3);
        const QJsonObject first = queue.value("items"_L1).toArray().first().toObject();
        QCOMPARE(first.value("title"_L1).toString(), u"Track 1"_s);
        QCOMPARE(first.value("item"_L1), queue.value("current"_L1));
        page.forget();
        QJsonArray many;
        for (int i = 0; i < 300; ++i)
            many.append(1 + i % 3);
        const QJsonObject wish{
            {"tracks"_L1, many}, {"from_is"_L1, "search"_L1}, {"from_is_id"_L1, 0}, {"place"_L1, "end"_L1}};
        QCOMPARE(ask(m_hub->port(), "POST /api/v1/queue/enqueue", wish).status, 200);
        QTRY_COMPARE(page.names(), QStringList(u"queue_changed"_s));
        queue = queueOf(page.heard().first());
        QCOMPARE(queue.value("total"_L1).toInt(), 303);
        QCOMPARE(queue.value("items"_L1).toArray().size(), Sync::Limits::queueTold);
        QVERIFY(queue.value("can_undo"_L1).toBool());
        // What is told is what can be asked for, from what plays on.
        const QJsonArray asked =
            ask(m_hub->port(), "GET /api/v1/queue?limit=200").json().value("items"_L1).toArray();
        QCOMPARE(ask(m_hub->port(), "POST /api/v1/session/play_item",
                     {{"item"_L1, asked.at(100).toObject().value("item"_L1)}})
                     .status,
                 200);
        QCOMPARE(ask(m_hub->port(), "POST /api/v1/queue/undo", QJsonObject()).status, 200);
        QTRY_VERIFY(page.names().count(u"queue_changed"_s) == 2);
        EventClient later;
        later.open(m_hub->port(), u"?source=segue"_s);
        QTRY_COMPARE(later.names(), QStringList(u"snapshot"_s));
        QCOMPARE(queueOf(later.heard().first()).value("total"_L1).toInt(), 3);
    }

    void theStateIsCommittedBefore()
    {
        EventClient page;
        page.open(m_hub->port(), u"?source=segue"_s);
        QTRY_COMPARE(page.heard().size(), 1);
        QString seen;
        connect(&page, &EventClient::received, this, [&](const QJsonObject &event) {
            if (event.value("event"_L1).toString() == "playback_state_changed"_L1)
                seen = ask(m_hub->port(), "GET /api/playback/status").json().value("state"_L1).toString();
        });
        post("session/play", firstTrack);
        QTRY_COMPARE(seen, u"playing"_s);
    }

    void clientsWithoutAQueryHearOneForABurst()
    {
        EventClient original;
        EventClient page;
        original.open(m_hub->port());
        page.open(m_hub->port(), u"?source=segue"_s);
        QTRY_VERIFY(original.isOpen() && page.heard().size() == 1);
        page.forget();
        post("session/play", firstTrack);
        QTRY_VERIFY(page.heard().size() >= 3); // started, changed, two sinks
        QTRY_VERIFY(!original.heard().isEmpty());
        QTRY_COMPARE(original.seq(), page.seq()); // always the last one
        QVERIFY2(original.heard().size() < page.heard().size(), qPrintable(original.names().join(u' ')));
        for (const QJsonObject &event : original.heard())
            QVERIFY(event.value("source"_L1) == "mopidy"_L1 || event.value("source"_L1) == "pulseaudio"_L1);
        QCOMPARE(original.odd(), 0);
    }

    void goingOnAfterABreak()
    {
        EventClient page;
        page.open(m_hub->port(), u"?source=segue"_s);
        QTRY_COMPARE(page.heard().size(), 1);
        const qint64 seen = page.seq();
        page.socket().abort();
        post("session/play", firstTrack);
        EventClient back;
        back.open(m_hub->port(), u"?since=%1"_s.arg(seen));
        QTRY_VERIFY(back.names().contains(u"playback_state_changed"_s));
        QVERIFY(!back.names().contains(u"snapshot"_s));
        QVERIFY(qint64(back.heard().first().value("seq"_L1).toDouble()) == seen + 1);
        EventClient upToDate;
        upToDate.open(m_hub->port(), u"?since=%1"_s.arg(back.seq()));
        QTRY_VERIFY(upToDate.isOpen());
        post("session/pause");
        QTRY_VERIFY(upToDate.names().contains(u"track_playback_paused"_s));
        QVERIFY(!upToDate.names().contains(u"snapshot"_s));
    }
    void goingOnAfterTooLong()
    {
        EventClient page;
        page.open(m_hub->port(), u"?since=0"_s);
        QTRY_COMPARE(page.names(), QStringList(u"snapshot"_s));
        const qint64 seen = page.seq();
        post("session/play", firstTrack);
        // Two events each: started and ended.
        for (std::size_t i = 0; i < Limits::eventsKept / 2; ++i)
            m_desk->say(Native::Play{.trackId = 1 + i % 3, .context = {.fromIs = u"album"_s, .fromIsId = 7}});
        QTRY_VERIFY(page.seq() > seen + qint64(Limits::eventsKept));
        EventClient back;
        back.open(m_hub->port(), u"?since=%1"_s.arg(seen));
        QTRY_COMPARE(back.names().value(0), u"snapshot"_s);
        EventClient ahead;
        ahead.open(m_hub->port(), u"?since=9007199254740991"_s);
        QTRY_COMPARE(ahead.names().value(0), u"snapshot"_s);
    }
    void aRestartIsNoticed()
    {
        EventClient page;
        page.open(m_hub->port(), u"?source=segue"_s);
        QTRY_COMPARE(page.heard().size(), 1);
        const qint64 seen = page.seq();
        TestHub next;
        EventClient back;
        back.open(next.port(), u"?since=%1"_s.arg(seen));
        QTRY_COMPARE(back.names().value(0), u"snapshot"_s);
        QVERIFY(back.seq() > seen);
    }

    void onlyWhatWasAskedFor()
    {
        EventClient mopidy;
        EventClient all;
        mopidy.open(m_hub->port(), u"?source=mopidy"_s);
        all.open(m_hub->port(), u"?source=mopidy,segue"_s);
        QTRY_VERIFY(mopidy.isOpen() && all.heard().size() == 1);
        post("session/play", firstTrack);
        QTRY_VERIFY(all.names().contains(u"playback_state_changed"_s));
        QVERIFY(mopidy.heard().isEmpty());
    }
    void othersSessionsAreTheirOwn()
    {
        EventClient other;
        other.open(m_hub->port(), u"?source=segue"_s, "listener-2");
        QTRY_COMPARE(other.heard().size(), 1);
        post("session/play", firstTrack);
        const HttpAnswer answer =
            ask(m_hub->port(), "POST /api/v1/session/play", firstTrack, "Authorization: Bearer of-2\r\n");
        QCOMPARE(answer.status, 200);
        QTRY_VERIFY(other.names().contains(u"playback_state_changed"_s));
        QCOMPARE(other.names().count(u"playback_state_changed"_s), 1);
    }
    void theLibraryIsToldOf()
    {
        EventClient page;
        page.open(m_hub->port(), u"?source=segue"_s);
        QTRY_COMPARE(page.heard().size(), 1);
        m_hub->server().setLibrary({.tracks = 12, .albums = 2, .scanning = true});
        QTRY_COMPARE(page.last(u"library_changed"_s)
                         .value("data"_L1)
                         .toObject()
                         .value("library"_L1)
                         .toObject()
                         .value("tracks"_L1)
                         .toInt(),
                     12);
    }

    void strangersHearNothing()
    {
        RawClient stranger(m_hub->port());
        stranger.upgrade("/api/events/ws", asStranger);
        QTRY_VERIFY(stranger.received().startsWith("HTTP/1.1 401 "));
        RawClient odd(m_hub->port());
        odd.upgrade("/api/events/ws?until=3");
        QTRY_VERIFY(odd.received().startsWith("HTTP/1.1 400 "));
    }

    void whoDoesNotReadIsDropped()
    {
        RawClient asleep(m_hub->port(), RawClient::Reading::Never);
        asleep.upgrade("/api/events/ws?source=segue");
        EventClient page;
        page.open(m_hub->port(), u"?source=segue"_s);
        QTRY_COMPARE(webSocketClients(m_hub->port()), 3);
        QTRY_COMPARE(page.heard().size(), 1);
        post("session/play", firstTrack);
        // Past what the kernel buffers as well; the one who reads hears on meanwhile.
        for (int i = 0; i < 1500; ++i) {
            m_desk->say(Native::Play{.trackId = quint64(1 + i % 3),
                                     .context = {.fromIs = u"album"_s, .fromIsId = 7}});
            if (i % 100 == 0)
                QTRY_VERIFY(m_desk->player() && m_desk->player()->playId > quint64(i));
        }
        const qint64 newest = page.seq();
        post("session/pause");
        QTRY_VERIFY(page.names().contains(u"track_playback_paused"_s));
        QVERIFY(page.seq() > newest);
        // Lagging, it is sent nothing more; what it reads then ends with the newest state.
        asleep.readOn();
        QTRY_VERIFY(asleep.received().contains("\"event\":\"snapshot\""));
        QTRY_VERIFY(asleep.received().lastIndexOf("\"paused_by\":\"user\"") > 0);
    }

    void endingWithSubscribers()
    {
        EventClient page;
        page.open(m_hub->port(), u"?source=segue"_s);
        QTRY_COMPARE(page.heard().size(), 1);
        m_hub->stop();
        QTRY_VERIFY(!page.isOpen());
    }

private:
    void post(const QByteArray &path, const QJsonObject &json = {})
    {
        QCOMPARE(ask(m_hub->port(), "POST /api/v1/" + path, json).status, 200);
    }

    std::unique_ptr<TestHub> m_hub;
    std::unique_ptr<NativeClient> m_desk;
};

QTEST_GUILESS_MAIN(tst_HubEvents)
#include "tst_hub_events.moc"
