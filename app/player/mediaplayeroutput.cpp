// SPDX-License-Identifier: Apache-2.0
#include "app/player/mediaplayeroutput.h"

#include "app/player/failures.h"
#include "app/player/logging.h"

#include <QAudioOutput>
#include <QMediaDevices>
#include <QMediaPlayer>

#include <algorithm>

namespace Player {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds reportEach = 100ms;
constexpr milliseconds heardAfterStart = 65ms; // measured: the engine forgets its first buffers
constexpr milliseconds heardAfterSeek = -30ms;
constexpr milliseconds cutOffFrom = 5s; // missing at the end

SteadyPosition::TimePoint now() { return std::chrono::steady_clock::now(); }

/// The duration of these may be a guess from the first frames.
bool durationIsSure(const QUrl &media)
{
    const auto name = media.fileName().toLower();
    return !name.endsWith(QLatin1StringView(".mp3")) && !name.endsWith(QLatin1StringView(".aac"));
}

} // namespace

void chooseBackend()
{
    constexpr auto variable = "QT_MEDIA_BACKEND";
    if (!qEnvironmentVariableIsSet(variable))
        qputenv(variable, "ffmpeg"); // docs/playback.md has the counts
}

MediaPlayerOutput::MediaPlayerOutput(QObject *parent)
    : Output(parent)
    , m_devices(std::make_unique<QMediaDevices>())
{
    m_reports.setInterval(reportEach);
    m_partEnds.setSingleShot(true);
    m_partEnds.setTimerType(Qt::PreciseTimer);
    connect(&m_reports, &QTimer::timeout, this, [this] {
        m_steady.report(milliseconds(m_player->position()) - m_media.start, now());
        mindEnd();
    });
    connect(&m_partEnds, &QTimer::timeout, this, &MediaPlayerOutput::finish);
    connect(&m_silent, &SilentOutput::ended, this, &MediaPlayerOutput::finish);
    connect(&m_loss, &SoundLoss::lost, this, &MediaPlayerOutput::giveUpSound);
    connect(m_devices.get(), &QMediaDevices::audioOutputsChanged, this, &MediaPlayerOutput::mindDevices);
}

MediaPlayerOutput::~MediaPlayerOutput() { retire(); } // what it retires are children by now

void MediaPlayerOutput::start(const Media &media, milliseconds from, bool paused)
{
    m_media = media;
    m_place = std::max(from, 0ms);
    m_wantPaused = paused;
    become(Condition::Loading);
    load();
}

void MediaPlayerOutput::load()
{
    retire();
    m_inSilence = !soundIsPossible();
    // A fresh player each time: an old one still sends what it meant for the media before.
    m_player = std::make_unique<QMediaPlayer>();
    if (m_inSilence) {
        // Without a device the engine would crash on a null stream: here it only tells whether and how long.
        if (!SoundLoss::happened()) // then the notice is another
            notice(tr("No sound device: playing in silence."));
    } else {
        openDevice();
        setVolume(m_volume);
        m_player->setAudioOutput(m_audio.get());
    }
    heed();
    m_player->setSource(m_media.url);
}

void MediaPlayerOutput::heed()
{
    connect(m_player.get(), &QMediaPlayer::errorOccurred, this,
            [this](QMediaPlayer::Error, const QString &reason) { fail(whyNot(m_media.url, reason)); });
    connect(m_player.get(), &QMediaPlayer::mediaStatusChanged, this,
            [this](QMediaPlayer::MediaStatus status) {
                if (status == QMediaPlayer::LoadedMedia || status == QMediaPlayer::BufferedMedia)
                    arrive();
                else if (status == QMediaPlayer::InvalidMedia)
                    fail(whyNot(m_media.url, m_player->errorString()));
                else if (status == QMediaPlayer::EndOfMedia)
                    reachEnd();
            });
}

void MediaPlayerOutput::retire()
{
    m_reports.stop();
    m_partEnds.stop();
    m_silent.stop();
    if (!m_player)
        return;
    m_player->disconnect(this);
    m_player->stop();
    if (SoundLoss::happened() && m_audio) { // taking these down would hang
        std::ignore = m_player.release();
        std::ignore = m_audio.release();
        return;
    }
    m_player->setParent(this);
    m_player.release()->deleteLater(); // it may be the one that is speaking now
    if (m_audio) {
        m_audio->setParent(this);
        m_audio.release()->deleteLater();
    }
}

