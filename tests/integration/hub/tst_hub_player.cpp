// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"
#include "support/hub/testhub.h"
#include "support/waiting.h"

#include "app/player/sessionplayer.h"

#include <QSignalSpy>

using namespace Player;
using namespace Testing;
using namespace std::chrono_literals;
namespace Native = Sync::Native;

namespace {

/// Sounds, or breaks, at once.
class Sound final : public Output
{
public:
    bool broken = false;
    int starts = 0;

    void start(const Media &, std::chrono::milliseconds from, bool) override
    {
        ++starts;
        m_position = from;
        if (broken)
            QMetaObject::invokeMethod(this, &Sound::breakOff, Qt::QueuedConnection);
        else
            become(Condition::Sounding);
    }
    void pause() override { become(Condition::Paused); }
    void resume() override { become(Condition::Sounding); }
    void seek(std::chrono::milliseconds to) override { m_position = to; }
    void stop() override { become(Condition::Idle); }
    void setVolume(double) override { }
    [[nodiscard]] std::chrono::milliseconds position() const override { return m_position; }
    [[nodiscard]] Condition condition() const override { return m_condition; }

    void breakOff()
    {
        become(Condition::Failed);
        Q_EMIT failed("It broke.");
    }

private:
    void become(Condition condition)
    {
        if (std::exchange(m_condition, condition) != condition)
            Q_EMIT conditionChanged();
    }

    std::chrono::milliseconds m_position{0};
    Condition m_condition = Condition::Idle;
};

/// A device that plays, by an output that does as it is told.
struct Device {
    Sync::Link link;
    Sound *sound = new Sound; // the player's
    SessionPlayer player;
    QSignalSpy notices;

    explicit Device(const QString &id)
        : link({.id = id, .name = id, .output = true})
        , player(link, std::unique_ptr<Output>(sound), [](Sync::TrackId) { return QUrl("file:///x.ogg"); })
        , notices(&player, &SessionPlayer::noticed)
    {
    }

    [[nodiscard]] bool join(const TestHub &hub)
    {
        link.open(QUrl(QString("ws://127.0.0.1:%1").arg(hub.port())));
        return QTest::qWaitFor([this] { return link.isConnected(); }, patienceMs);
    }
    void play() { link.send(Native::Play{.trackId = 1, .context = {.fromIs = "album", .fromIsId = 7}}); }
    [[nodiscard]] bool plays(Sync::TrackId track) const
    {
        const auto &state = link.state();
        return state && state->player && state->player->trackId == track && !state->player->paused();
    }
    [[nodiscard]] bool isPaused() const
    {
        const auto &state = link.state();
        return state && state->player && state->player->paused();
    }
};

} // namespace

/// What a device that plays makes of an output that breaks.
class tst_HubPlayer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBrokenTrackIsPassedOver()
    {
        const TestHub hub;
        Device desk("desk");
        QVERIFY(desk.join(hub));
        desk.play();
        // The hub's last word of this device is now that it sounds.
        QTRY_VERIFY(!desk.link.devices().isEmpty()
                    && desk.link.devices().first().condition == Native::Condition::Sounding);
        desk.sound->breakOff();
        QTRY_VERIFY(desk.plays(2));
        QTRY_COMPARE(desk.sound->starts, 2);
        QCOMPARE(desk.sound->condition(), Condition::Sounding);
    }

    void whoeverCanPlayItGoesOn()
    {
        const TestHub hub;
        Device desk("desk");
        Device den("den");
        QVERIFY(desk.join(hub));
        QVERIFY(den.join(hub));
        desk.sound->broken = true;
        QSignalSpy failed(&desk.player, &SessionPlayer::failed);
        NativeClient witness;
        witness.open(hub.port());
        witness.join("witness");
        QTRY_COMPARE(desk.link.devices().size(), 3);
        den.play();
        QTRY_COMPARE(failed.size(), 1);
        QTRY_COMPARE(witness.sounding(), 1);
        QVERIFY(desk.plays(1));
        QVERIFY(den.plays(1));
        QCOMPARE(desk.sound->starts, 1);
    }

    void tenFailuresInARowStopIt()
    {
        const TestHub hub;
        Device desk("desk");
        QVERIFY(desk.join(hub));
        desk.link.send(Native::SetModes{.repeat = Sync::Repeat::All});
        desk.sound->broken = true;
        desk.play();
        QTRY_VERIFY(desk.isPaused());
        QCOMPARE(desk.sound->starts, 10);
        QVERIFY(desk.notices.last().first().toString().contains("10 tracks"));
        // Somebody who tries again is taken at their word.
        desk.sound->broken = false;
        desk.link.send(Native::Next{});
        desk.link.send(Native::Resume{});
        QTRY_COMPARE(desk.sound->condition(), Condition::Sounding);
    }
};

QTEST_GUILESS_MAIN(tst_HubPlayer)
#include "tst_hub_player.moc"
