// SPDX-License-Identifier: Apache-2.0
#include "app/player/sessionplayer.h"

#include "app/player/crossfade.h"
#include "sync/limits.h"
#include "sync/session/upcoming.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Player {

namespace {

constexpr milliseconds followEvery = 250ms;
constexpr milliseconds followExactlyEvery = 100ms;
constexpr std::chrono::microseconds clockSureWithin = 1ms;
constexpr milliseconds othersSpeakWithin = 1s;

} // namespace

SessionPlayer::SessionPlayer(Sync::Link &link, std::unique_ptr<Output> output,
                             std::function<Media(Sync::TrackId)> mediaOf)
    : m_link(link)
    , m_output(std::move(output))
    , m_mediaOf(std::move(mediaOf))
{
    m_link.setPlaying([this] { return playing(); });
    m_link.setTiming(m_output->isExact() ? Sync::Native::Timing::Exact : Sync::Native::Timing::Loose);
    connect(&m_link, &Sync::Link::stateChanged, this, &SessionPlayer::follow);
    connect(&m_link, &Sync::Link::queueChanged, this, &SessionPlayer::follow);
    connect(&m_link, &Sync::Link::devicesChanged, this, &SessionPlayer::follow); // and who is to sound
    connect(&m_link, &Sync::Link::volumeWished, this, &SessionPlayer::obey);
    connect(m_output.get(), &Output::ended, this, &SessionPlayer::finishTrack);
    connect(m_output.get(), &Output::failed, this, &SessionPlayer::giveUp);
    connect(m_output.get(), &Output::flawed, this, [this](const QString &sentence) {
        if (!m_key)
            return; // said of what has been stopped meanwhile
        notice(sentence);
        Q_EMIT failed(m_key->track, sentence);
    });
    connect(m_output.get(), &Output::conditionChanged, this, &SessionPlayer::report);
    connect(m_output.get(), &Output::conditionChanged, this, [this] {
        if (m_output->condition() == Condition::Sounding)
            m_failuresInARow = 0;
    });
    connect(m_output.get(), &Output::deviceNotice, this, [this](const QString &sentence) {
        m_deviceNotice = sentence;
        notice({});
    });
    connect(m_output.get(), &Output::unplugged, this, &SessionPlayer::mindUnplugged);
    connect(&m_tick, &QTimer::timeout, this, &SessionPlayer::follow);
    connect(&m_report, &QTimer::timeout, this, &SessionPlayer::report);
    m_giveUp.setSingleShot(true);
    m_giveUp.setInterval(othersSpeakWithin);
    connect(&m_giveUp, &QTimer::timeout, this, &SessionPlayer::passOver);
    applyVolume();
    m_tick.start(followEvery);
    m_report.start(Sync::Limits::pingEvery);
}

SessionPlayer::~SessionPlayer()
{
    m_output->disconnect(this); // it may speak while it dies
    m_link.setPlaying([] { return std::nullopt; });
}

std::optional<milliseconds> SessionPlayer::soundingAt() const
{
    if (m_output->condition() != Condition::Sounding)
        return std::nullopt;
    return m_output->position();
}

void SessionPlayer::setVolume(const Volume &volume)
{
    if (std::exchange(m_volume, volume) == volume)
        return;
    applyVolume();
    Q_EMIT volumeChanged();
}

void SessionPlayer::setFade(double gain)
{
    m_fade = gain;
    applyVolume();
}

void SessionPlayer::obey(const Sync::Native::Volume &wish)
{
    // Who turns it up wants to hear it.
    setVolume({.percent = wish.percent.value_or(m_volume.percent),
               .muted = wish.muted.value_or(!wish.percent && m_volume.muted)});
}

void SessionPlayer::applyVolume()
{
    m_output->setVolume(m_volume.muted ? 0 : m_fade * m_volume.percent / Sync::Limits::loudest);
    m_link.setVolume({.percent = m_volume.percent, .muted = m_volume.muted});
}

void SessionPlayer::setSound(const SoundSettings &sound)
{
    const SoundSettings before = std::exchange(m_sound, sound);
    if (before.device != sound.device)
        m_output->setDevice(sound.device);
    m_output->setEqualization(sound.equalization);
    m_next.reset();
    m_announced = {};
    if (before.gain == sound.gain || !m_key)
        return;
    const float gain = levelled(m_key->track).gain;
    if (std::exchange(m_media.gain, gain) == gain || m_started != m_key || !m_output->isAtWork())
        return;
    m_output->start(m_media, m_output->position(), m_output->condition() == Condition::Paused);
}

void SessionPlayer::mindUnplugged()
{
    if (m_key && m_sound.unplugged == Unplugged::Pause && !othersSound())
        m_link.send(Sync::Native::Pause{});
}

