// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/playercontroller.h"

#include "sync/limits.h"

#include <algorithm>
#include <limits>

using namespace std::chrono_literals;

namespace Desktop {

namespace {

constexpr std::chrono::milliseconds positionEvery = 250ms;

int milliseconds(std::chrono::milliseconds time)
{
    return int(std::min<qint64>(time.count(), std::numeric_limits<int>::max()));
}

/// As many as a message holds, with a little of what comes before the one at @p index.
QList<Sync::TrackId> around(const QList<Sync::TrackId> &tracks, qsizetype index)
{
    constexpr qsizetype most = Sync::Limits::idsInMessage;
    const qsizetype room = std::max(tracks.size() - most, qsizetype(0));
    return tracks.mid(std::clamp(index - most / 10, qsizetype(0), room), most);
}

/// Reasons on the wire begin small and end open.
QString sentence(const QString &reason)
{
    if (reason.isEmpty())
        return PlayerController::tr("The hub refused that.");
    const QString begun = reason.at(0).toUpper() + reason.mid(1);
    return reason.at(reason.size() - 1).isPunct() ? begun : begun + u'.';
}

} // namespace

PlayerController::PlayerController(Sync::Link &link, Options options, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_options(std::move(options))
{
    m_tick.setInterval(positionEvery);
    m_forgetFault.setSingleShot(true);
    m_forgetFault.setInterval(m_options.faultShownFor);
    connect(&m_tick, &QTimer::timeout, this, &PlayerController::positionChanged);
    connect(&m_forgetFault, &QTimer::timeout, this, [this] { setFault({}); });
    connect(&link, &Sync::Link::stateChanged, this, &PlayerController::show);
    connect(&link, &Sync::Link::connectedChanged, this, &PlayerController::connectedChanged);
    connect(&link, &Sync::Link::hubAloneChanged, this, &PlayerController::hubAloneChanged);
    connect(&link, &Sync::Link::faulted, this,
            [this](const Sync::Native::Fault &fault) { tell(sentence(fault.reason)); });
    show();
}

void PlayerController::setStreamTitle(const QString &title)
{
    if (std::exchange(m_streamTitle, title) != title)
        Q_EMIT changed();
}

void PlayerController::tell(const QString &sentence)
{
    if (sentence.isEmpty())
        return;
    setFault(sentence);
    m_forgetFault.start();
}

const Sync::PlayerState *PlayerController::player() const
{
    const auto &state = m_link.state();
    return state && state->player ? &*state->player : nullptr;
}

std::optional<Sync::TrackInfo> PlayerController::track() const
{
    if (!player())
        return std::nullopt;
    if (const auto &told = m_link.state()->track)
        return told;
    return m_options.trackOf ? m_options.trackOf(player()->trackId) : std::nullopt;
}

QString PlayerController::trackId() const
{
    return player() ? QString::number(player()->trackId) : QString();
}

QString PlayerController::title() const
{
    if (!m_streamTitle.isEmpty())
        return m_streamTitle;
    if (const auto known = track())
        return known->title;
    return player() ? tr("Unknown track") : QString();
}

// Below what a station sends stands the station's name.
QString PlayerController::artist() const
{
    const auto known = track();
    if (!known)
        return {};
    return m_streamTitle.isEmpty() ? known->artist : known->title;
}

QString PlayerController::album() const { return track().value_or(Sync::TrackInfo()).album; }

QString PlayerController::albumId() const { return QString::number(m_album.value_or(0)); }

bool PlayerController::playing() const { return player() && !player()->paused(); }

int PlayerController::durationMs() const { return player() ? milliseconds(player()->duration) : 0; }

int PlayerController::positionMs() const { return milliseconds(m_link.position()); }

QString PlayerController::hubName() const { return m_link.hub() ? m_link.hub()->name : QString(); }

void PlayerController::toggle()
{
    if (playing())
        m_link.send(Sync::Native::Pause{});
    else if (player())
        m_link.send(Sync::Native::Resume{});
}

void PlayerController::seek(int positionMs)
{
    m_link.send(Sync::Native::Seek{.position = std::chrono::milliseconds(std::max(0, positionMs))});
}

void PlayerController::seekBy(int deltaMs)
{
    if (!player())
        return;
    const std::chrono::milliseconds wanted =
        std::max(0ms, m_link.position() + std::chrono::milliseconds(deltaMs));
    const std::chrono::milliseconds duration = player()->duration;
    m_link.send(Sync::Native::Seek{.position = duration > 0ms ? std::min(wanted, duration) : wanted});
}

void PlayerController::next()
{
    if (player())
        m_link.send(Sync::Native::Next{.revision = m_link.state()->revision});
}

void PlayerController::previous()
{
    if (player())
        m_link.send(Sync::Native::Previous{.revision = m_link.state()->revision});
}

Sync::Modes PlayerController::modes() const { return m_link.state() ? m_link.state()->modes : Sync::Modes(); }

void PlayerController::setShuffle(bool shuffle) { m_link.send(Sync::Native::SetModes{.shuffle = shuffle}); }

PlayerController::Repeat PlayerController::repeat() const
{
    switch (modes().repeat) {
    case Sync::Repeat::Off:
        return RepeatOff;
    case Sync::Repeat::One:
        return RepeatOne;
    case Sync::Repeat::All:
        return RepeatAll;
    }
    Q_UNREACHABLE();
}

void PlayerController::cycleRepeat()
{
    const auto next = [this] {
        switch (modes().repeat) {
        case Sync::Repeat::Off:
            return Sync::Repeat::All;
        case Sync::Repeat::All:
            return Sync::Repeat::One;
        case Sync::Repeat::One:
            return Sync::Repeat::Off;
        }
        Q_UNREACHABLE();
    };
    m_link.send(Sync::Native::SetModes{.repeat = next()});
}

void PlayerController::setStopAfter(bool stopAfter)
{
    m_link.send(Sync::Native::SetModes{.stopAfter = stopAfter});
}

void PlayerController::setVolume(double volume)
{
    const double within = std::clamp(volume, 0.0, 1.0);
    if (within == m_volume && !m_muted)
        return;
    m_volume = within;
    m_muted = false; // who turns it up wants to hear it
    Q_EMIT volumeChanged();
}

int PlayerController::volumePercent() const { return qRound(m_volume * Sync::Limits::loudest); }

void PlayerController::showVolume(int percent, bool muted)
{
    if (percent == volumePercent() && muted == m_muted)
        return;
    m_volume = double(percent) / Sync::Limits::loudest;
    m_muted = muted;
    Q_EMIT volumeChanged();
}

void PlayerController::setMuted(bool muted)
{
    if (muted == m_muted)
        return;
    m_muted = muted;
    Q_EMIT volumeChanged();
}

void PlayerController::play(const QString &trackId, const QString &fromIs, const QString &fromIsId)
{
    const Sync::TrackId id = trackId.toULongLong();
    if (id == 0)
        return;
    forgetFailure(id); // it may go well this time
    m_link.send(
        Sync::Native::Play{.trackId = id, .context = {.fromIs = fromIs, .fromIsId = fromIsId.toULongLong()}});
}

void PlayerController::playAmong(const QStringList &trackIds, const QString &trackId, const QString &fromIs,
                                 const QString &fromIsId)
{
    const Sync::TrackId id = trackId.toULongLong();
    QList<Sync::TrackId> tracks;
    for (const QString &other : trackIds)
        tracks.append(other.toULongLong());
    if (id == 0 || !tracks.contains(id))
        return;
    forgetFailure(id);
    m_link.send(Sync::Native::Play{.trackId = id,
                                   .context = {.fromIs = fromIs, .fromIsId = fromIsId.toULongLong()},
                                   .tracks = around(tracks, tracks.indexOf(id))});
}

void PlayerController::addFailure(Sync::TrackId track, const QString &sentence)
{
    m_failures.insert(track, sentence);
    ++m_failureRevision;
    Q_EMIT failuresChanged();
    setFault(sentence); // the notice goes with the next track, a moment from now
}

void PlayerController::forgetFailure(Sync::TrackId track)
{
    if (m_failures.remove(track) == 0)
        return;
    ++m_failureRevision;
    Q_EMIT failuresChanged();
}

void PlayerController::setOwnHub(bool own)
{
    if (std::exchange(m_options.ownHub, own) != own)
        Q_EMIT ownHubChanged();
}

void PlayerController::setNotice(const QString &notice)
{
    if (notice == m_notice)
        return;
    m_notice = notice;
    Q_EMIT noticeChanged();
}

void PlayerController::setWatched(bool watched)
{
    m_watched = watched;
    updateTick();
    if (watched)
        Q_EMIT positionChanged();
}

void PlayerController::lookUpAlbum()
{
    const auto album = player() && m_options.albumOf ? m_options.albumOf(player()->trackId) : std::nullopt;
    if (album == m_album)
        return;
    m_album = album;
    Q_EMIT changed();
}

void PlayerController::show()
{
    m_album = player() && m_options.albumOf ? m_options.albumOf(player()->trackId) : std::nullopt;
    updateTick();
    Q_EMIT changed();
    Q_EMIT positionChanged();
}

void PlayerController::updateTick()
{
    const bool wanted = m_watched && playing();
    if (wanted && !m_tick.isActive())
        m_tick.start();
    else if (!wanted)
        m_tick.stop();
}

void PlayerController::setFault(const QString &fault)
{
    if (!fault.isEmpty())
        m_forgetFault.start();
    if (fault == m_fault)
        return;
    m_fault = fault;
    Q_EMIT faultChanged();
}

} // namespace Desktop
