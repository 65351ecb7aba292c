// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"
#include "sync/link/link.h"
#include "sync/store/sqlitestore.h"

#include "support/hub/plainclient.h"
#include "support/hub/testhub.h"
#include "support/waiting.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Sync;
using namespace Testing;
using namespace std::chrono_literals;

namespace {

const Native::Play play{.trackId = 2, .context = {.fromIs = "album", .fromIsId = 7}};

QList<TrackId> tracksOf(const QList<QueueItem> &items)
{
    QList<TrackId> tracks;
    for (const QueueItem &item : items)
        tracks.append(item.track);
    return tracks;
}

} // namespace

/// One queue on all devices, whoever changes it.
class tst_HubQueue : public QObject
{
    Q_OBJECT

    static bool join(Link &link, const TestHub &hub)
    {
        link.open(QUrl(QString("ws://127.0.0.1:%1").arg(hub.port())));
        return QTest::qWaitFor([&] { return link.isConnected(); }, patienceMs);
    }

private Q_SLOTS:
    void everyDeviceHasTheSameQueue()
    {
        const TestHub hub;
        Link desk({.id = "desk", .name = "Desk"});
        Link phone({.id = "phone", .name = "Phone"});
        QVERIFY(join(desk, hub));
        QVERIFY(join(phone, hub));
        desk.send(play);
        QTRY_COMPARE(tracksOf(phone.queue()), QList<TrackId>({1, 2, 3}));
        QTRY_COMPARE(phone.state()->player->item, phone.queue().at(1).id);

        phone.send(Native::Enqueue{
            .tracks = {77}, .context = {.fromIs = "search", .fromIsId = 0}, .place = Native::Place::Next});
        QTRY_COMPARE(tracksOf(desk.queue()), QList<TrackId>({1, 2, 77, 3}));
        desk.send(Native::Move{.items = {desk.queue().at(3).id}, .before = desk.queue().at(0).id});
        QTRY_COMPARE(tracksOf(phone.queue()), QList<TrackId>({3, 1, 2, 77}));
        phone.send(Native::Remove{.items = {phone.queue().at(0).id}});
        QTRY_COMPARE(tracksOf(desk.queue()), QList<TrackId>({1, 2, 77}));
        desk.send(Native::Undo{});
        QTRY_COMPARE(tracksOf(phone.queue()), QList<TrackId>({3, 1, 2, 77}));
        QVERIFY(phone.canUndo() && phone.canRedo());

        Link late({.id = "late", .name = "Late"});
        QVERIFY(join(late, hub));
        QCOMPARE(late.queue(), phone.queue());
    }

    void goingThroughIt()
    {
        const TestHub hub;
        Link desk({.id = "desk", .name = "Desk", .output = true});
        QVERIFY(join(desk, hub));
        desk.send(play);
        QTRY_COMPARE(desk.queue().size(), 3);
        desk.send(Native::Enqueue{
            .tracks = {77}, .context = {.fromIs = "search", .fromIsId = 0}, .place = Native::Place::Next});
        desk.send(Native::Next{});
        QTRY_COMPARE(desk.state()->player->trackId, TrackId(77));
        QCOMPARE(desk.state()->player->context.fromIs, QString("search"));
        desk.send(Native::Ended{.playId = desk.state()->player->playId});
        QTRY_COMPARE(desk.state()->player->trackId, TrackId(3));
        QCOMPARE(desk.state()->player->context.fromIs, QString("album"));

        desk.send(Native::SetModes{.repeat = Repeat::All, .stopAfter = true});
        QTRY_VERIFY(desk.state()->modes.stopAfter);
        desk.send(Native::Ended{.playId = desk.state()->player->playId});
        QTRY_COMPARE(desk.state()->player->trackId, TrackId(1));
        QVERIFY(desk.state()->player->paused());
        QCOMPARE(desk.state()->player->position, 0ms);
        QTRY_VERIFY(!desk.state()->modes.stopAfter); // once

        desk.send(Native::PlayItem{.item = desk.queue().at(2).id});
        QTRY_COMPARE(desk.state()->player->trackId, TrackId(77));
        QVERIFY(!desk.state()->player->paused());
    }

    void plainClientsGoThroughItToo()
    {
        const TestHub hub;
        Link desk({.id = "desk", .name = "Desk"});
        QVERIFY(join(desk, hub));
        PlainClient plain;
        QVERIFY(enter(hub, {&plain}));
        plain.say(newTrack(1, secondsAgo(5)));
        QTRY_COMPARE(tracksOf(desk.queue()), QList<TrackId>({1, 2, 3}));
        desk.send(Native::Enqueue{.tracks = {77}, .context = {.fromIs = "search", .fromIsId = 0}});
        QTRY_COMPARE(desk.queue().size(), 4);
        plain.say(newTrack(2, secondsAgo(1)));
        QTRY_COMPARE(desk.state()->player->trackId, TrackId(2));
        QCOMPARE(desk.queue().size(), 4); // it has gone on in the queue
        QCOMPARE(desk.state()->player->item, desk.queue().at(1).id);
    }

    void comesBackAfterARestart()
    {
        const QTemporaryDir directory;
        QList<QueueItem> queue;
        {
            const TestHub hub(std::make_unique<SqliteStore>(directory.path()));
            Link desk({.id = "desk", .name = "Desk"});
            QVERIFY(join(desk, hub));
            desk.send(play);
            desk.send(Native::SetModes{.shuffle = true, .repeat = Repeat::One});
            QTRY_VERIFY(desk.state()->modes.shuffle);
            queue = desk.queue();
            QCOMPARE(queue.size(), 3);
        }
        const TestHub hub(std::make_unique<SqliteStore>(directory.path()));
        Link desk({.id = "desk", .name = "Desk"});
        QVERIFY(join(desk, hub));
        QCOMPARE(desk.queue(), queue);
        QCOMPARE(desk.state()->player->item, queue.at(0).id);
        QCOMPARE(desk.state()->modes, (Modes{.shuffle = true, .repeat = Repeat::One}));
    }

    void changesAreSmall()
    {
        const TestHub hub;
        Link desk({.id = "desk", .name = "Desk"});
        QVERIFY(join(desk, hub));
        desk.send(Native::Play{
            .trackId = 1, .context = {.fromIs = "search", .fromIsId = 0}, .tracks = QList<TrackId>(2000, 1)});
        QTRY_COMPARE(desk.queue().size(), 2000);
        QSignalSpy changes(&desk, &Link::queueChanged);
        desk.send(Native::Remove{.items = {desk.queue().at(1000).id}});
        QTRY_COMPARE(changes.size(), 1);
        QCOMPARE(changes.first().first().value<Splice>(), (Splice{.at = 1000, .removed = 1}));
    }
};

QTEST_GUILESS_MAIN(tst_HubQueue)
#include "tst_hub_queue.moc"
