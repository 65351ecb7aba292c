// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/followmessages.h"

#include "sync/session/tracks.h"
#include "sync/sources/household.h"
#include "sync/sources/limits.h"
#include "sync/sources/seguemirror.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Sync::Sources::Follow {

namespace {

constexpr std::array<WireName<PlaybackState>, 3> playbackStates{{
    {PlaybackState::Playing, "playing"_L1},
    {PlaybackState::Paused, "paused"_L1},
    {PlaybackState::Stopped, "stopped"_L1},
}};
constexpr std::array<WireName<SinkFacts::State>, 3> sinkStates{{
    {SinkFacts::State::Running, "RUNNING"_L1},
    {SinkFacts::State::Idle, "IDLE"_L1},
    {SinkFacts::State::Suspended, "SUSPENDED"_L1},
}};

QJsonObject withoutNulls(const QJsonObject &json)
{
    QJsonObject clean;
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (it->isObject())
            clean.insert(it.key(), withoutNulls(it->toObject()));
        else if (!it->isNull())
            clean.insert(it.key(), *it);
    }
    return clean;
}

QString title(Fields &fields, QLatin1StringView key)
{
    if (!fields.has(key))
        return {};
    return fields.text(key, qsizetype(Limits::sourceMessageBytes)).left(Limits::sourceTextLength);
}

QString name(Fields &fields, QLatin1StringView key) { return fields.text(key, Limits::followedNameBytes); }

double volume(Fields &fields)
{
    constexpr double most = 10; // a sink may be amplified
    const auto said = fields.optional("volume"_L1, [&] { return fields.number("volume"_L1, 0, most); });
    return std::min(said.value_or(1), 1.0);
}

bool flag(Fields &fields, QLatin1StringView key, bool usual)
{
    return fields.has(key) ? fields.flag(key) : usual;
}

quint32 index(Fields &fields)
{
    return quint32(fields.integer("index"_L1, 0, std::numeric_limits<quint32>::max()));
}

/// Parts of a millisecond are passed over.
std::chrono::milliseconds milliseconds(Fields &fields, QLatin1StringView key)
{
    constexpr auto most = double(std::chrono::milliseconds(Limits::longestTrack).count());
    return std::chrono::milliseconds(fields.has(key) ? qint64(fields.number(key, 0, most)) : 0);
}

std::optional<TrackFacts> track(Fields &fields, QLatin1StringView key)
{
    if (!fields.has(key))
        return std::nullopt;
    Fields said = fields.object(key);
    TrackFacts facts{.uri = title(said, "uri"_L1),
                     .name = title(said, "name"_L1),
                     .artist = title(said, "artist"_L1),
                     .album = title(said, "album"_L1),
                     .length = std::nullopt};
    if (const auto length = milliseconds(said, "length"_L1); length.count() > 0)
        facts.length = length;
    fields.adopt(key, said);
    return facts == TrackFacts() ? std::nullopt : std::optional(facts); // stopped, it has an empty one
}

PlayerFacts player(Fields &fields, HubTime now)
{
    PlayerFacts facts{.id = name(fields, "id"_L1), .name = title(fields, "name"_L1)};
    facts.online = flag(fields, "active"_L1, true);
    facts.state = fields.choice("state"_L1, playbackStates);
    facts.track = track(fields, "current_track"_L1);
    facts.position = milliseconds(fields, "time_position"_L1);
    facts.positionAt = now;
    facts.volumePercent = int(std::lround(volume(fields) * 100));
    facts.muted = flag(fields, "muted"_L1, false);
    return facts;
}

SinkFacts sink(Fields &fields)
{
    SinkFacts facts{.index = fields.has("index"_L1) ? index(fields) : 0,
                    .name = name(fields, "name"_L1),
                    .description = title(fields, "description"_L1)};
    if (fields.has("state"_L1))
        facts.state = fields.choice("state"_L1, sinkStates);
    facts.volume = volume(fields);
    facts.muted = flag(fields, "muted"_L1, false);
    facts.isDefault = flag(fields, "is_default"_L1, false);
    facts.online = flag(fields, "online"_L1, true);
    return facts;
}

InputFacts input(Fields &fields)
{
    return {.index = index(fields),
            .name = title(fields, "name"_L1),
            .sink = fields.has("sink"_L1) ? name(fields, "sink"_L1) : QString(),
            .sinkDescription = title(fields, "sink_description"_L1),
            .volume = volume(fields),
            .muted = flag(fields, "muted"_L1, false)};
}

