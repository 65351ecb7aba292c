// SPDX-License-Identifier: Apache-2.0
#include "app/player/mopidyoutput.h"

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

} // namespace

MopidyOutput::MopidyOutput(QString player, Perform perform)
    : m_player(std::move(player))
    , m_perform(std::move(perform))
{
}

void MopidyOutput::start(const Media &media, milliseconds from, bool paused)
{
    if (paused && (m_turn == Turn::Ours || m_turn == Turn::Starting))
        stop();
    ++m_start;
    m_media = media;
    m_place = from;
    m_paused = paused;
    if (paused)
        return become(Turn::Held); // begun there it would be heard for a moment
    become(Turn::Starting);
    ++m_underway;
    m_perform(Sources::PlayUrl{.player = m_player, .url = media.url.toString(QUrl::FullyEncoded)},
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
    const milliseconds from = m_media.start + m_place;
    m_length = m_facts.track ? m_facts.track->length : std::nullopt;
    become(Turn::Ours);
    if (from >= worthASeek)
        command(Sources::Seek{.player = m_player, .position = from});
    if (m_paused)
        command(Sources::Pause{.player = m_player});
}

void MopidyOutput::pause()
{
    m_paused = true;
    if (m_turn == Turn::Ours)
        command(Sources::Pause{.player = m_player});
    Q_EMIT conditionChanged();
}

void MopidyOutput::resume()
{
    if (m_turn == Turn::Held)
        return start(Media(m_media), m_place, false);
    m_paused = false;
    if (m_turn == Turn::Ours)
        command(Sources::Play{.player = m_player});
    Q_EMIT conditionChanged();
}

void MopidyOutput::seek(milliseconds to)
{
    m_place = to;
    if (m_turn == Turn::Ours)
        command(Sources::Seek{.player = m_player, .position = m_media.start + to});
}

void MopidyOutput::stop()
{
    const bool sounds = m_turn == Turn::Ours || m_turn == Turn::Starting;
    ++m_start;
    become(Turn::None);
    if (sounds)
        command(Sources::Stop{.player = m_player});
}

milliseconds MopidyOutput::position() const
{
    return m_turn == Turn::Ours && m_underway == 0 ? positionThere() : m_place;
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

void MopidyOutput::take(const Sources::PlayerFacts &facts, const QList<Sources::Event> &events)
{
    const milliseconds before = positionThere();
    m_facts = facts;
    for (const Sources::Event &event : events)
        mindEvent(event, before);
    if (m_turn == Turn::Ours && m_underway == 0)
        mindState();
}

void MopidyOutput::mindEvent(const Sources::Event &event, milliseconds before)
{
    if (m_turn != Turn::Ours)
        return;
    if (event.event == "track_playback_ended"_L1 && isOurs(event))
        finish(before);
    else if (event.event == "seeked"_L1 && m_underway == 0)
        Q_EMIT soughtThere(positionThere());
}

void MopidyOutput::mindState()
{
    if (m_facts.state == Sources::PlaybackState::Stopped || !m_facts.track)
        return; // the end of the track comes next
    if (m_facts.track->uri != m_media.url.toString(QUrl::FullyEncoded))
        return giveWay(m_place);
    m_place = positionThere();
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
    if (m_length && at + nearTheEnd < end)
        return giveWay(at);
    m_place = m_length ? end : at;
    become(Turn::None);
    Q_EMIT ended();
}

void MopidyOutput::giveWay(milliseconds at)
{
    m_place = at;
    m_paused = true;
    become(Turn::Held);
    Q_EMIT takenAway();
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
        if (--m_underway == 0 && m_turn == Turn::Ours)
            mindState();
    });
}

bool MopidyOutput::isOurs(const Sources::Event &event) const
{
    const QJsonObject track = event.data.value("tl_track"_L1).toObject().value("track"_L1).toObject();
    return track.value("uri"_L1).toString() == m_media.url.toString(QUrl::FullyEncoded);
}

milliseconds MopidyOutput::positionThere() const
{
    milliseconds position = m_facts.position;
    if (m_facts.state == Sources::PlaybackState::Playing)
        position += std::chrono::duration_cast<milliseconds>(Sync::HubClock::now() - m_facts.positionAt);
    return std::max(position - m_media.start, 0ms);
}

} // namespace Player
