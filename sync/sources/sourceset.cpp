// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/sourceset.h"

#include "sync/hub/hub.h"
#include "sync/sources/factsjson.h"
#include "sync/user.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sync::Sources {

namespace {

SourceFacts factsOf(const Source &source)
{
    return {.kind = source.kind(),
            .players = source.players(),
            .sinks = source.sinks(),
            .inputs = source.inputs(),
            .assignments = source.assignments()};
}

/// Whether a source has what a command is for; by the first of these that the command has.
template <typename What> bool isFor(const SourceFacts &facts, const What &what)
{
    if constexpr (requires { what.player; })
        return std::ranges::find(facts.players, what.player, &PlayerFacts::id) != facts.players.end();
    else if constexpr (requires { what.input; })
        return std::ranges::find(facts.inputs, what.input, &InputFacts::index) != facts.inputs.end();
    else if constexpr (requires { what.sink; })
        return std::ranges::find(facts.sinks, what.sink, &SinkFacts::name) != facts.sinks.end();
    else if constexpr (requires { what.sinks; })
        return !what.sinks.isEmpty() && std::ranges::all_of(what.sinks, [&](const QString &name) {
            return std::ranges::find(facts.sinks, name, &SinkFacts::name) != facts.sinks.end();
        });
    else if constexpr (requires { what.left; })
        return std::ranges::find(facts.sinks, what.left, &SinkFacts::name) != facts.sinks.end()
            && std::ranges::find(facts.sinks, what.right, &SinkFacts::name) != facts.sinks.end();
    else
        return std::ranges::find(facts.sinks, what.name, &SinkFacts::name) != facts.sinks.end();
}

/// What the event is about, as its source shows it by now.
Event withWholeState(Event event, const Source &source)
{
    for (const PlayerFacts &player : source.players())
        if (player.id == event.player && !event.data.contains("player"_L1))
            event.data.insert("player"_L1, toJson(player, HubClock::now()));
    if (event.event.startsWith("sink."_L1) && !event.data.contains("sink"_L1))
        event.data = {{"sink"_L1, event.data}};
    else if (event.event.startsWith("sink_input."_L1) && !event.data.contains("sink_input"_L1))
        event.data = {{"sink_input"_L1, event.data}};
    return event;
}

} // namespace

SourceSet::SourceSet(Hub &hub, QString name)
    : m_hub(hub)
    , m_name(std::move(name))
{
    (void)own(defaultUser); // its events are told from the start
}

void SourceSet::add(std::unique_ptr<Source> source)
{
    connect(source.get(), &Source::happened, this, [this, source = source.get()](const Event &event) {
        Q_EMIT happened(withWholeState(event, *source), QString());
    });
    m_shared.push_back(std::move(source));
}

void SourceSet::setLibrary(const LibraryFacts &library)
{
    m_library = library;
    for (const auto &[user, source] : m_own)
        source->setLibrary(library);
}

SegueSource &SourceSet::own(const QString &user)
{
    std::unique_ptr<SegueSource> &source = m_own[user];
    if (!source) {
        source = std::make_unique<SegueSource>(m_hub, user, m_name);
        source->setLibrary(m_library);
        connect(source.get(), &Source::happened, this,
                [this, user](const Event &event) { Q_EMIT happened(event, user); });
    }
    return *source;
}

std::vector<Source *> SourceSet::sourcesOf(const QString &user)
{
    std::vector<Source *> all{&own(user)};
    for (const auto &source : m_shared)
        all.push_back(source.get());
    return all;
}

Household SourceSet::house(const QString &user)
{
    std::vector<SourceFacts> facts;
    for (const Source *source : sourcesOf(user))
        facts.push_back(factsOf(*source));
    return householdOf(facts, m_choices);
}

std::vector<Event> SourceSet::snapshot(const QString &user)
{
    const HubTime now = HubClock::now();
    std::vector<Event> events;
    for (const Source *source : sourcesOf(user)) {
        QJsonObject data = source->details();
        QJsonArray players;
        for (const PlayerFacts &player : source->players())
            players.append(toJson(player, now));
        QJsonArray sinks;
        for (const SinkFacts &sink : source->sinks())
            sinks.append(toJson(sink));
        QJsonArray inputs;
        for (const InputFacts &input : source->inputs())
            inputs.append(toJson(input));
        data.insert("players"_L1, players);
        data.insert("sinks"_L1, sinks);
        data.insert("sink_inputs"_L1, inputs);
        events.push_back({.source = source->kind(), .event = u"snapshot"_s, .player = {}, .data = data});
    }
    return events;
}

QFuture<QString> SourceSet::perform(const QString &user, const Command &command)
{
    for (Source *source : sourcesOf(user)) {
        const SourceFacts facts = factsOf(*source);
        if (!std::visit([&facts](const auto &what) { return isFor(facts, what); }, command))
            continue;
        remember(*source, command);
        return source->perform(command);
    }
    return QtFuture::makeReadyFuture(u"nothing here has what this is about"_s);
}

void SourceSet::remember(const Source &source, const Command &command)
{
    if (std::holds_alternative<SetDefaultSink>(command))
        m_choices.defaultFrom = source.kind();
    if (const auto *combine = std::get_if<Combine>(&command); combine && !m_combined.contains(combine->name))
        m_combined.append(combine->name);
    if (const auto *pair = std::get_if<PairUp>(&command); pair && !m_combined.contains(pair->name))
        m_combined.append(pair->name);
    if (const auto *uncombine = std::get_if<Uncombine>(&command))
        m_combined.removeAll(uncombine->name);
}

} // namespace Sync::Sources
