// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/pulsemirror.h"

#include "sync/limits.h"
#include "sync/sources/factsjson.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sync::Sources {

namespace {

/// Removes by @p remove what @p known has and @p isListed does not.
template <typename Known, typename IsListed, typename Remove>
void removeOthers(const Known &known, IsListed isListed, Remove remove)
{
    std::vector<typename Known::key_type> gone;
    for (const auto &[key, value] : known)
        if (!isListed(key))
            gone.push_back(key);
    for (const auto &key : gone)
        remove(key);
}

template <typename List> bool hasIndex(const List &list, quint32 index)
{
    return std::ranges::any_of(list, [index](const auto &one) { return one.index == index; });
}

} // namespace

std::vector<SinkFacts> PulseMirror::sinks() const
{
    std::vector<SinkFacts> all;
    all.reserve(std::size_t(m_sinks.size()));
    for (const auto &[name, known] : m_sinks)
        all.push_back(factsOf(known));
    std::ranges::sort(all, {}, [](const SinkFacts &sink) { return std::tie(sink.index, sink.name); });
    return all;
}

std::vector<InputFacts> PulseMirror::inputs() const
{
    std::vector<InputFacts> all;
    all.reserve(std::size_t(m_inputs.size()));
    for (const auto &[index, input] : m_inputs)
        all.push_back(factsOf(input));
    return all;
}

bool PulseMirror::hasSink(const QString &name) const
{
    const auto found = m_sinks.find(name);
    return found != m_sinks.end() && found->second.online;
}

bool PulseMirror::hasRoomAgain() const
{
    constexpr qsizetype worthIt = 4; // a quarter, not each time that one goes
    return m_isFull
        && qsizetype(m_inputs.size()) <= Limits::soundServerInputs - Limits::soundServerInputs / worthIt
        && qsizetype(m_sinks.size()) <= Limits::soundServerSinks - Limits::soundServerSinks / worthIt;
}

QList<Event> PulseMirror::take(const Pulse::News &news)
{
    std::visit([this](const auto &one) { on(one); }, news);
    return std::exchange(m_told, {});
}

QList<Event> PulseMirror::lose()
{
    if (!std::exchange(m_isOnline, false))
        return {};
    m_cards.clear();
    while (!m_inputs.empty())
        removeInput(m_inputs.begin()->first);
    for (auto &[name, known] : m_sinks) {
        known.online = false;
        tell("sink.change"_L1, toJson(factsOf(known)));
    }
    tell("server.offline"_L1);
    return std::exchange(m_told, {});
}

void PulseMirror::on(const Pulse::Sink &sink)
{
    const auto found = m_sinks.find(sink.name);
    const bool isNew = found == m_sinks.end();
    if (isNew && qsizetype(m_sinks.size()) >= Limits::soundServerSinks) {
        m_isFull = true;
        return;
    }
    if (!isNew && found->second.online && found->second.sink == sink)
        return;
    const Known &known = m_sinks.insert_or_assign(sink.name, Known{.sink = sink}).first->second;
    tell(isNew ? "sink.new"_L1 : "sink.change"_L1, toJson(factsOf(known)));
}

void PulseMirror::on(const Pulse::Input &input)
{
    const auto found = m_inputs.find(input.index);
    const bool isNew = found == m_inputs.end();
    if (isNew && qsizetype(m_inputs.size()) >= Limits::soundServerInputs) {
        m_isFull = true;
        return;
    }
    if (!isNew && found->second == input)
        return;
    m_inputs.insert_or_assign(input.index, input);
    tell(isNew ? "sink_input.new"_L1 : "sink_input.change"_L1, toJson(factsOf(input)));
}

