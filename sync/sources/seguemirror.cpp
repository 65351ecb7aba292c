// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/seguemirror.h"

#include "sync/sources/factsjson.h"
#include "sync/sources/limits.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Sync::Sources {

namespace {

// Above all that a sound server gives.
constexpr quint32 firstIndex = 1'000'000;

constexpr auto sinkPrefix = "segue."_L1;
constexpr auto playerPrefix = "player."_L1;

/// A plain client is another device each time it connects.
bool isSink(const Native::Device &device) { return device.output && device.wire == Native::Wire::Native; }

PlaybackState stateOf(const std::optional<PlayerState> &player)
{
    if (!player)
        return PlaybackState::Stopped;
    return player->paused() ? PlaybackState::Paused : PlaybackState::Playing;
}

TrackFacts factsOf(const PlayerState &player, const std::optional<TrackInfo> &track)
{
    TrackFacts facts{.uri = u"segue:track/%1"_s.arg(player.trackId),
                     .name = track ? track->title : QString(),
                     .artist = track ? track->artist : QString(),
                     .album = track ? track->album : QString(),
                     .length = std::nullopt};
    if (player.duration.count() > 0)
        facts.length = player.duration;
    return facts;
}

QJsonObject written(const auto &message)
{
    QJsonObject json;
    message.write(json);
    return json;
}

/// The names that clients of Mopidy know, as far as there are any.
QStringList playbackEvents(const Native::State &before, const Native::State &after)
{
    const PlaybackState was = stateOf(before.player);
    const PlaybackState is = stateOf(after.player);
    QStringList names;
    const bool started = after.player && (!before.player || before.player->playId != after.player->playId);
    if (started && before.player)
        names.append(u"track_playback_ended"_s);
    if (started)
        names.append(u"track_playback_started"_s);
    if (was != is)
        names.append(u"playback_state_changed"_s);
    if (!started && was == PlaybackState::Playing && is == PlaybackState::Paused)
        names.append(u"track_playback_paused"_s);
    if (!started && was == PlaybackState::Paused && is == PlaybackState::Playing)
        names.append(u"track_playback_resumed"_s);
    if (before.modes != after.modes)
        names.append(u"options_changed"_s);
    if (names.isEmpty())
        names.append(u"seeked"_s);
    return names;
}

Native::Devices withoutErrors(Native::Devices devices)
{
    for (Native::Device &device : devices.devices)
        device.time = {};
    return devices;
}

QJsonObject toJson(const LibraryFacts &library)
{
    return {{"tracks"_L1, library.tracks}, {"albums"_L1, library.albums}, {"scanning"_L1, library.scanning}};
}

} // namespace

SegueMirror::SegueMirror(const QString &name)
    : m_name(name)
    , m_lastIndex(firstIndex)
{
    rebuild();
}

std::vector<Event> SegueMirror::take(const Native::State &state)
{
    if (state == m_state)
        return {};
    const Native::State before = std::exchange(m_state, state);
    if (before.epoch.isEmpty() && !state.player)
        return {}; // it has been read, and that is all
    const std::vector<SinkFacts> sinks = m_sinks;
    rebuild();
    std::vector<Event> events;
    const QJsonObject player = Sources::toJson(m_players.front(), HubClock::now());
    const QJsonObject session = written(m_state);
    for (const QString &name : playbackEvents(before, m_state))
        events.push_back({.source = kind,
                          .event = name,
                          .player = mainPlayer,
                          .data = {{"old_state"_L1, nameOf(stateOf(before.player))},
                                   {"new_state"_L1, nameOf(stateOf(m_state.player))},
                                   {"player"_L1, player},
                                   {"session"_L1, session}}});
    std::ranges::move(sinkEvents(sinks), std::back_inserter(events));
    return events;
}

