// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/mopidymirror.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sync::Sources {

using std::chrono::milliseconds;

namespace {

/// A track that was begun again while nobody listened is before where it would have been by this much.
constexpr milliseconds aroundTheSamePlace{1500};

/// How much later than an answer an event may come.
constexpr std::chrono::seconds eventsLag{5};
constexpr qsizetype aheadAtMost = 16;
constexpr int doubtedAtMost = 2; ///< one that is told something all the time is asked no more often

/// What a snapshot says too.
bool tellsWhatPlays(const Mopidy::Said &said)
{
    return std::holds_alternative<Mopidy::StateChanged>(said) || std::holds_alternative<Mopidy::Started>(said)
        || std::holds_alternative<Mopidy::Ended>(said);
}

template <typename Ahead, typename What> void remember(Ahead &ahead, const What &what, HubTime now)
{
    ahead.append({what, now});
    if (ahead.size() > aheadAtMost)
        ahead.removeFirst();
}

/// Whether @p what is among those; what was to come before it does not come any more.
template <typename Ahead, typename What> bool forget(Ahead &ahead, const What &what, HubTime now)
{
    ahead.removeIf([now](const auto &one) { return now - one.second > eventsLag; });
    const auto found = std::ranges::find_if(ahead, [&](const auto &one) { return one.first == what; });
    const bool isThere = found != ahead.end();
    if (isThere)
        ahead.erase(ahead.begin(), std::next(found));
    return isThere;
}

} // namespace

MopidyMirror::MopidyMirror(QString id, QString name)
{
    m_facts.id = std::move(id);
    m_facts.name = std::move(name);
    m_facts.online = false;
}

milliseconds MopidyMirror::positionAt(HubTime now) const
{
    if (m_facts.state != PlaybackState::Playing || !m_facts.online)
        return m_facts.position;
    const auto since = std::chrono::duration_cast<milliseconds>(now - m_facts.positionAt);
    const milliseconds position = m_facts.position + std::max(since, milliseconds(0));
    const bool knowsLength = m_facts.track && m_facts.track->length;
    return knowsLength ? std::min(position, *m_facts.track->length) : position;
}

QList<Event> MopidyMirror::hear(const Mopidy::Said &said, HubTime now)
{
    m_now = now;
    if (m_answer == Answer::Due && tellsWhatPlays(said))
        m_answer = Answer::Doubtful;
    if (!m_facts.online)
        return {}; // what is true comes with the first snapshot, which is newer than this
    if (!std::holds_alternative<Mopidy::OtherEvent>(said))
        want(Wish::Soon);
    std::visit([this](const auto &event) { on(event); }, said);
    return std::exchange(m_told, {});
}

QList<Event> MopidyMirror::take(const Mopidy::Snapshot &snapshot, HubTime now)
{
    m_now = now;
    if (isDoubtful()) {
        want(Wish::Soon); // in the middle of a change it says much that does not last
        return {};
    }
    // A pause of one that stands still is none.
    m_isStuck = snapshot.state == PlaybackState::Paused && !snapshot.current;
    const PlaybackState state = m_isStuck ? PlaybackState::Stopped : snapshot.state;
    const bool plays = state != PlaybackState::Stopped;
    const bool wasThere = m_facts.online; // and its events were heard
    if (!wasThere)
        comeBack(snapshot);
    const bool isSame = m_turn && plays && snapshot.current && isAt(*snapshot.current);
    const bool isOver = m_turn && (!isSame || (m_endHeard && isBehind(snapshot.position)));
    if (isOver && wasThere && !m_endHeard)
        remember(m_endsAhead, m_turn->entry.tlid, now);
    if (isOver && plays)
        end(m_endHeard.value_or(positionAt(now)));
    if (state != m_facts.state && wasThere && !m_isStuck)
        remember(m_statesAhead, state, now);
    setState(state);
    if (isOver && !plays)
        end(m_endHeard.value_or(m_facts.position));
    m_endHeard.reset(); // of what plays on
    if (plays && snapshot.current && !m_turn)
        begin(*snapshot.current);
    if (plays && snapshot.current) {
        m_turn->entry = *snapshot.current; // a stream's title may have come
        m_facts.track = snapshot.current->track;
    }
    place(plays ? snapshot.position : milliseconds(0));
    if (plays && m_turn)
        tellPaused(state == PlaybackState::Paused);
    takeVolume(snapshot);
    m_tracklistVersion = snapshot.tracklistVersion;
    m_tracklistLength = snapshot.tracklistLength;
    // It may have been asked in the middle of a change.
    if (const bool lacked = std::exchange(m_lacksTrack, plays && !snapshot.current); m_lacksTrack && !lacked)
        want(Wish::Soon);
    return std::exchange(m_told, {});
}

