// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/followmirror.h"

#include "sync/sources/factsjson.h"
#include "sync/sources/limits.h"
#include "sync/sources/seguemirror.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sync::Sources {

namespace {

/// Further from where it would have come by itself it has been sent.
constexpr auto wentByItself = 1500ms;

bool isSame(const std::optional<TrackFacts> &one, const std::optional<TrackFacts> &other)
{
    if (!one || !other)
        return one.has_value() == other.has_value();
    return one->uri == other->uri && one->name == other->name && one->artist == other->artist;
}

template <typename All> bool lists(const All &all, const QString &id, auto member)
{
    return std::ranges::find(all, id, member) != all.end();
}

QJsonObject positionJson(const PlayerFacts &player)
{
    QJsonObject json{{"time_position"_L1, qint64(player.position.count())}};
    if (player.track)
        json.insert("track"_L1, toJson(*player.track));
    return json;
}

} // namespace

FollowMirror::FollowMirror(QString id, QString name, quint32 firstIndex)
    : m_id(std::move(id))
    , m_name(std::move(name))
    , m_lastIndex(firstIndex)
{
}

std::vector<InputFacts> FollowMirror::inputs() const
{
    std::vector<InputFacts> all;
    all.reserve(m_inputs.size());
    for (const auto &[theirs, input] : m_inputs)
        all.push_back(input);
    return all;
}

/// A single output of a Segue shows the session while it sounds, and while nothing does.
QHash<QString, QString> FollowMirror::assignments() const
{
    QHash<QString, QString> all = m_assignments;
    const QString session = ours(SegueMirror::mainPlayer);
    const auto player = std::ranges::find(m_players, session, &PlayerFacts::id);
    if (player == m_players.end())
        return all;
    for (const SinkFacts &sink : m_sinks) {
        const QString theirs = theirName(sink.name).value_or(QString());
        const bool isOutput = SegueMirror::deviceOf(theirs).has_value();
        if (isOutput
            && (theirs == SegueMirror::mainSink || sink.state == SinkFacts::State::Running
                || player->state != PlaybackState::Playing))
            all.insert(sink.name, session);
    }
    return all;
}

std::optional<QString> FollowMirror::theirName(const QString &ours) const
{
    const QString prefix = this->ours({});
    return ours.startsWith(prefix) ? std::optional(ours.sliced(prefix.size())) : std::nullopt;
}

std::optional<quint32> FollowMirror::theirInput(quint32 ours) const
{
    for (const auto &[theirs, input] : m_inputs)
        if (input.index == ours)
            return theirs;
    return std::nullopt;
}

QList<Event> FollowMirror::take(const Follow::Listing &listing)
{
    m_listedAtUs = listing.atUs.value_or(-1);
    if (!std::exchange(m_isOnline, true))
        tell("server.online"_L1);
    removeOthers(listing);
    m_assignments.clear();
    for (auto it = listing.assignments.begin(); it != listing.assignments.end(); ++it)
        m_assignments.insert(ours(it.key()), ours(it.value()));
    for (const PlayerFacts &player : listing.players)
        take(player, listing.placed.contains(player.id));
    for (const SinkFacts &sink : listing.sinks)
        take(sink);
    for (const InputFacts &input : listing.inputs)
        take(input);
    return std::exchange(m_told, {});
}

void FollowMirror::removeOthers(const Follow::Listing &listing)
{
    for (const PlayerFacts &player : std::vector(m_players))
        if (!lists(listing.players, *theirName(player.id), &PlayerFacts::id))
            removePlayer(player.id);
    for (const auto &[theirs, input] : std::map(m_inputs))
        if (std::ranges::find(listing.inputs, theirs, &InputFacts::index) == listing.inputs.end())
            removeInput(theirs);
    for (const SinkFacts &sink : std::vector(m_sinks))
        if (!lists(listing.sinks, *theirName(sink.name), &SinkFacts::name))
            removeSink(sink.name);
}