std::optional<ParseError> faultOf(const Fields &fields)
{
    return fields.ok() ? std::nullopt : std::optional(fields.fault());
}

/// Each of the objects below @p key, without its nulls.
QList<Fields> each(const QJsonObject &answer, QLatin1StringView key, qsizetype most, Fields &outer)
{
    QJsonArray clean;
    for (const QJsonValue value : answer.value(key).toArray())
        clean.append(value.isObject() ? QJsonValue(withoutNulls(value.toObject())) : value);
    QJsonObject json = answer;
    if (answer.value(key).isArray())
        json.insert(key, clean);
    outer = Fields(json);
    return outer.objects(key, most);
}

std::optional<ParseError> readPlayers(const QJsonObject &answer, HubTime now, Listing &listing)
{
    constexpr auto key = "players"_L1;
    Fields outer(answer);
    for (Fields &fields : each(answer, key, Limits::followedPlayers * 4, outer)) {
        const bool isPlaced = fields.has("time_position"_L1);
        const PlayerFacts facts = player(fields, now);
        if (fields.has("at_us"_L1))
            listing.atUs = fields.integer("at_us"_L1, 0, qint64(maxId));
        outer.adopt(key, fields);
        if (isPlaced)
            listing.placed.insert(facts.id);
        listing.players.push_back(facts);
    }
    return faultOf(outer);
}

std::optional<ParseError> readStatus(const QJsonObject &answer, HubTime now, Listing &listing)
{
    Fields fields(withoutNulls(answer));
    PlayerFacts &main = listing.main;
    main.state = fields.choice("state"_L1, playbackStates);
    main.track = track(fields, "track"_L1);
    main.position = milliseconds(fields, "time_position"_L1);
    main.positionAt = now;
    if (fields.has("player"_L1))
        main.id = name(fields, "player"_L1);
    return faultOf(fields);
}

std::optional<ParseError> readSinks(const QJsonObject &answer, HubTime, Listing &listing)
{
    constexpr auto key = "sinks"_L1;
    Fields outer(answer);
    for (Fields &fields : each(answer, key, Limits::soundServerSinks * 2, outer)) {
        listing.sinks.push_back(sink(fields));
        outer.adopt(key, fields);
    }
    listing.defaultSink = answer.value("default_sink"_L1).toString();
    return faultOf(outer);
}

std::optional<ParseError> readInputs(const QJsonObject &answer, HubTime, Listing &listing)
{
    constexpr auto key = "sink_inputs"_L1;
    Fields outer(answer);
    for (Fields &fields : each(answer, key, Limits::soundServerInputs * 2, outer)) {
        listing.inputs.push_back(input(fields));
        outer.adopt(key, fields);
    }
    return faultOf(outer);
}

std::optional<ParseError> readAssignments(const QJsonObject &answer, HubTime, Listing &listing)
{
    Fields fields(answer);
    (void)fields.object("assignments"_L1);
    const QJsonObject pairs = answer.value("assignments"_L1).toObject();
    if (pairs.size() > Limits::soundServerSinks * 2)
        fields.fail("assignments"_L1, "has too many entries");
    for (auto it = pairs.begin(); fields.ok() && it != pairs.end(); ++it)
        if (it->isString())
            listing.pairs.insert(it.key(), it->toString());
    return faultOf(fields);
}

template <typename All> void keep(All &all, qsizetype most, auto &&isWanted)
{
    std::erase_if(all, [&](const auto &one) { return !isWanted(one); });
    if (qsizetype(all.size()) > most)
        all.resize(std::size_t(most));
}

bool has(const std::vector<PlayerFacts> &players, const QString &id)
{
    return std::ranges::find(players, id, &PlayerFacts::id) != players.end();
}

/// A linux-audio-server's stream tells in its name which player it is of.
void assignByStreams(Listing &listing)
{
    static const QRegularExpression named(u"Mopidy Player (\\d+)"_s);
    for (const InputFacts &input : listing.inputs) {
        const auto match = named.match(input.name);
        const QString player = u"player"_s + match.captured(1);
        if (match.hasMatch() && has(listing.players, player) && !input.sink.isEmpty())
            listing.assignments.insert(input.sink, player);
    }
}

