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
    float gain = 0;
    double volume = -1;
    Media started;
    std::optional<Media> next;
    std::chrono::milliseconds fade{-1};

    void start(const Media &media, std::chrono::milliseconds from, bool) override
    {
        ++starts;
        gain = media.gain;
        started = media;
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
    void setVolume(double wanted) override { volume = wanted; }
    void setNext(const std::optional<Media> &media, std::chrono::milliseconds crossfade) override
    {
        next = media;
        fade = crossfade;
    }
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
    App::Loudness loudness{.trackGain = -6.0206F}; ///< of every track, as far as it is known
    Sound *sound = new Sound; // the player's
    SessionPlayer player;
    QSignalSpy notices;

    Media mediaOf(Sync::TrackId track) const
    {
        Media media(QUrl(QString("file:///%1.ogg").arg(track)));
        media.loudness = loudness;
        return media;
    }

    explicit Device(const QString &id)
        : link({.id = id, .name = id, .output = true})
        , player(link, std::unique_ptr<Output>(sound), [this](Sync::TrackId track) { return mediaOf(track); })
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

    void whatNobodyCanPlayIsPassedOver()
    {
        const TestHub hub;
        Device desk("desk");
        Device den("den");
        QVERIFY(desk.join(hub));
        QVERIFY(den.join(hub));
        QTRY_COMPARE(desk.link.devices().size(), 2);
        desk.sound->broken = den.sound->broken = true;
        desk.play();
        QTRY_VERIFY(desk.plays(2));
        desk.sound->broken = den.sound->broken = false;
        QTRY_VERIFY(desk.sound->condition() == Condition::Sounding
                    && den.sound->condition() == Condition::Sounding);
    }

    void whatBrokeWhileItWasPausedIsPassedOver()
    {
        const TestHub hub;
        Device desk("desk");
        QVERIFY(desk.join(hub));
        desk.play();
        QTRY_COMPARE(desk.sound->condition(), Condition::Sounding);
        desk.link.send(Native::Pause{});
        QTRY_COMPARE(desk.sound->condition(), Condition::Paused);
        desk.sound->breakOff();
        QTRY_COMPARE(desk.link.devices().first().condition, Native::Condition::Failed);
        QVERIFY(desk.isPaused());
        desk.link.send(Native::Resume{});
        QTRY_VERIFY(desk.plays(2));
        QTRY_COMPARE(desk.sound->condition(), Condition::Sounding);
    }

    void anUnpluggedDevicePausesWhereThatIsWanted()
    {
        const TestHub hub;
        Device desk("desk");
        QVERIFY(desk.join(hub));
        desk.play();
        QTRY_COMPARE(desk.sound->condition(), Condition::Sounding);
        Q_EMIT desk.sound->unplugged();
        desk.player.setSound({.unplugged = Unplugged::Pause});
        QVERIFY(desk.plays(1));
        Q_EMIT desk.sound->unplugged();
        QTRY_VERIFY(desk.isPaused());
    }

    void fadesOnlyWhereNobodyElseSounds()
    {
        const TestHub hub;
        Device desk("desk");
        Device den("den");
        QVERIFY(desk.join(hub));
        desk.player.setSound({.crossfade = 5s});
        desk.play();
        QTRY_COMPARE(desk.sound->fade, 5s);
        QCOMPARE(desk.sound->next, std::optional(desk.mediaOf(2)));
        QVERIFY(den.join(hub));
        QTRY_COMPARE(desk.sound->fade, 0s);
    }

    void loudnessIsLevelledAtOnce()
    {
        const TestHub hub;
        Device desk("desk");
        QVERIFY(desk.join(hub));
        desk.play();
        QTRY_COMPARE(desk.sound->starts, 1);
        QCOMPARE(desk.sound->gain, 1.F);
        desk.player.setSound({.gain = {.mode = GainMode::Track}});
        QCOMPARE(desk.sound->starts, 2);
        QVERIFY(std::abs(desk.sound->gain - 0.5F) < 0.001F);
        desk.player.setSound({.gain = {.mode = GainMode::Track}, .crossfade = 1s});
        QCOMPARE(desk.sound->starts, 2); // nothing to begin anew for
    }

    void whatBecomesKnownOfTheNextTrackIsTold()
    {
        const TestHub hub;
        Device desk("desk");
        QVERIFY(desk.join(hub));
        desk.loudness = {};
        desk.player.setSound({.gain = {.mode = GainMode::Track}});
        desk.play();
        QTRY_VERIFY(desk.sound->next);
        QCOMPARE(desk.sound->next->gain, 1.F);
        desk.loudness.trackGain = -6.0206F;
        desk.player.lookUpNext();
        QTRY_VERIFY(std::abs(desk.sound->next->gain - 0.5F) < 0.001F);
    }

    void theNextTrackComesAsItWasTold()
    {
        const TestHub hub;
        Device desk("desk");
        QVERIFY(desk.join(hub));
        desk.player.setSound({.gain = {.mode = GainMode::Track}});
        desk.play();
        QTRY_VERIFY(desk.sound->next);
        const Media told = *desk.sound->next;
        desk.loudness.trackGain = -12.F; // too late: it may sound already
        Q_EMIT desk.sound->ended();
        QTRY_COMPARE(desk.sound->starts, 2);
        QVERIFY(desk.sound->started == told);
        QTRY_VERIFY(desk.sound->next && desk.sound->next->url != told.url);
        QVERIFY(desk.sound->next->gain < told.gain);
    }

    void theSoundMoves()
    {
        const TestHub hub;
        Device desk("desk");
        Device den("den");
        QVERIFY(desk.join(hub));
        QVERIFY(den.join(hub));
        NativeClient phone;
        phone.open(hub.port());
        phone.join("phone");
        desk.play();
        desk.link.send(Native::Seek{.position = 60s});
        QTRY_COMPARE(phone.sounding(), 2);

        phone.say(Native::ChooseOutputs{.devices = {"den"}});
        QTRY_COMPARE(desk.sound->condition(), Condition::Idle);
        QTRY_COMPARE(phone.sounding(), 1);
        QCOMPARE(desk.player.soundingAt(), std::nullopt);
        QCOMPARE(den.sound->condition(), Condition::Sounding);
        QVERIFY(den.plays(1));
        const int starts = desk.sound->starts;
        phone.say(Native::Next{});
        QTRY_VERIFY(den.plays(2) && desk.plays(2));
        QTRY_COMPARE(den.sound->started.url, den.mediaOf(2).url);
        QCOMPARE(desk.sound->starts, starts);

        phone.say(Native::Seek{.position = 90s});
        phone.say(Native::ChooseOutputs{.devices = {"desk"}});
        QTRY_COMPARE(desk.sound->condition(), Condition::Sounding);
        QCOMPARE(desk.sound->started.url, desk.mediaOf(2).url);
        QVERIFY(desk.sound->position() >= 90s);
        QTRY_COMPARE(den.sound->condition(), Condition::Idle);
        phone.say(Native::ChooseOutputs{.devices = {"desk", "den"}});
        QTRY_COMPARE(phone.sounding(), 2);
    }

    void aSilentDeviceMindsNothing()
    {
        const TestHub hub;
        Device desk("desk");
        Device den("den");
        QVERIFY(desk.join(hub));
        QVERIFY(den.join(hub));
        desk.player.setSound({.unplugged = Unplugged::Pause});
        desk.play();
        QTRY_COMPARE(desk.sound->condition(), Condition::Sounding);
        desk.link.send(Native::ChooseOutputs{.devices = {"den"}});
        QTRY_COMPARE(desk.sound->condition(), Condition::Idle);
        const auto notices = desk.notices.size();
        // What was under way when it was stopped.
        Q_EMIT desk.sound->unplugged();
        Q_EMIT desk.sound->failed("It broke.");
        Q_EMIT desk.sound->flawed("It is flawed.");
        Q_EMIT desk.sound->ended();
        QVERIFY(den.plays(1));
        QCOMPARE(desk.notices.size(), notices);
        desk.link.send(Native::ChooseOutputs{.devices = {"desk"}});
        QTRY_COMPARE(desk.sound->condition(), Condition::Sounding);
        QVERIFY(desk.plays(1));
    }

    void volumeFromAfar()
    {
        const TestHub hub;
        Device desk("desk");
        QVERIFY(desk.join(hub));
        desk.player.setVolume({.percent = 80});
        QCOMPARE(desk.sound->volume, 0.8);
        NativeClient phone;
        phone.open(hub.port());
        phone.join("phone");
        const auto said = [&phone] {
            const auto devices = phone.last<Native::Devices>();
            return devices ? devices->devices.first().volume : Native::Volume();
        };
        QTRY_COMPARE(said(), (Native::Volume{80, false}));

        QSignalSpy changed(&desk.player, &SessionPlayer::volumeChanged);
        phone.say(Native::SetVolume{.device = "desk", .volume = {.percent = 30}});
        QTRY_COMPARE(said(), (Native::Volume{30, false}));
        QCOMPARE(desk.sound->volume, 0.3);
        QCOMPARE(changed.size(), 1);
        phone.say(Native::SetVolume{.device = "desk", .volume = {.muted = true}});
        QTRY_COMPARE(said(), (Native::Volume{30, true}));
        QCOMPARE(desk.sound->volume, 0.0);
        phone.say(Native::SetVolume{.device = "desk", .volume = {.percent = 40}});
        QTRY_COMPARE(said(), (Native::Volume{40, false}));
        desk.player.setFade(0.5); // nobody's business
        QCOMPARE(desk.sound->volume, 0.2);
        QCOMPARE(desk.player.volume(), (Player::Volume{40, false}));
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