/// A Mopidy looks at one thing after the other; what changed in between was told before it answers.
bool MopidyMirror::isDoubtful()
{
    const bool isDoubtful = std::exchange(m_answer, Answer::None) == Answer::Doubtful;
    m_doubted = isDoubtful && m_doubted < doubtedAtMost ? m_doubted + 1 : 0;
    return m_doubted > 0;
}

QList<Event> MopidyMirror::lose(HubTime now)
{
    m_now = now;
    if (m_facts.online) {
        place(positionAt(now));
        m_facts.online = false;
        tell("player_offline"_L1);
    }
    m_wish = Wish::Now;
    m_answer = Answer::None;
    m_volumeIsAhead = false;
    m_statesAhead.clear();
    m_endsAhead.clear();
    m_endHeard.reset();
    return std::exchange(m_told, {});
}

/// What it did meanwhile was not heard; it may have been started anew.
void MopidyMirror::comeBack(const Mopidy::Snapshot &snapshot)
{
    m_facts.online = true;
    tell("player_online"_L1);
    if (m_tracklistVersion >= 0 && m_tracklistVersion != snapshot.tracklistVersion)
        tell("tracklist_changed"_L1);
    if (m_turn && snapshot.current && isAt(*snapshot.current)
        && snapshot.position + aroundTheSamePlace < m_facts.position)
        end(m_facts.position);
}

void MopidyMirror::on(const Mopidy::StateChanged &changed)
{
    if (forget(m_statesAhead, changed.after, m_now) || changed.after == m_facts.state)
        return;
    if (changed.before != m_facts.state)
        return want(Wish::Now); // an answer was quicker
    if (changed.after == PlaybackState::Paused && !m_turn)
        return want(Wish::Now); // of what?
    setState(changed.after);
    if (m_endHeard && changed.after == PlaybackState::Stopped)
        end(*m_endHeard);
}

void MopidyMirror::on(const Mopidy::Started &started)
{
    if (m_endHeard)
        end(*m_endHeard);
    if (m_turn && isAt(started.entry)) // after a seek it says so again
        return;
    if (m_turn || m_facts.state == PlaybackState::Stopped)
        return want(Wish::Now);
    begin(started.entry);
}

void MopidyMirror::on(const Mopidy::Paused &paused)
{
    if (!m_turn || !isAt(paused.entry) || m_facts.state != PlaybackState::Paused)
        return want(Wish::Now);
    place(paused.position);
    tellPaused(true);
}

void MopidyMirror::on(const Mopidy::Resumed &resumed)
{
    if (!m_turn || !isAt(resumed.entry) || m_facts.state != PlaybackState::Playing)
        return want(Wish::Now);
    if (m_turn->paused)
        place(resumed.position);
    tellPaused(false);
}

void MopidyMirror::on(const Mopidy::Ended &ended)
{
    if (forget(m_endsAhead, ended.entry.tlid, m_now) || !m_turn || !isAt(ended.entry))
        return;
    if (m_facts.state == PlaybackState::Stopped)
        return end(ended.position);
    m_endHeard = ended.position;
    want(Wish::Now);
}