void SessionPlayer::follow()
{
    const std::optional<Target> wanted = target();
    if (!wanted)
        rest();
    else if (m_key != wanted->key)
        prepare(wanted->key);
    const bool possible = wanted && !m_media.isEmpty() && !m_failure;
    const Own own{.key = m_started,
                  .position = m_output->heardAt(),
                  .condition = m_output->condition(),
                  .delays = m_output->delays(),
                  .exact = m_output->isExact()};
    if (isToPassOver() && !m_giveUp.isActive())
        m_giveUp.start();
    followTimeline(wanted);
    act(m_follower.next(possible ? wanted : std::nullopt, own, Follower::TimePoint::clock::now()));
    if (possible && m_started == m_key)
        prepareNext();
}

void SessionPlayer::followTimeline(const std::optional<Target> &wanted)
{
    const bool together = wanted && wanted->together && !wanted->paused && m_output->isExact();
    const milliseconds every = together ? followExactlyEvery : followEvery;
    if (m_tick.intervalAsDuration() != every) // it would begin anew
        m_tick.setInterval(every);
    if (!together)
        m_pacePpm = 0;
    m_output->setTimeline(
        together ? std::optional(Timeline{.place = wanted->position, .at = std::chrono::steady_clock::now()})
                 : std::nullopt);
}

void SessionPlayer::prepareNext()
{
    const Sync::Native::State &state = *m_link.state();
    const auto item = Sync::upcoming(m_link.queue(), state.player->item, state.modes);
    const Next next{.after = *m_started, .track = item ? item->track : 0, .alone = !othersSound()};
    if (m_next == next)
        return;
    m_next = next;
    m_announced = item ? levelled(item->track) : Media();
    // Others would hear the end cut off.
    const milliseconds crossfade =
        next.alone ? crossfadeBetween(m_media, m_announced, m_sound.crossfade) : milliseconds(0);
    m_output->setNext(m_announced.isEmpty() ? std::nullopt : std::optional(m_announced), crossfade);
}

void SessionPlayer::prepare(const TrackKey &key)
{
    m_giveUp.stop();
    m_key = key;
    m_media = asAnnounced(levelled(key.track));
    m_failure.reset();
    notice(m_media.isEmpty() ? tr("This track is not in this library.") : QString());
    report();
}

/// Nothing is to sound here, be it that somebody moved the sound elsewhere; what failed may be tried again.
void SessionPlayer::rest()
{
    if (!m_key)
        return;
    m_giveUp.stop();
    m_key.reset();
    m_failure.reset();
    notice({});
    report();
}

/// With the level it was announced with, if it was: it may sound already, and another would be a new start.
Media SessionPlayer::asAnnounced(const Media &media) const
{
    Media announced = m_announced;
    announced.loudness = media.loudness;
    announced.gain = media.gain;
    return announced == media ? m_announced : media;
}

/// Where it is, and how loud it is to be where the session plays it from.
Media SessionPlayer::levelled(Sync::TrackId track) const
{
    const Sync::Native::State &state = *m_link.state();
    Media media = m_mediaOf(track);
    media.gain = gainFor(media.loudness, m_sound.gain,
                         state.player->context.fromIs == QLatin1StringView("album") && !state.modes.shuffle);
    return media;
}

void SessionPlayer::act(const Action &action)
{
    struct Act {
        SessionPlayer &self;

        void operator()(const Hold &) const { }
        void operator()(const Jump &jump) const { self.m_output->seek(jump.to); }
        void operator()(const Nudge &nudge) const
        {
            self.m_pacePpm = nudge.ppm;
            self.m_output->setPace(nudge.ppm);
        }
        void operator()(const Pause &) const { self.m_output->pause(); }
        void operator()(const Resume &) const { self.m_output->resume(); }
        void operator()(const Start &start) const
        {
            self.m_started = self.m_key;
            self.m_next.reset();
            self.m_output->start(self.m_media, start.from, start.paused);
        }
        void operator()(const Stop &) const
        {
            self.m_started.reset();
            self.m_output->stop();
        }
    };
    std::visit(Act{*this}, action);
}

void SessionPlayer::notice(const QString &sentence)
{
    Q_EMIT noticed(sentence.isEmpty() ? m_deviceNotice : sentence);
}

std::optional<Target> SessionPlayer::target() const
{
    const auto &state = m_link.state();
    if (!state || !state->player || !m_link.isActive())
        return std::nullopt;
    return Target{.key = {.track = state->player->trackId, .playId = state->player->playId},
                  .position = m_link.timeline(),
                  .from = state->player->position,
                  .sure = m_link.clockError().value_or(clockSureWithin + 1us) <= clockSureWithin,
                  .revision = state->revision,
                  .paused = state->player->paused(),
                  .together = !m_output->isLoose() && othersSound()};
}

} // namespace Player
