// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/limits.h"
#include "sync/sources/seguemirror.h"

#include <QJsonArray>
#include <QTest>

using namespace Sync;
using namespace Sync::Sources;
using namespace std::chrono_literals;

namespace {

Native::State playing(quint64 playId = 1, PausedBy pausedBy = PausedBy::Nobody,
                      std::chrono::milliseconds position = 0ms)
{
    return {.epoch = "e",
            .revision = 1,
            .player = PlayerState{.trackId = 5,
                                  .context = {.fromIs = "album", .fromIsId = 7},
                                  .pausedBy = pausedBy,
                                  .position = position,
                                  .since = HubTime(1000s),
                                  .playId = playId,
                                  .duration = 200s},
            .track = TrackInfo{.id = 5, .title = "Song", .artist = "A", .album = "B", .duration = 200s},
            .modes = {}};
}

Native::Device output(const char *id, bool active = true, std::optional<int> percent = 50)
{
    return {.id = id,
            .name = QString(id).toUpper(),
            .output = true,
            .active = active,
            .volume = {.percent = percent, .muted = false}};
}

Native::Devices devices(const QList<Native::Device> &list)
{
    return {.devices = list, .total = int(list.size())};
}

QString namesOf(const std::vector<Event> &events)
{
    QStringList names;
    for (const Event &event : events)
        names.append(event.event);
    return names.join(' ');
}

const SinkFacts *sink(const SegueMirror &mirror, const QString &name)
{
    for (const SinkFacts &sink : mirror.sinks())
        if (sink.name == name)
            return &sink;
    return nullptr;
}

} // namespace