std::vector<Event> SegueMirror::take(const Native::Devices &devices)
{
    const bool changed = withoutErrors(m_devices) != withoutErrors(devices);
    m_devices = devices;
    if (!changed)
        return {};
    const std::vector<SinkFacts> sinks = m_sinks;
    remember(devices);
    rebuild();
    std::vector<Event> events{{.source = kind,
                               .event = u"devices_changed"_s,
                               .player = {},
                               .data = {{"devices"_L1, written(m_devices)}}}};
    std::ranges::move(sinkEvents(sinks), std::back_inserter(events));
    return events;
}

std::vector<Event> SegueMirror::take(const LibraryFacts &library)
{
    if (library == m_library)
        return {};
    m_library = library;
    return {{.source = kind,
             .event = u"library_changed"_s,
             .player = {},
             .data = {{"library"_L1, toJson(library)}}}};
}

std::vector<Event> SegueMirror::takeQueue(const QJsonObject &queue)
{
    const qint64 revision = queue.value("queue_rev"_L1).toInteger();
    const auto before = std::exchange(m_queueRevision, revision);
    if (!before || before == revision)
        return {}; // it has been read, and that is all
    return {
        {.source = kind,
         .event = u"queue_changed"_s,
         .player = mainPlayer,
         .data = {{"player"_L1, Sources::toJson(m_players.front(), HubClock::now())}, {"queue"_L1, queue}}}};
}

void SegueMirror::remember(const Native::Devices &devices)
{
    for (Output &output : m_outputs)
        output.online = false;
    for (const Native::Device &device : devices.devices) {
        if (!isSink(device))
            continue;
        const auto known =
            std::ranges::find(m_outputs, device.id, [](const Output &output) { return output.device.id; });
        if (known == m_outputs.end())
            m_outputs.push_back({.device = device, .index = ++m_lastIndex, .online = true});
        else
            *known = {.device = device, .index = known->index, .online = true};
    }
    while (m_outputs.size() > std::size_t(Limits::sinksRemembered)) {
        const auto gone = std::ranges::find(m_outputs, false, &Output::online);
        if (gone == m_outputs.end())
            return;
        m_outputs.erase(gone);
    }
}

void SegueMirror::rebuild()
{
    m_players = {session()};
    m_sinks = {wholeSink()};
    for (const Output &output : m_outputs) {
        m_players.push_back(playerOf(output));
        m_sinks.push_back(sinkOf(output));
    }
}

PlayerFacts SegueMirror::session() const
{
    PlayerFacts facts{.id = mainPlayer, .name = m_name, .state = stateOf(m_state.player)};
    if (m_state.player) {
        facts.track = factsOf(*m_state.player, m_state.track);
        facts.position = m_state.player->position;
        facts.positionAt = m_state.player->since;
    }
    const SinkFacts sink = wholeSink();
    facts.volumePercent = int(std::lround(sink.volume * 100));
    facts.muted = sink.muted;
    return facts;
}

PlayerFacts SegueMirror::playerOf(const Output &output) const
{
    PlayerFacts facts;
    if (output.online && output.device.active)
        facts = session();
    facts.id = playerPrefix + output.device.id;
    facts.name = output.device.name;
    facts.online = output.online;
    facts.volumePercent = output.device.volume.percent.value_or(Limits::loudest);
    facts.muted = output.device.volume.muted.value_or(false);
    return facts;
}

SinkFacts SegueMirror::sinkOf(const Output &output) const
{
    const bool sounds = output.device.active && stateOf(m_state.player) == PlaybackState::Playing;
    SinkFacts facts{.index = output.index,
                    .name = sinkPrefix + output.device.id,
                    .description = output.device.name,
                    .state = sounds ? SinkFacts::State::Running : SinkFacts::State::Idle,
                    .volume = output.device.volume.percent.value_or(Limits::loudest) / 100.0,
                    .muted = output.device.volume.muted.value_or(false),
                    .isDefault = activeDevices() == QStringList{output.device.id},
                    .online = output.online};
    if (!output.online)
        facts.state = SinkFacts::State::Suspended;
    return facts;
}