/// Both directions have been seen.
void assignByPairs(Listing &listing)
{
    for (auto it = listing.pairs.begin(); it != listing.pairs.end(); ++it)
        for (const SinkFacts &sink : listing.sinks) {
            if (sink.name == it.key() && has(listing.players, it.value()))
                listing.assignments.insert(sink.name, it.value());
            else if (sink.name == it.value() && has(listing.players, it.key()))
                listing.assignments.insert(sink.name, it.key());
        }
}

/// Players that do not say where they are: the one that the status is about, or that has its track.
void place(Listing &listing)
{
    const PlayerFacts &main = listing.main;
    for (PlayerFacts &player : listing.players) {
        const bool isMeant = main.id.isEmpty() ? player.state == main.state && player.track == main.track
                                               : player.id == main.id;
        if (listing.placed.contains(player.id) || !isMeant)
            continue;
        player.position = main.position;
        listing.placed.insert(player.id);
        return;
    }
}

/// A server without players has one.
void makePlayer(Listing &listing)
{
    PlayerFacts &main = listing.main;
    if (main.id.isEmpty())
        main.id = u"main"_s;
    listing.players.push_back(main);
    listing.placed.insert(main.id);
    for (const SinkFacts &sink : listing.sinks)
        if (sink.name == listing.defaultSink)
            listing.assignments.insert(sink.name, main.id);
}

} // namespace

std::span<const Question> questions()
{
    static constexpr Question all[] = {
        {"/api/players", false, readPlayers}, // first: its time is that of the listing
        {"/api/playback/status", true, readStatus},   {"/api/audio/sinks", true, readSinks},
        {"/api/audio/sink-inputs", true, readInputs}, {"/api/players/assignments", false, readAssignments},
    };
    return all;
}

bool isOwnPlayer(const QString &id)
{
    return !isBystander(id) && !id.contains(separator)
        && SegueMirror::deviceOf(id).value_or(QString()).isEmpty();
}

bool isOwnSink(const QString &name) { return !name.contains(separator); }

void complete(Listing &listing, bool isSegue)
{
    keep(listing.players, Limits::followedPlayers, [isSegue](const PlayerFacts &player) {
        return !player.id.isEmpty() && (!isSegue || isOwnPlayer(player.id));
    });
    keep(listing.sinks, Limits::soundServerSinks, [isSegue](const SinkFacts &sink) {
        return !sink.name.isEmpty() && (!isSegue || isOwnSink(sink.name));
    });
    // What sounds at a Segue's own outputs is no stream, and its events do not tell of it.
    keep(listing.inputs, Limits::soundServerInputs, [isSegue](const InputFacts &input) {
        return !isSegue || (isOwnSink(input.sink) && !SegueMirror::deviceOf(input.sink));
    });
    for (SinkFacts &sink : listing.sinks)
        if (!listing.defaultSink.isEmpty())
            sink.isDefault = sink.name == listing.defaultSink;
    if (listing.players.empty())
        return makePlayer(listing);
    assignByPairs(listing);
    assignByStreams(listing);
    place(listing);
}

bool isSegue(const QJsonObject &health) { return health.value("program"_L1) == "segue"_L1; }

std::variant<Pushed, ParseError> pushedFrom(const QByteArray &frame, bool isSegue, HubTime now)
{
    auto parsed = parseObject(frame);
    if (auto *fault = std::get_if<ParseError>(&parsed))
        return std::move(*fault);
    Fields &fields = std::get<Fields>(parsed);
    Pushed pushed{.source = fields.text("source"_L1, Limits::nameBytes),
                  .event = fields.text("event"_L1, Limits::nameBytes)};
    if (isSegue) {
        pushed.seq = quint64(fields.integer("seq"_L1, 0, qint64(maxId)));
        pushed.atUs = fields.integer("at_us"_L1, 0, qint64(maxId));
        Fields data = fields.object("data"_L1);
        const auto part = [&data](QLatin1StringView key, auto read) {
            return data.optional(key, [&] {
                Fields one = data.object(key);
                auto facts = read(one);
                data.adopt(key, one);
                return facts;
            });
        };
        if (pushed.event != "snapshot"_L1) {
            pushed.player = part("player"_L1, [now](Fields &one) { return player(one, now); });
            pushed.sink = part("sink"_L1, sink);
            pushed.input = part("sink_input"_L1, input);
        }
        fields.adopt("data"_L1, data);
    }
    if (!fields.ok())
        return fields.fault();
    return pushed;
}

} // namespace Sync::Sources::Follow