/// A session as a source of events.
class tst_SyncSegueMirror : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void playback_data()
    {
        QTest::addColumn<Native::State>("before");
        QTest::addColumn<Native::State>("after");
        QTest::addColumn<QString>("events");
        const auto row = [](const char *name, const Native::State &before, const Native::State &after,
                            const char *events) {
            QTest::addRow("%s", name) << before << after << QString(events);
        };
        row("first track", {}, playing(), "track_playback_started playback_state_changed sink.change");
        row("next track", playing(1), playing(2), "track_playback_ended track_playback_started");
        row("pause", playing(), playing(1, PausedBy::User),
            "playback_state_changed track_playback_paused sink.change");
        row("the hub pauses", playing(), playing(1, PausedBy::Lease),
            "playback_state_changed track_playback_paused sink.change");
        row("who paused is another", playing(1, PausedBy::Lease), playing(1, PausedBy::User), "seeked");
        row("resume", playing(1, PausedBy::User), playing(),
            "playback_state_changed track_playback_resumed sink.change");
        row("next track while paused", playing(1, PausedBy::User), playing(2),
            "track_playback_ended track_playback_started playback_state_changed sink.change");
        row("seek", playing(), playing(1, PausedBy::Nobody, 30s), "seeked");
        row("nothing", playing(), playing(), "");
        Native::State repeating = playing();
        repeating.modes.repeat = Repeat::All;
        row("modes", playing(), repeating, "options_changed");
    }
    void playback()
    {
        QFETCH(Native::State, before);
        QFETCH(Native::State, after);
        SegueMirror mirror("Den");
        (void)mirror.take(before);
        QTEST(namesOf(mirror.take(after)), "events");
    }

    void anEventHasTheWholeState()
    {
        SegueMirror mirror("Den");
        const auto events = mirror.take(playing());
        QCOMPARE(events.front().source, "segue");
        QCOMPARE(events.front().player, "session");
        const QJsonObject data = events.front().data;
        QCOMPARE(data.value("old_state").toString(), "stopped");
        QCOMPARE(data.value("new_state").toString(), "playing");
        QCOMPARE(data.value("player").toObject().value("current_track").toObject().value("name").toString(),
                 "Song");
        QCOMPARE(data.value("session").toObject().value("player").toObject().value("track_id").toInt(), 5);
        QCOMPARE(mirror.players().front().state, PlaybackState::Playing); // by then
    }

    void aQueueIsToldWhereItIsAnother()
    {
        SegueMirror mirror("Den");
        const auto queue = [](int revision) {
            return QJsonObject{{"queue_rev", revision}, {"total", 3}, {"items", QJsonArray{1, 2, 3}}};
        };
        QCOMPARE(namesOf(mirror.takeQueue(queue(1))), ""); // it has been read
        const auto events = mirror.takeQueue(queue(2));
        QCOMPARE(namesOf(events), "queue_changed");
        QCOMPARE(events.front().data.value("queue").toObject(), queue(2));
        QCOMPARE(events.front().data.value("player").toObject().value("id").toString(), "session");
        QCOMPARE(namesOf(mirror.takeQueue(queue(2))), "");
    }

    void outputsAreSinks()
    {
        SegueMirror mirror("Den");
        QCOMPARE(namesOf(mirror.take(devices({output("desk"), output("tv", false)}))),
                 "devices_changed sink.change sink.new sink.new");
        (void)mirror.take(playing());
        QCOMPARE(sink(mirror, "segue.desk")->state, SinkFacts::State::Running);
        QCOMPARE(sink(mirror, "segue.tv")->state, SinkFacts::State::Idle);
        QCOMPARE(sink(mirror, "segue")->volume, 0.5);
        QVERIFY(sink(mirror, "segue.desk")->isDefault);
        QCOMPARE(mirror.assignments().value("segue.desk"), "player.desk");
        QCOMPARE(mirror.assignments().value("segue"), "session");
        QCOMPARE(mirror.players().at(1).state, PlaybackState::Playing);
        QCOMPARE(mirror.players().at(2).state, PlaybackState::Stopped);
        QVERIFY(!mirror.players().at(2).track);
        QCOMPARE(mirror.inputs().size(), 1U);
        QCOMPARE(mirror.inputs().front().sink, "segue.desk");
    }
    void whatGoesStays()
    {
        SegueMirror mirror("Den");
        (void)mirror.take(playing());
        (void)mirror.take(devices({output("desk"), output("tv")}));
        const quint32 index = sink(mirror, "segue.tv")->index;
        QCOMPARE(namesOf(mirror.take(devices({output("desk")}))),
                 "devices_changed sink.change sink.change sink.change"); // the desk is the default now
        QVERIFY(sink(mirror, "segue.tv"));
        QCOMPARE(sink(mirror, "segue.tv")->state, SinkFacts::State::Suspended);
        QVERIFY(!sink(mirror, "segue.tv")->online);
        QCOMPARE(mirror.players().at(2).state, PlaybackState::Stopped);
        QVERIFY(mirror.devicesBehind("segue.tv").isEmpty());
        (void)mirror.take(devices({output("tv"), output("desk")})); // in another order
        QCOMPARE(sink(mirror, "segue.tv")->index, index);
        QCOMPARE(sink(mirror, "segue.tv")->state, SinkFacts::State::Running);
    }
    void notForEver()
    {
        SegueMirror mirror("Den");
        for (int i = 0; i < 3 * Limits::sinksRemembered; ++i)
            (void)mirror.take(devices({output(qPrintable(QString("guest%1").arg(i)))}));
        QVERIFY(mirror.sinks().size() <= std::size_t(Limits::sinksRemembered) + 1);
        QVERIFY(sink(mirror, QString("segue.guest%1").arg(3 * Limits::sinksRemembered - 1)));
    }
    void plainClientsAreNoSinks()
    {
        SegueMirror mirror("Den");
        Native::Device plain = output("plain-4");
        plain.wire = Native::Wire::Plain;
        Native::Device remote = output("remote");
        remote.output = false;
        (void)mirror.take(devices({plain, remote}));
        QCOMPARE(mirror.sinks().size(), 1U);
    }
    void howFarOffIsNoNews()
    {
        SegueMirror mirror("Den");
        Native::Device desk = output("desk");
        (void)mirror.take(devices({desk}));
        desk.time.error = 7ms;
        QVERIFY(mirror.take(devices({desk})).empty());
        desk.volume.percent = 60;
        QCOMPARE(namesOf(mirror.take(devices({desk}))), "devices_changed sink.change sink.change");
    }

    void volumes()
    {
        SegueMirror mirror("Den");
        (void)mirror.take(devices({output("desk", true, 20),
                                   output("tv", true, 60),
                                   output("pc", false, 90),
                                   {.id = "fixed", .name = "Fixed", .output = true, .active = true}}));
        QCOMPARE(sink(mirror, "segue")->volume, 0.6); // of 20, 60 and one that is always full
        QCOMPARE(mirror.devicesBehind("segue"), QStringList({"desk", "tv"}));
        QCOMPARE(mirror.devicesBehind("segue.pc"), QStringList("pc"));
        QVERIFY(mirror.devicesBehind("segue.fixed").isEmpty());
    }

    void library()
    {
        SegueMirror mirror("Den");
        QCOMPARE(namesOf(mirror.take(LibraryFacts{.tracks = 3, .albums = 1, .scanning = true})),
                 "library_changed");
        QVERIFY(mirror.take(LibraryFacts{.tracks = 3, .albums = 1, .scanning = true}).empty());
        QCOMPARE(mirror.details().value("library").toObject().value("tracks").toInt(), 3);
    }

    void ids_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<std::optional<QString>>("device");
        QTest::addRow("session") << "session" << std::optional<QString>("");
        QTest::addRow("all") << "segue" << std::optional<QString>("");
        QTest::addRow("sink") << "segue.desk" << std::optional<QString>("desk");
        QTest::addRow("player") << "player.desk" << std::optional<QString>("desk");
        QTest::addRow("another's") << "player1" << std::optional<QString>();
    }
    void ids()
    {
        QFETCH(QString, id);
        QTEST(SegueMirror::deviceOf(id), "device");
    }
};

QTEST_GUILESS_MAIN(tst_SyncSegueMirror)
#include "tst_sync_seguemirror.moc"