void MediaPlayerOutput::arrive()
{
    if (m_condition != Condition::Loading)
        return;
    if (m_inSilence) {
        m_silent.start({m_media.url, m_media.start, length()}, m_place, m_wantPaused);
    } else {
        if (m_media.start + m_place > 0ms)
            m_player->setPosition((m_media.start + m_place).count());
        m_unaccounted = heardAfterStart;
        m_steady.restart(m_place - m_unaccounted, now());
        if (m_wantPaused) {
            m_player->pause();
        } else {
            m_player->play();
            m_reports.start();
        }
    }
    become(m_wantPaused ? Condition::Paused : Condition::Sounding);
}

void MediaPlayerOutput::pause()
{
    m_wantPaused = true;
    if (m_condition != Condition::Sounding)
        return;
    m_place = position();
    m_reports.stop();
    m_partEnds.stop();
    m_inSilence ? m_silent.pause() : m_player->pause();
    become(Condition::Paused);
}

void MediaPlayerOutput::resume()
{
    m_wantPaused = false;
    if (m_condition != Condition::Paused)
        return;
    if (m_inSilence) {
        m_silent.resume();
    } else {
        m_steady.restart(m_place - m_unaccounted, now());
        m_player->play();
        m_reports.start();
    }
    become(Condition::Sounding);
}

void MediaPlayerOutput::seek(milliseconds to)
{
    m_place = std::max(to, 0ms);
    if (!active())
        return;
    if (m_inSilence) {
        m_silent.seek(m_place);
    } else {
        m_player->setPosition((m_media.start + m_place).count());
        m_partEnds.stop();
        m_unaccounted = heardAfterSeek;
        m_steady.restart(m_place - m_unaccounted, now());
    }
}

void MediaPlayerOutput::stop()
{
    retire();
    m_place = 0ms;
    become(Condition::Idle);
}

void MediaPlayerOutput::setVolume(double volume)
{
    m_volume = std::clamp(volume, 0.0, 1.0);
    if (m_audio)
        m_audio->setVolume(gainAt(m_volume));
}

milliseconds MediaPlayerOutput::position() const
{
    if (m_condition != Condition::Sounding)
        return m_place;
    return m_inSilence ? m_silent.position() : std::max(m_steady.at(now()) + m_unaccounted, 0ms);
}

milliseconds MediaPlayerOutput::length() const
{
    const milliseconds ofFile(m_player ? m_player->duration() : 0);
    const milliseconds rest = std::max(ofFile - m_media.start, 0ms);
    return m_media.length > 0ms ? std::min(m_media.length, rest) : rest;
}

/// The engine knows no end but the file's.
void MediaPlayerOutput::mindEnd()
{
    const milliseconds left = m_media.length - position();
    if (m_media.length > 0ms && left < 2 * reportEach && !m_partEnds.isActive())
        m_partEnds.start(std::max(left, 0ms));
}

void MediaPlayerOutput::reachEnd()
{
    if (m_condition != Condition::Sounding || m_inSilence)
        return;
    if (durationIsSure(m_media.url) && m_steady.reported() < length() - cutOffFrom)
        Q_EMIT flawed(cutOff(m_media.url, m_steady.reported(), length()));
    finish();
}

void MediaPlayerOutput::fail(const QString &sentence)
{
    if (!isAtWork())
        return;
    m_place = position();
    retire();
    qCWarning(playerLog).noquote() << sentence;
    become(Condition::Failed);
    Q_EMIT failed(sentence);
}

void MediaPlayerOutput::finish()
{
    m_place = length() > 0ms ? length() : position();
    retire();
    become(Condition::Idle);
    Q_EMIT ended();
}

Delays MediaPlayerOutput::delays() const
{
    using namespace std::chrono_literals;
    return {.start = 20ms, .jump = 70ms};
}

void MediaPlayerOutput::notice(const QString &sentence)
{
    if (std::exchange(m_lastNotice, sentence) == sentence)
        return;
    if (!sentence.isEmpty())
        qCInfo(playerLog).noquote() << sentence;
    Q_EMIT deviceNotice(sentence);
}

bool MediaPlayerOutput::active() const
{
    return m_condition == Condition::Sounding || m_condition == Condition::Paused;
}

void MediaPlayerOutput::become(Condition condition)
{
    if (std::exchange(m_condition, condition) != condition)
        Q_EMIT conditionChanged();
}

} // namespace Player