QList<Event> FollowMirror::lose(HubTime now)
{
    if (!std::exchange(m_isOnline, false))
        return {};
    m_listedAtUs = -1;
    m_pushedSinks.clear();
    while (!m_inputs.empty())
        removeInput(m_inputs.begin()->first);
    for (PlayerFacts &player : m_players) {
        player.position = positionOf(player, now);
        player.positionAt = now;
        if (std::exchange(player.online, false))
            tell("player_offline"_L1, {}, player.id);
    }
    for (SinkFacts &sink : m_sinks) {
        if (!std::exchange(sink.online, false))
            continue;
        sink.state = SinkFacts::State::Suspended;
        tell("sink.change"_L1, toJson(sink));
    }
    tell("server.offline"_L1);
    return std::exchange(m_told, {});
}

FollowMirror::Heard FollowMirror::hear(const Follow::Pushed &pushed)
{
    if (pushed.event == "snapshot"_L1)
        return {.events = {}, .needsListing = true};
    if (!m_isOnline || pushed.atUs.value_or(0) <= m_listedAtUs)
        return {};
    bool needsListing = pushed.event.startsWith("server."_L1);
    if (pushed.player && Follow::isOwnPlayer(pushed.player->id)) {
        needsListing = needsListing || !lists(m_players, ours(pushed.player->id), &PlayerFacts::id);
        take(*pushed.player, true);
    }
    if (pushed.sink && Follow::isOwnSink(pushed.sink->name))
        needsListing = hearSink(pushed) || needsListing;
    if (pushed.input && Follow::isOwnSink(pushed.input->sink)) {
        if (pushed.event == "sink_input.remove"_L1)
            removeInput(pushed.input->index);
        else
            take(*pushed.input);
    }
    return {.events = std::exchange(m_told, {}), .needsListing = needsListing};
}

/// What a sink is called and which is the default depends on the server's other sinks, which only a listing
/// shows; here it is seen that it has changed. Answers whether it has.
bool FollowMirror::hearSink(const Follow::Pushed &pushed)
{
    SinkFacts sink = *pushed.sink;
    const QString id = ours(sink.name);
    if (pushed.event == "sink.remove"_L1) {
        m_pushedSinks.erase(sink.name);
        removeSink(id);
        return false;
    }
    const auto known = std::ranges::find(m_sinks, id, &SinkFacts::name);
    const auto before = m_pushedSinks.find(sink.name);
    const bool isOther = known == m_sinks.end()
        || (before == m_pushedSinks.end() ? known->isDefault != sink.isDefault
                                          : before->second.isDefault != sink.isDefault
                    || before->second.description != sink.description);
    if (isOther && m_pushedSinks.size() >= std::size_t(Limits::soundServerSinks))
        m_pushedSinks.clear();
    m_pushedSinks.insert_or_assign(sink.name, sink);
    if (known == m_sinks.end())
        return true;
    SinkFacts now = *known;
    now.state = sink.state;
    now.volume = sink.volume;
    now.muted = sink.muted;
    now.online = sink.online;
    if (std::exchange(*known, now) != now)
        tell("sink.change"_L1, toJson(now));
    return isOther;
}

QString FollowMirror::playerName(const PlayerFacts &player) const
{
    const bool isWhole = *theirName(player.id) == SegueMirror::mainPlayer || player.name.isEmpty();
    return isWhole ? m_name : u"%1 · %2"_s.arg(m_name, player.name);
}

void FollowMirror::take(PlayerFacts player, bool isPlaced)
{
    player.id = ours(player.id);
    player.name = playerName(player);
    const auto known = std::ranges::find(m_players, player.id, &PlayerFacts::id);
    if (known == m_players.end()) {
        if (qsizetype(m_players.size()) >= Limits::followedPlayers)
            return;
        m_players.push_back(player);
        if (player.online)
            tell("player_online"_L1, {}, player.id);
        return;
    }
    if (!isPlaced && player.state == known->state && isSame(player.track, known->track))
        player.position = positionOf(*known, player.positionAt);
    const PlayerFacts before = std::exchange(*known, player);
    if (before.online != player.online)
        tell(player.online ? "player_online"_L1 : "player_offline"_L1, {}, player.id);
    tellTurn(before, player);
    if (before.volumePercent != player.volumePercent)
        tell("volume_changed"_L1, {{"volume"_L1, player.volumePercent}}, player.id);
    if (before.muted != player.muted)
        tell("mute_changed"_L1, {{"mute"_L1, player.muted}}, player.id);
}

