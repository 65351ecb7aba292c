// SPDX-License-Identifier: Apache-2.0
#include "app/player/mopidyoutput.h"

#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Player {

namespace Sources = Sync::Sources;

namespace {

constexpr milliseconds nearTheEnd = 2s; // what Mopidy tells of its position runs behind
constexpr milliseconds worthASeek = 500ms;
constexpr milliseconds slowestJump = 3s;
constexpr qsizetype seeksRemembered = 16;
constexpr int fallsAtMost = 3;
constexpr milliseconds nextIsWishedWithin = 2s; // by the session, once it knows that a track is over

} // namespace

MopidyOutput::MopidyOutput(QString player, Perform perform)
    : m_player(std::move(player))
    , m_perform(std::move(perform))
{
}

void MopidyOutput::start(const Media &media, milliseconds from, bool paused)
{
    if (!paused && m_goesOn && hasGoneOn() && m_list.isNext(media))
        return adopt(from);
    if (paused && (m_turn == Turn::Ours || m_turn == Turn::Starting || m_goesOn))
        stop();
    ++m_start;
    m_falls = 0;
    m_goesOn = false;
    m_list.begin(media);
    m_media = media;
    m_nextSeek.reset();
    m_paused = paused;
    place(from);
    if (paused)
        return become(Turn::Held); // begun there it would be heard for a moment
    become(Turn::Starting);
    ++m_underway;
    m_perform(Sources::PlayUrl{.player = m_player, .url = addressOf(media), .length = lengthOf(media)},
              [this, start = m_start](const QString &reason) {
                  --m_underway;
                  if (start == m_start)
                      begun(reason);
              });
}

void MopidyOutput::begun(const QString &reason)
{
    if (!reason.isEmpty()) {
        become(Turn::Failed);
        Q_EMIT failed(reason);
        return;
    }
    const bool fromTheTop = m_media.start + m_place < worthASeek;
    const milliseconds from = fromTheTop || m_paused
        ? m_place
        : m_place + std::chrono::duration_cast<milliseconds>(Sync::HubClock::now() - m_placeAt) + m_jumpDelay;
    m_length = m_facts.track ? m_facts.track->length : std::nullopt;
    become(Turn::Ours);
    if (fromTheTop)
        place(from);
    else
        seek(from);
    if (m_paused)
        command(Sources::Pause{.player = m_player});
    announce();
}

/// It is there already, by itself and without a gap.
void MopidyOutput::adopt(milliseconds from)
{
    ++m_start;
    m_goesOn = false;
    m_media = m_list.goOn();
    m_nextSeek.reset();
    m_paused = false;
    m_length = m_facts.track->length;
    place(positionThere());
    become(Turn::Ours);
    if (std::chrono::abs(m_place - from) > nearTheEnd)
        seek(from);
}

bool MopidyOutput::hasGoneOn() const
{
    return m_facts.track && m_facts.state == Sources::PlaybackState::Playing
        && m_list.hasGoneOnTo(m_facts.track->uri);
}

std::optional<milliseconds> MopidyOutput::left() const
{
    return m_length ? std::optional(*m_length - m_media.start - position()) : std::nullopt;
}

void MopidyOutput::setNext(const std::optional<Media> &media, milliseconds)
{
    m_list.wish(media);
    announce();
}

void MopidyOutput::announce()
{
    const auto next = m_turn == Turn::Ours ? m_list.tell(m_player, left()) : std::nullopt;
    if (!next)
        return;
    m_perform(*next, [this](const QString &reason) {
        m_list.answered(reason.isEmpty());
        if (reason.isEmpty())
            announce();
    });
}

void MopidyOutput::pause()
{
    place(position());
    m_paused = true;
    if (m_turn == Turn::Ours)
        command(Sources::Pause{.player = m_player});
    Q_EMIT conditionChanged();
}

void MopidyOutput::resume()
{
    if (m_turn == Turn::Held)
        return start(Media(m_media), m_place, false);
    place(position());
    m_paused = false;
    if (m_turn == Turn::Ours)
        command(Sources::Play{.player = m_player});
    Q_EMIT conditionChanged();
}

void MopidyOutput::seek(milliseconds to)
{
    place(m_paused ? to : std::max(to - m_jumpDelay, 0ms)); // the way there was added to it
    if (m_turn == Turn::Ours)
        jump(m_media.start + to);
}

/// One at a time, as each is a gap: of those that are wished meanwhile the last.
void MopidyOutput::jump(milliseconds to)
{
    if (m_seeks) {
        m_nextSeek = to;
        return;
    }
    m_seeks = true;
    m_sought.append({.to = to, .at = Sync::HubClock::now(), .start = m_start});
    if (m_sought.size() > seeksRemembered)
        m_sought.removeFirst();
    ++m_underway;
    m_perform(Sources::Seek{.player = m_player, .position = to}, [this](const QString &) {
        --m_underway;
        m_seeks = false;
        const auto next = std::exchange(m_nextSeek, std::nullopt);
        if (next && m_turn == Turn::Ours)
            jump(*next);
        else if (m_turn == Turn::Ours)
            mindState();
    });
}

