// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/household.h"

#include "sync/sources/factsjson.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Sync::Sources {

namespace {

constexpr auto bystander = "sound."_L1;

void makeUnique(std::vector<SinkFacts> &sinks)
{
    QSet<QString> taken;
    for (SinkFacts &sink : sinks) {
        const QString wanted = sink.description.isEmpty() ? sink.name : sink.description;
        sink.description = wanted;
        for (int number = 2; taken.contains(sink.description); ++number)
            sink.description = u"%1 (%2)"_s.arg(wanted).arg(number);
        taken.insert(sink.description);
    }
}

/// linux-audio-server's own way: the stream's name tells the player.
QString playerNamedIn(const QString &input)
{
    static const QRegularExpression named(u"Mopidy Player (\\d+)"_s);
    const auto match = named.match(input);
    return match.hasMatch() ? u"player"_s + match.captured(1) : QString();
}

PlayerFacts bystanderAt(const SinkFacts &sink, const std::vector<InputFacts> &inputs)
{
    PlayerFacts facts{.id = bystander + sink.name, .name = sink.description, .online = sink.online};
    facts.volumePercent = int(std::lround(std::clamp(sink.volume, 0.0, 1.0) * 100));
    facts.muted = sink.muted;
    QStringList names;
    for (const InputFacts &input : inputs)
        if (input.sink == sink.name)
            names.append(input.name);
    if (!sink.online || sink.state != SinkFacts::State::Running || names.isEmpty())
        return facts;
    facts.state = PlaybackState::Playing;
    facts.track = TrackFacts{.uri = {}, .name = names.join(u", "), .artist = {}, .album = {}, .length = {}};
    return facts;
}

QString mainOf(const std::vector<PlayerFacts> &players)
{
    const auto rank = [](const PlayerFacts &player) {
        const bool online = player.online && !isBystander(player.id);
        return std::pair(online && player.state == PlaybackState::Playing,
                         online && player.track.has_value());
    };
    const auto best = std::ranges::max_element(players, {}, rank); // of equals the first
    return best == players.end() ? QString() : best->id;
}

QString defaultOf(const std::vector<SourceFacts> &sources, const QString &from)
{
    QString found;
    for (const SourceFacts &source : sources)
        for (const SinkFacts &sink : source.sinks)
            if (sink.isDefault && (found.isEmpty() || source.kind == from))
                found = sink.name;
    return found;
}

void assign(Household &house, const Choices &choices)
{
    for (const SinkFacts &sink : house.sinks) {
        QString player = choices.assignments.value(sink.name);
        if (player.isEmpty() || !house.player(player))
            player = house.assignments.value(sink.name);
        for (const InputFacts &input : house.inputs)
            if (player.isEmpty() && input.sink == sink.name && house.player(playerNamedIn(input.name)))
                player = playerNamedIn(input.name);
        if (player.isEmpty() || !house.player(player)) {
            house.players.push_back(bystanderAt(sink, house.inputs));
            player = house.players.back().id;
        }
        house.assignments.insert(sink.name, player);
    }
}

template <typename Facts> QJsonArray arrayOf(const std::vector<Facts> &all)
{
    QJsonArray array;
    for (const Facts &one : all)
        array.append(toJson(one));
    return array;
}

} // namespace

const PlayerFacts *Household::player(const QString &id) const
{
    const auto found = std::ranges::find(players, id, &PlayerFacts::id);
    return found == players.end() ? nullptr : &*found;
}

const SinkFacts *Household::sink(const QString &name) const
{
    const auto found = std::ranges::find(sinks, name, &SinkFacts::name);
    return found == sinks.end() ? nullptr : &*found;
}

const InputFacts *Household::input(quint32 index) const
{
    const auto found = std::ranges::find(inputs, index, &InputFacts::index);
    return found == inputs.end() ? nullptr : &*found;
}

bool isBystander(const QString &player) { return player.startsWith(bystander); }

Household householdOf(const std::vector<SourceFacts> &sources, const Choices &choices)
{
    Household house;
    for (const SourceFacts &source : sources) {
        std::ranges::copy(source.players, std::back_inserter(house.players));
        std::ranges::copy(source.sinks, std::back_inserter(house.sinks));
        std::ranges::copy(source.inputs, std::back_inserter(house.inputs));
        house.assignments.insert(source.assignments);
    }
    makeUnique(house.sinks);
    for (InputFacts &input : house.inputs)
        if (const SinkFacts *sink = house.sink(input.sink))
            input.sinkDescription = sink->description;
    house.defaultSink = defaultOf(sources, choices.defaultFrom);
    if (house.defaultSink.isEmpty() && !house.sinks.empty())
        house.defaultSink = house.sinks.front().name;
    for (SinkFacts &sink : house.sinks)
        sink.isDefault = sink.name == house.defaultSink;
    house.mainPlayer = mainOf(house.players);
    assign(house, choices);
    return house;
}

QJsonObject sinksJson(const Household &house)
{
    return {{"sinks"_L1, arrayOf(house.sinks)}, {"default_sink"_L1, house.defaultSink}};
}

QJsonObject inputsJson(const Household &house) { return {{"sink_inputs"_L1, arrayOf(house.inputs)}}; }

QJsonObject playersJson(const Household &house, HubTime now)
{
    QJsonArray players;
    for (const PlayerFacts &player : house.players)
        players.append(toJson(player, now));
    return {{"players"_L1, players}};
}

QJsonObject assignmentsJson(const Household &house)
{
    QJsonObject assignments;
    for (auto it = house.assignments.begin(); it != house.assignments.end(); ++it)
        assignments.insert(it.key(), it.value());
    return {{"assignments"_L1, assignments}};
}

QJsonObject statusJson(const Household &house, HubTime now)
{
    const PlayerFacts *player = house.player(house.mainPlayer);
    if (!player)
        return {{"state"_L1, nameOf(PlaybackState::Stopped)}, {"time_position"_L1, 0}};
    QJsonObject json{{"state"_L1, nameOf(player->state)},
                     {"player"_L1, player->id},
                     {"time_position"_L1, qint64(positionOf(*player, now).count())}};
    if (player->track && player->state != PlaybackState::Stopped)
        json.insert("track"_L1, toJson(*player->track));
    return json;
}

} // namespace Sync::Sources
