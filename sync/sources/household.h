// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/source.h"

#include <QHash>

namespace Sync::Sources {

/// What one source has.
struct SourceFacts {
    QString kind;
    std::vector<PlayerFacts> players{};
    std::vector<SinkFacts> sinks{};
    std::vector<InputFacts> inputs{};
    QHash<QString, QString> assignments{};
};

/// What somebody decided that no source knows.
struct Choices {
    QHash<QString, QString> assignments{}; ///< sink: player
    QString defaultFrom{}; ///< the kind of source that the default sink is of; empty: the first that has one
};

/// All players and sinks there are, of whatever source, as one. Each sink has another description, a player,
/// and exactly one is the default.
struct Household {
    std::vector<PlayerFacts> players;
    std::vector<SinkFacts> sinks;
    std::vector<InputFacts> inputs;
    QHash<QString, QString> assignments; ///< sink: player
    QString defaultSink; ///< empty where there is none
    QString mainPlayer; ///< the one to be shown where there is room for one; empty where there is none

    [[nodiscard]] const PlayerFacts *player(const QString &id) const;
    [[nodiscard]] const SinkFacts *sink(const QString &name) const;
    [[nodiscard]] const InputFacts *input(quint32 index) const;
};

/// @p sources: the own session first. A sink that nothing is known to play on has a player that cannot be
/// told anything, and shows what sounds there.
[[nodiscard]] Household householdOf(const std::vector<SourceFacts> &sources, const Choices &choices);
/// One of those players.
[[nodiscard]] bool isBystander(const QString &player);

// Answers of linux-audio-server's addresses

[[nodiscard]] QJsonObject sinksJson(const Household &house);
[[nodiscard]] QJsonObject inputsJson(const Household &house);
[[nodiscard]] QJsonObject playersJson(const Household &house, HubTime now);
[[nodiscard]] QJsonObject assignmentsJson(const Household &house);
/// Of the main player. There is no track where it is stopped: clients trip over a null.
[[nodiscard]] QJsonObject statusJson(const Household &house, HubTime now);

} // namespace Sync::Sources
