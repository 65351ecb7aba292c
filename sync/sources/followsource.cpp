// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/followsource.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sync::Sources {

namespace {

// Above those of sound servers and of our own outputs.
constexpr quint32 firstIndex = 1U << 30U;
constexpr quint32 indexesOfEach = 1U << 24U;

/// Something of the server that a command is for; empty where it names a stream.
QString somethingOf(const Command &command)
{
    return std::visit(
        []<typename One>(const One &one) {
            if constexpr (requires { one.player; })
                return one.player;
            else if constexpr (requires { one.input; })
                return QString();
            else if constexpr (requires { one.sink; })
                return one.sink;
            else if constexpr (requires { one.sinks; })
                return one.sinks.value(0);
            else
                return one.name;
        },
        command);
}

std::optional<quint32> inputOf(const Command &command)
{
    return std::visit(
        []<typename One>(const One &one) -> std::optional<quint32> {
            if constexpr (requires { one.input; })
                return one.input;
            else
                return std::nullopt;
        },
        command);
}

/// What all of them have of something.
template <typename All, typename Get> All gathered(const auto &servers, Get get)
{
    All all;
    for (const auto &server : servers)
        for (const auto &one : get(server->mirror()))
            all.push_back(one);
    return all;
}

} // namespace

FollowSource::FollowSource(const QList<FollowAddress> &addresses, FollowWay way)
{
    quint32 index = firstIndex;
    for (const FollowAddress &address : addresses) {
        auto server = std::make_unique<FollowedServer>(address, index, way);
        connect(server.get(), &FollowedServer::changed, this, [this](const QList<Event> &events) {
            for (const Event &event : events)
                Q_EMIT happened(event);
        });
        m_servers.push_back(std::move(server));
        index += indexesOfEach;
    }
}

std::vector<PlayerFacts> FollowSource::players() const
{
    return gathered<std::vector<PlayerFacts>>(m_servers, [](const auto &one) { return one.players(); });
}

/// Of their default sinks one is shown.
std::vector<SinkFacts> FollowSource::sinks() const
{
    std::vector<SinkFacts> all;
    for (const auto &server : m_servers) {
        const bool counts =
            m_defaultOf ? m_defaultOf == server.get() : server.get() == m_servers.front().get();
        for (SinkFacts sink : server->mirror().sinks()) {
            sink.isDefault = sink.isDefault && counts;
            all.push_back(sink);
        }
    }
    return all;
}

std::vector<InputFacts> FollowSource::inputs() const
{
    return gathered<std::vector<InputFacts>>(m_servers, [](const auto &one) { return one.inputs(); });
}

QHash<QString, QString> FollowSource::assignments() const
{
    QHash<QString, QString> all;
    for (const auto &server : m_servers)
        all.insert(server->mirror().assignments());
    return all;
}

FollowedServer *FollowSource::meantBy(const Command &command) const
{
    const auto input = inputOf(command);
    const QString something = somethingOf(command);
    const auto found = std::ranges::find_if(m_servers, [&](const auto &server) {
        return input ? server->mirror().hasInput(*input) : server->mirror().theirName(something).has_value();
    });
    return found == m_servers.end() ? nullptr : found->get();
}

QFuture<QString> FollowSource::perform(const Command &command)
{
    FollowedServer *server = meantBy(command);
    if (!server)
        return answered(u"No server that is followed has that."_s);
    if (std::holds_alternative<SetDefaultSink>(command))
        m_defaultOf = server;
    return server->perform(command);
}

} // namespace Sync::Sources
