// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/mopidysource.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sync::Sources {

namespace {

/// Whom a command is for; empty for one to a sound server.
QString playerOf(const Command &command)
{
    return std::visit(
        []<typename One>(const One &one) {
            if constexpr (requires { one.player; })
                return one.player;
            else
                return QString();
        },
        command);
}

} // namespace

MopidySource::MopidySource(const QList<MopidyAddress> &addresses)
{
    for (const MopidyAddress &address : addresses) {
        auto player = std::make_unique<MopidyPlayer>(address);
        connect(player.get(), &MopidyPlayer::changed, this,
                [this, one = player.get()](const QList<Event> &events) {
                    tell(*one, events);
                    for (const Event &event : events)
                        Q_EMIT happened(event);
                });
        m_players.push_back(std::move(player));
    }
}

void MopidySource::tellAll()
{
    for (const auto &player : m_players)
        tell(*player, {});
}

void MopidySource::tell(const MopidyPlayer &player, const QList<Event> &events)
{
    Q_EMIT changed({.player = player.mirror().facts(),
                    .events = events,
                    .certain = player.mirror().wish() == MopidyMirror::Wish::Nothing,
                    .ownAddress = player.ownAddress()});
}

std::vector<PlayerFacts> MopidySource::players() const
{
    std::vector<PlayerFacts> all;
    all.reserve(m_players.size());
    for (const auto &player : m_players)
        all.push_back(player->mirror().facts());
    return all;
}

QFuture<QString> MopidySource::perform(const Command &command)
{
    const QString id = playerOf(command);
    const auto found = std::ranges::find_if(
        m_players, [&](const auto &player) { return player->mirror().facts().id == id; });
    if (found == m_players.end())
        return answered(u"There is no Mopidy \"%1\"."_s.arg(id));
    return (*found)->perform(command);
}

} // namespace Sync::Sources