/// Told as a Mopidy tells of it.
void FollowMirror::tellTurn(const PlayerFacts &before, const PlayerFacts &after)
{
    const bool had = before.state != PlaybackState::Stopped && before.track;
    const bool has = after.state != PlaybackState::Stopped && after.track;
    const bool isOther = had != has || (has && !isSame(before.track, after.track));
    const auto there = positionOf(before, after.positionAt);
    if (had && isOther)
        tell("track_playback_ended"_L1, positionJson(before), after.id);
    if (before.state != after.state)
        tell("playback_state_changed"_L1,
             {{"old_state"_L1, nameOf(before.state)}, {"new_state"_L1, nameOf(after.state)}}, after.id);
    if (has && isOther)
        tell("track_playback_started"_L1, positionJson(after), after.id);
    else if (has && before.state == PlaybackState::Playing && after.state == PlaybackState::Paused)
        tell("track_playback_paused"_L1, positionJson(after), after.id);
    else if (has && before.state == PlaybackState::Paused && after.state == PlaybackState::Playing)
        tell("track_playback_resumed"_L1, positionJson(after), after.id);
    if (has && !isOther && before.state == after.state
        && std::chrono::abs(after.position - there) > wentByItself)
        tell("seeked"_L1, {{"time_position"_L1, qint64(after.position.count())}}, after.id);
}

void FollowMirror::take(SinkFacts sink)
{
    const QString described = sink.description.isEmpty() ? sink.name : sink.description;
    sink.name = ours(sink.name);
    sink.description = u"%1 (%2)"_s.arg(described, m_name);
    const auto known = std::ranges::find(m_sinks, sink.name, &SinkFacts::name);
    if (known == m_sinks.end()) {
        if (qsizetype(m_sinks.size()) >= Limits::soundServerSinks)
            return;
        sink.index = ++m_lastIndex;
        m_sinks.push_back(sink);
        return tell("sink.new"_L1, toJson(sink));
    }
    sink.index = known->index;
    if (std::exchange(*known, sink) != sink)
        tell("sink.change"_L1, toJson(sink));
}

void FollowMirror::take(InputFacts input)
{
    const quint32 theirs = input.index;
    const auto known = m_inputs.find(theirs);
    if (known == m_inputs.end() && qsizetype(m_inputs.size()) >= Limits::soundServerInputs)
        return;
    input.index = known == m_inputs.end() ? ++m_lastIndex : known->second.index;
    input.sink = input.sink.isEmpty() ? QString() : ours(input.sink);
    const bool isNew = known == m_inputs.end();
    if (!isNew && known->second == input)
        return;
    m_inputs.insert_or_assign(theirs, input);
    tell(isNew ? "sink_input.new"_L1 : "sink_input.change"_L1, toJson(input));
}

void FollowMirror::removePlayer(const QString &id)
{
    const auto known = std::ranges::find(m_players, id, &PlayerFacts::id);
    if (known == m_players.end())
        return;
    const PlayerFacts gone = std::move(*known);
    m_players.erase(known);
    if (gone.state != PlaybackState::Stopped) {
        PlayerFacts stopped = gone;
        stopped.state = PlaybackState::Stopped;
        stopped.track.reset();
        tellTurn(gone, stopped);
    }
    if (gone.online)
        tell("player_offline"_L1, {}, id);
}

void FollowMirror::removeSink(const QString &name)
{
    const auto known = std::ranges::find(m_sinks, name, &SinkFacts::name);
    if (known == m_sinks.end())
        return;
    const SinkFacts gone = std::move(*known);
    m_sinks.erase(known);
    tell("sink.remove"_L1, {{"index"_L1, qint64(gone.index)}, {"name"_L1, name}});
}

void FollowMirror::removeInput(quint32 theirs)
{
    const auto input = m_inputs.extract(theirs);
    if (!input.empty())
        tell("sink_input.remove"_L1,
             {{"index"_L1, qint64(input.mapped().index)}, {"name"_L1, input.mapped().name}});
}

void FollowMirror::tell(QLatin1StringView event, const QJsonObject &data, const QString &player)
{
    QJsonObject told = data;
    if (event.startsWith("server."_L1))
        told.insert("server"_L1, m_id);
    m_told.append({.source = u"followed"_s, .event = event, .player = player, .data = told});
}

} // namespace Sync::Sources