void PulseMirror::on(const Pulse::Card &card)
{
    const auto found = m_cards.find(card.index);
    const bool isNew = found == m_cards.end();
    if ((isNew && qsizetype(m_cards.size()) >= Limits::soundServerSinks) || (!isNew && found->second == card))
        return;
    m_cards.insert_or_assign(card.index, card);
    tell(isNew ? "card.new"_L1 : "card.change"_L1,
         {{"index"_L1, qint64(card.index)}, {"name"_L1, card.name}, {"profile"_L1, card.profile}});
}

void PulseMirror::on(const Pulse::DefaultSink &sink)
{
    if (std::exchange(m_defaultSink, sink.name) != sink.name)
        tell("server.change"_L1, {{"default_sink"_L1, sink.name}});
}

void PulseMirror::on(const Pulse::Gone &gone)
{
    switch (gone.kind) {
    case Pulse::Kind::Sink:
        if (const Pulse::Sink *sink = sinkAt(gone.index))
            removeSink(QString(sink->name));
        return;
    case Pulse::Kind::Input:
        return removeInput(gone.index);
    case Pulse::Kind::Card:
        return removeCard(gone.index);
    }
}

void PulseMirror::on(const Pulse::Listing &listing)
{
    m_isFull = false;
    if (!std::exchange(m_isOnline, true))
        tell("server.online"_L1);
    removeOthers(
        m_inputs, [&](quint32 index) { return hasIndex(listing.inputs, index); },
        [this](quint32 index) { removeInput(index); });
    removeOthers(
        m_sinks,
        [&](const QString &name) {
            return std::ranges::any_of(listing.sinks, [&](const auto &sink) { return sink.name == name; });
        },
        [this](const QString &name) { removeSink(name); });
    removeOthers(
        m_cards, [&](quint32 index) { return hasIndex(listing.cards, index); },
        [this](quint32 index) { removeCard(index); });
    on(Pulse::DefaultSink{.name = listing.defaultSink});
    for (const auto &card : listing.cards)
        on(card);
    for (const auto &sink : listing.sinks)
        on(sink);
    for (const auto &input : listing.inputs)
        on(input);
}

void PulseMirror::removeSink(const QString &name)
{
    const auto sink = m_sinks.extract(name);
    if (!sink.empty())
        tell("sink.remove"_L1, {{"index"_L1, qint64(sink.mapped().sink.index)}, {"name"_L1, name}});
}

void PulseMirror::removeInput(quint32 index)
{
    const auto input = m_inputs.extract(index);
    if (!input.empty())
        tell("sink_input.remove"_L1, {{"index"_L1, qint64(index)}, {"name"_L1, input.mapped().name}});
}

void PulseMirror::removeCard(quint32 index)
{
    const auto card = m_cards.extract(index);
    if (!card.empty())
        tell("card.remove"_L1, {{"index"_L1, qint64(index)}, {"name"_L1, card.mapped().name}});
}

const Pulse::Sink *PulseMirror::sinkAt(quint32 index) const
{
    for (const auto &[name, known] : m_sinks)
        if (known.online && known.sink.index == index)
            return &known.sink;
    return nullptr;
}

SinkFacts PulseMirror::factsOf(const Known &known) const
{
    return {.index = known.sink.index,
            .name = known.sink.name,
            .description = known.sink.description,
            .state = known.online ? known.sink.state : SinkFacts::State::Suspended,
            .volume = known.sink.volume,
            .muted = known.sink.muted,
            .isDefault = known.sink.name == m_defaultSink,
            .online = known.online};
}

InputFacts PulseMirror::factsOf(const Pulse::Input &input) const
{
    const Pulse::Sink *sink = sinkAt(input.sink);
    return {.index = input.index,
            .name = input.name,
            .sink = sink ? sink->name : u""_s,
            .sinkDescription = sink ? sink->description : u""_s,
            .volume = input.volume,
            .muted = input.muted};
}

void PulseMirror::tell(QLatin1StringView event, const QJsonObject &data)
{
    m_told.append({.source = u"pulseaudio"_s, .event = event, .player = {}, .data = data});
}

} // namespace Sync::Sources
