// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/playercontroller.h"
#include "hub.h"

#include "support/waiting.h"
#include "sync/limits.h"

#include <QSignalSpy>

using Desktop::PlayerController;
using namespace std::chrono_literals;

namespace {

std::optional<quint64> albumOf(Sync::TrackId track)
{
    return track <= 3 ? std::optional<quint64>(7) : std::nullopt;
}

} // namespace

class tst_DesktopPlayer : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestHub> m_hub;
    std::unique_ptr<Sync::Link> m_link;

    void play(PlayerController &player, const QString &track = "1") const
    {
        player.play(track, "album", "7");
        QTRY_COMPARE(player.trackId(), track);
    }

private Q_SLOTS:
    void init()
    {
        m_hub = std::make_unique<TestHub>();
        m_link = std::make_unique<Sync::Link>(Sync::DeviceIdentity{.id = "me", .name = "Me", .output = true});
        m_link->open(m_hub->url());
        QTRY_VERIFY(m_link->isConnected());
    }
    void cleanup()
    {
        m_link.reset();
        m_hub.reset();
    }

    void amongOthers()
    {
        PlayerController player(*m_link, {.albumOf = albumOf, .ownHub = true});
        player.playAmong({"3", "9", "1"}, "9", "search", "0");
        QTRY_COMPARE(player.trackId(), "9");
        const QList<Sync::QueueItem> &queue = m_link->queue();
        QTRY_COMPARE(queue.size(), 3);
        QCOMPARE(queue.at(0).track, Sync::TrackId(3));
        QCOMPARE(queue.at(2).context.fromIs, "search");
        player.playAmong({"1", "2"}, "3", "search", "0");
        player.playAmong({"0"}, "0", "search", "0");

        QStringList many;
        for (int id = 1; id <= 2 * Sync::Limits::idsInMessage; ++id)
            many.append(QString::number(id));
        player.playAmong(many, "5000", "search", "0");
        QTRY_COMPARE(player.trackId(), "5000");
        QTRY_COMPARE(queue.size(), Sync::Limits::idsInMessage);
        QCOMPARE(queue.last().track, Sync::TrackId(2 * Sync::Limits::idsInMessage));
    }

    void nothingYet()
    {
        PlayerController player(*m_link, {.albumOf = albumOf, .ownHub = true});
        QVERIFY(player.connected());
        QVERIFY(player.ownHub());
        QCOMPARE(player.hubName(), "Attic");
        QVERIFY(!player.hasTrack());
        QVERIFY(!player.playing());
        QVERIFY(!player.known());
        QCOMPARE(player.title(), QString());
        QCOMPARE(player.albumId(), "0");
        QCOMPARE(player.durationMs(), 0);
        player.toggle();
        player.next();
        player.previous();
        player.seekBy(5000);
        player.play("not a number", "album", "7");
        play(player); // had one of those been refused, it would have said so before this
        QCOMPARE(player.fault(), QString());
    }

    void playShowsWhatTheHubKnows()
    {
        PlayerController player(*m_link, {.albumOf = albumOf});
        play(player, "2");
        QVERIFY(player.hasTrack());
        QVERIFY(player.playing());
        QVERIFY(player.known());
        QCOMPARE(player.title(), "Title 2");
        QCOMPARE(player.artist(), "Somebody");
        QCOMPARE(player.album(), "Seven");
        QCOMPARE(player.albumId(), "7");
        QCOMPARE(player.durationMs(), 200'000);
    }

    void aTrackOfAnotherLibrary()
    {
        PlayerController player(*m_link, {.albumOf = albumOf});
        play(player, "9");
        QCOMPARE(player.title(), "Title 9");
        QVERIFY(!player.known());
        QCOMPARE(player.albumId(), "0");
    }

    void nothingIsShownBeforeTheHubAgrees()
    {
        PlayerController player(*m_link, {.albumOf = albumOf});
        play(player);
        player.toggle();
        QVERIFY(player.playing());
        QTRY_VERIFY(!player.playing());
        player.toggle();
        QVERIFY(!player.playing());
        QTRY_VERIFY(player.playing());
    }

    void seek()
    {
        PlayerController player(*m_link, {.albumOf = albumOf});
        play(player);
        player.toggle();
        QTRY_VERIFY(!player.playing());
        player.seek(30'000);
        QTRY_COMPARE(player.positionMs(), 30'000);
        player.seekBy(5'000);
        QTRY_COMPARE(player.positionMs(), 35'000);
        player.seekBy(-60'000);
        QTRY_COMPARE(player.positionMs(), 0);
        player.seekBy(999'000);
        QTRY_COMPARE(player.positionMs(), 100'000);
        player.seek(-1);
        QTRY_COMPARE(player.positionMs(), 0);
    }

    void nextAndPrevious()
    {
        PlayerController player(*m_link, {.albumOf = albumOf});
        play(player, "2");
        player.next();
        QTRY_COMPARE(player.trackId(), "3");
        player.previous();
        QTRY_COMPARE(player.trackId(), "2");
    }

    void anotherDevicesWishIsShown()
    {
        PlayerController player(*m_link, {.albumOf = albumOf});
        Sync::Link phone({.id = "phone", .name = "Phone"});
        phone.open(m_hub->url());
        QTRY_VERIFY(phone.isConnected());
        phone.send(Sync::Native::Play{.trackId = 3, .context = {.fromIs = "album", .fromIsId = 7}});
        QTRY_COMPARE(player.title(), "Title 3");
    }

    void theClockTicksOnlyWhereItIsSeen()
    {
        PlayerController player(*m_link, {.albumOf = albumOf});
        play(player);
        QSignalSpy moved(&player, &PlayerController::positionChanged);
        QVERIFY(moved.wait(Testing::patienceMs));

        player.toggle();
        QTRY_VERIFY(!player.playing());
        moved.clear();
        QVERIFY(!moved.wait(600));

        player.toggle();
        QTRY_VERIFY(player.playing());
        player.setWatched(false);
        moved.clear();
        QVERIFY(!moved.wait(600));
        player.setWatched(true);
        QCOMPARE(moved.size(), 1);
        QVERIFY(moved.wait(Testing::patienceMs));
    }

    void aRefusalIsShownForAWhile()
    {
        PlayerController player(*m_link, {.albumOf = albumOf, .faultShownFor = 300ms});
        player.play("1", QString(100, 'x'), "7");
        QTRY_VERIFY(!player.fault().isEmpty());
        QVERIFY(player.fault().at(0).isUpper());
        QVERIFY(player.fault().endsWith('.'));
        QVERIFY(!player.hasTrack());
        QTRY_COMPARE(player.fault(), QString());
    }

    void aHubThatIsGone()
    {
        PlayerController player(*m_link, {.albumOf = albumOf});
        play(player);
        m_hub.reset();
        QTRY_VERIFY(!player.connected());
        QCOMPARE(player.title(), "Title 1");
        player.toggle();
        QVERIFY(!player.fault().isEmpty());
        QVERIFY(player.playing());
    }

    void aNoticeStaysAsLongAsItIsSo()
    {
        PlayerController player(*m_link, {.albumOf = albumOf});
        QSignalSpy changed(&player, &PlayerController::noticeChanged);
        player.setNotice("No sound device: playing in silence.");
        player.setNotice("No sound device: playing in silence.");
        QCOMPARE(player.notice(), "No sound device: playing in silence.");
        QCOMPARE(changed.size(), 1);
    }

    void theLibraryLearnsOfTheTrack()
    {
        bool scanned = false;
        PlayerController player(*m_link, {.albumOf = [&scanned](Sync::TrackId) {
            return scanned ? std::optional<quint64>(5) : std::nullopt;
        }});
        play(player);
        QVERIFY(!player.known());
        scanned = true;
        player.lookUpAlbum();
        QVERIFY(player.known());
        QCOMPARE(player.albumId(), "5");
    }
};

QTEST_GUILESS_MAIN(tst_DesktopPlayer)
#include "tst_desktop_player.moc"