/// Mopidy tells of each with the place that was asked for, some time after it has said yes.
bool MopidyOutput::wasAskedFor(milliseconds to)
{
    const auto found = std::ranges::find(m_sought, to, &Sought::to);
    if (found == m_sought.end())
        return false;
    if (!m_paused && found->start == m_start)
        m_jumpDelay = std::clamp(std::chrono::duration_cast<milliseconds>(Sync::HubClock::now() - found->at),
                                 0ms, slowestJump);
    m_sought.erase(m_sought.begin(), std::next(found));
    return true;
}

void MopidyOutput::stop()
{
    const bool sounds = m_turn == Turn::Ours || m_turn == Turn::Starting || m_goesOn;
    ++m_start;
    m_goesOn = false;
    become(Turn::None);
    if (sounds)
        command(Sources::Stop{.player = m_player});
}

milliseconds MopidyOutput::position() const
{
    if (m_turn != Turn::Ours)
        return m_place;
    if (m_underway == 0)
        return positionThere();
    const auto since = std::chrono::duration_cast<milliseconds>(Sync::HubClock::now() - m_placeAt);
    return m_paused ? m_place : m_place + since;
}

Condition MopidyOutput::condition() const
{
    switch (m_turn) {
    case Turn::None:
        return Condition::Idle;
    case Turn::Held:
        return Condition::Paused;
    case Turn::Starting:
        return Condition::Loading;
    case Turn::Ours:
        return m_paused ? Condition::Paused : Condition::Sounding;
    case Turn::Failed:
        return Condition::Failed;
    }
    Q_UNREACHABLE();
}

void MopidyOutput::take(const Sources::PlayerFacts &facts, const QList<Sources::Event> &events, bool certain)
{
    const milliseconds before = positionThere();
    m_facts = facts;
    m_isCertain = certain;
    for (const Sources::Event &event : events)
        mindEvent(event, before);
    if (m_turn == Turn::Ours)
        mindState();
    announce();
}

void MopidyOutput::mindEvent(const Sources::Event &event, milliseconds before)
{
    if (m_turn != Turn::Ours)
        return;
    if (event.event == "track_playback_ended"_L1 && isOurs(event))
        return finish(before);
    if (event.event != "seeked"_L1)
        return;
    const milliseconds to(event.data.value("time_position"_L1).toInteger());
    if (!wasAskedFor(to) && m_underway == 0)
        Q_EMIT soughtThere(positionThere());
}

void MopidyOutput::mindState()
{
    if (m_underway > 0 || !m_isCertain)
        return;
    if (m_facts.state == Sources::PlaybackState::Stopped || !m_facts.track)
        return; // the end of the track comes next
    if (m_facts.track->uri != addressOf(m_media))
        return giveWay(m_place);
    place(positionThere());
    if (m_facts.track->length)
        m_length = m_facts.track->length; // a stream's comes late
    const bool isPaused = m_facts.state == Sources::PlaybackState::Paused;
    if (isPaused == m_paused)
        return;
    // The session follows, and then wishes it here.
    if (isPaused)
        Q_EMIT pausedThere();
    else
        Q_EMIT resumedThere();
}

void MopidyOutput::finish(milliseconds at)
{
    const milliseconds end = m_length ? *m_length - m_media.start : milliseconds::max();
    const bool isEarly = m_length && at + nearTheEnd < end;
    m_goesOn = m_list.mayGoOn();
    if (isEarly && !hasGoneOn())
        return m_seeks && m_falls < fallsAtMost ? standUp() : giveWay(at);
    m_place = m_length && !isEarly ? end : at;
    awaitStart();
    if (isEarly)
        Q_EMIT skippedThere();
    else
        Q_EMIT ended();
}

/// A Mopidy that is sent to a place in what it has only just begun to load may stop.
void MopidyOutput::standUp()
{
    const int falls = m_falls + 1;
    start(Media(m_media), m_nextSeek ? *m_nextSeek - m_media.start : position(), m_paused);
    m_falls = falls;
}

/// What follows there is to sound only if the session goes on to it as well.
void MopidyOutput::awaitStart()
{
    become(Turn::None);
    if (!m_goesOn)
        return;
    QTimer::singleShot(nextIsWishedWithin, this, [this, start = m_start] {
        if (start == m_start && m_goesOn)
            stop();
    });
}

void MopidyOutput::giveWay(milliseconds at)
{
    m_place = at;
    m_paused = true;
    m_goesOn = false;
    become(Turn::Held);
    Q_EMIT takenAway();
}

void MopidyOutput::place(milliseconds place)
{
    m_place = place;
    m_placeAt = Sync::HubClock::now();
}

void MopidyOutput::become(Turn turn)
{
    if (std::exchange(m_turn, turn) != turn)
        Q_EMIT conditionChanged();
}

void MopidyOutput::command(const Sources::Command &command)
{
    ++m_underway;
    m_perform(command, [this](const QString &) {
        --m_underway;
        if (m_turn == Turn::Ours)
            mindState();
    });
}

bool MopidyOutput::isOurs(const Sources::Event &event) const
{
    const QJsonObject track = event.data.value("tl_track"_L1).toObject().value("track"_L1).toObject();
    return track.value("uri"_L1).toString() == addressOf(m_media);
}

milliseconds MopidyOutput::positionThere() const
{
    milliseconds position = m_facts.position;
    if (m_facts.state == Sources::PlaybackState::Playing)
        position += std::chrono::duration_cast<milliseconds>(Sync::HubClock::now() - m_facts.positionAt);
    return std::max(position - m_media.start, 0ms);
}

} // namespace Player