void MopidyMirror::on(const Mopidy::Seeked &seeked)
{
    ++m_seeks;
    if (m_facts.state != PlaybackState::Stopped)
        place(seeked.position);
    tell("seeked"_L1, {{"time_position"_L1, qint64(seeked.position.count())}});
}

void MopidyMirror::on(const Mopidy::VolumeChanged &changed)
{
    if (m_volumeIsAhead)
        return want(Wish::Now);
    setVolume(changed.percent);
}

void MopidyMirror::on(const Mopidy::MuteChanged &changed)
{
    if (m_volumeIsAhead)
        return want(Wish::Now);
    setMuted(changed.muted);
}

void MopidyMirror::on(const Mopidy::TracklistChanged &) { tell("tracklist_changed"_L1); }

void MopidyMirror::on(const Mopidy::OptionsChanged &) { tell("options_changed"_L1); }

void MopidyMirror::takeVolume(const Mopidy::Snapshot &snapshot)
{
    const auto before = std::pair(m_facts.volumePercent, m_facts.muted);
    setVolume(snapshot.percent.value_or(m_facts.volumePercent));
    setMuted(snapshot.muted.value_or(false));
    m_volumeIsAhead = before != std::pair(m_facts.volumePercent, m_facts.muted);
}

void MopidyMirror::setState(PlaybackState state)
{
    if (state == m_facts.state)
        return;
    place(positionAt(m_now));
    const PlaybackState before = std::exchange(m_facts.state, state);
    if (state == PlaybackState::Stopped)
        m_facts.track.reset();
    tell("playback_state_changed"_L1,
         {{"old_state"_L1, Mopidy::wordFor(before)}, {"new_state"_L1, Mopidy::wordFor(state)}});
}

void MopidyMirror::begin(const Mopidy::Entry &entry)
{
    m_turn = {.entry = entry};
    m_facts.track = entry.track;
    ++m_turns;
    place(milliseconds(0));
    tell("track_playback_started"_L1, {{"tl_track"_L1, Mopidy::jsonOf(entry)}});
}

void MopidyMirror::end(milliseconds position)
{
    const Mopidy::Entry entry = std::exchange(m_turn, {})->entry;
    m_endHeard.reset();
    m_facts.track.reset();
    ++m_turns;
    place(milliseconds(0));
    tell("track_playback_ended"_L1,
         {{"tl_track"_L1, Mopidy::jsonOf(entry)}, {"time_position"_L1, qint64(position.count())}});
}

void MopidyMirror::tellPaused(bool paused)
{
    if (std::exchange(m_turn->paused, paused) == paused)
        return;
    tell(paused ? "track_playback_paused"_L1 : "track_playback_resumed"_L1,
         {{"tl_track"_L1, Mopidy::jsonOf(m_turn->entry)},
          {"time_position"_L1, qint64(m_facts.position.count())}});
}

void MopidyMirror::place(milliseconds position)
{
    m_facts.position = position;
    m_facts.positionAt = m_now;
}

void MopidyMirror::setVolume(int percent)
{
    // It is repeated at each start of a track.
    if (std::exchange(m_facts.volumePercent, percent) != percent)
        tell("volume_changed"_L1, {{"volume"_L1, percent}});
}

void MopidyMirror::setMuted(bool muted)
{
    if (std::exchange(m_facts.muted, muted) != muted)
        tell("mute_changed"_L1, {{"mute"_L1, muted}});
}

bool MopidyMirror::isAt(const Mopidy::Entry &entry) const { return m_turn->entry.isSamePlace(entry); }

/// It was begun again since.
bool MopidyMirror::isBehind(milliseconds position) const
{
    return position + aroundTheSamePlace < positionAt(m_now);
}

void MopidyMirror::tell(QLatin1StringView event, const QJsonObject &data)
{
    m_told.append({.source = u"mopidy"_s, .event = event, .player = m_facts.id, .data = data});
}

} // namespace Sync::Sources