SinkFacts SegueMirror::wholeSink() const
{
    SinkFacts facts{.index = firstIndex,
                    .name = mainSink,
                    .description = u"Segue (%1)"_s.arg(m_name),
                    .state = SinkFacts::State::Idle,
                    .volume = 1,
                    .muted = false,
                    .isDefault = activeDevices().size() != 1};
    double sum = 0;
    int count = 0;
    int muted = 0;
    for (const Output &output : m_outputs) {
        if (!output.online || !output.device.active)
            continue;
        ++count;
        sum += output.device.volume.percent.value_or(Limits::loudest) / 100.0;
        muted += output.device.volume.muted.value_or(false) ? 1 : 0;
    }
    if (count > 0) {
        facts.volume = sum / count;
        facts.muted = muted == count;
    }
    if (stateOf(m_state.player) == PlaybackState::Playing)
        facts.state = SinkFacts::State::Running;
    return facts;
}

std::vector<Event> SegueMirror::sinkEvents(const std::vector<SinkFacts> &before) const
{
    std::vector<Event> events;
    const auto tell = [&events](const QString &name, const SinkFacts &sink) {
        events.push_back(
            {.source = kind, .event = name, .player = {}, .data = {{"sink"_L1, Sources::toJson(sink)}}});
    };
    for (const SinkFacts &sink : m_sinks) {
        const auto known = std::ranges::find(before, sink.name, &SinkFacts::name);
        if (known == before.end())
            tell(u"sink.new"_s, sink);
        else if (*known != sink)
            tell(u"sink.change"_s, sink);
    }
    for (const SinkFacts &sink : before)
        if (std::ranges::find(m_sinks, sink.name, &SinkFacts::name) == m_sinks.end())
            tell(u"sink.remove"_s, sink);
    return events;
}

std::vector<InputFacts> SegueMirror::inputs() const
{
    std::vector<InputFacts> inputs;
    if (stateOf(m_state.player) != PlaybackState::Playing)
        return inputs;
    for (std::size_t i = 0; i < m_outputs.size(); ++i) {
        const SinkFacts &sink = m_sinks.at(i + 1);
        if (sink.state == SinkFacts::State::Running)
            inputs.push_back({.index = sink.index,
                              .name = u"Segue"_s,
                              .sink = sink.name,
                              .sinkDescription = sink.description,
                              .volume = sink.volume,
                              .muted = sink.muted});
    }
    return inputs;
}

QHash<QString, QString> SegueMirror::assignments() const
{
    QHash<QString, QString> players;
    for (std::size_t i = 0; i < m_sinks.size(); ++i)
        players.insert(m_sinks.at(i).name, m_players.at(i).id);
    return players;
}

QJsonObject SegueMirror::details() const
{
    return {{"session"_L1, written(m_state)},
            {"devices"_L1, written(m_devices)},
            {"library"_L1, toJson(m_library)}};
}

std::optional<QString> SegueMirror::deviceOf(const QString &id)
{
    if (id == mainSink || id == mainPlayer)
        return QString();
    for (const auto prefix : {sinkPrefix, playerPrefix})
        if (id.startsWith(prefix))
            return id.sliced(prefix.size());
    return std::nullopt;
}

QStringList SegueMirror::activeDevices() const
{
    QStringList ids;
    for (const Output &output : m_outputs)
        if (output.online && output.device.active)
            ids.append(output.device.id);
    return ids;
}

QStringList SegueMirror::devicesBehind(const QString &sink) const
{
    const QString device = deviceOf(sink).value_or(QString());
    QStringList ids;
    for (const Output &output : m_outputs) {
        const bool meant = sink == mainSink ? output.device.active : output.device.id == device;
        if (meant && output.online && !output.device.volume.isEmpty())
            ids.append(output.device.id);
    }
    return ids;
}

} // namespace Sync::Sources
