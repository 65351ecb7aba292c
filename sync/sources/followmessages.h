// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/protocol/fields.h"
#include "sync/sources/source.h"

#include <QSet>

#include <span>

/// What a server that is followed says of itself, in its own names. A linux-audio-server does not say all
/// that a Segue does; both are read strictly, and a null counts as absent.
namespace Sync::Sources::Follow {

/// All there is.
struct Listing {
    std::vector<PlayerFacts> players{};
    std::vector<SinkFacts> sinks{};
    std::vector<InputFacts> inputs{};
    QHash<QString, QString> assignments{}; ///< sink: player
    std::optional<qint64> atUs{}; ///< by its own clock: nothing in here is older; a Segue's alone

    // As it was read, until complete()
    QHash<QString, QString> pairs{}; ///< of sinks and players, in either order
    QSet<QString> placed{}; ///< players that told where they are
    PlayerFacts main{}; ///< of the global status; its id is empty where that does not say whose it is
    QString defaultSink{};
};

/// One thing that is asked for, and how its answer is read.
struct Question {
    const char *path;
    bool isNeeded; ///< without an answer nothing of the server is known
    std::optional<ParseError> (*read)(const QJsonObject &answer, HubTime now, Listing &listing);
};
/// What makes a listing, in this order.
[[nodiscard]] std::span<const Question> questions();
/// Puts together what was read. @p isSegue: its sinks and players that only show what another one does,
/// and what it follows itself, are left out.
void complete(Listing &listing, bool isSegue);

/// What GET /api/health says.
[[nodiscard]] bool isSegue(const QJsonObject &health);

/// One frame of its push.
struct Pushed {
    QString source{};
    QString event{};
    // A Segue's alone
    std::optional<quint64> seq{};
    std::optional<qint64> atUs{}; ///< by its own clock
    std::optional<PlayerFacts> player{};
    std::optional<SinkFacts> sink{};
    std::optional<InputFacts> input{};
};
/// @p isSegue: whether there is more to read than that something has happened.
[[nodiscard]] std::variant<Pushed, ParseError> pushedFrom(const QByteArray &frame, bool isSegue, HubTime now);

/// Whether a Segue's player is one that others have to be told of: neither an output's own view of the
/// session, nor what only sounds on a sink, nor one that it follows itself.
[[nodiscard]] bool isOwnPlayer(const QString &id);
[[nodiscard]] bool isOwnSink(const QString &name);

/// Between the name of a server and what it calls its own.
inline constexpr QChar separator = u'~';

} // namespace Sync::Sources::Follow
