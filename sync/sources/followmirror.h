// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/followmessages.h"

#include <map>

namespace Sync::Sources {

/// What a server that is followed is, kept from what it says, and what events that makes: one for each
/// difference. A value. What it has is called by its own name behind the server's ("den~session"), streams
/// have numbers of ours. What was known stays known while it is away, but for its streams.
class FollowMirror
{
public:
    /// @p firstIndex: of its sinks and streams here; so many after it are its own.
    FollowMirror(QString id, QString name, quint32 firstIndex);

    [[nodiscard]] bool isOnline() const { return m_isOnline; }
    [[nodiscard]] const std::vector<PlayerFacts> &players() const { return m_players; }
    [[nodiscard]] const std::vector<SinkFacts> &sinks() const { return m_sinks; }
    [[nodiscard]] std::vector<InputFacts> inputs() const;
    [[nodiscard]] QHash<QString, QString> assignments() const;

    // What has come of it, in order
    [[nodiscard]] QList<Event> take(const Follow::Listing &listing);
    [[nodiscard]] QList<Event> lose(HubTime now);
    struct Heard {
        QList<Event> events;
        bool needsListing = false; ///< it does not say all that has changed
    };
    /// Of a Segue.
    [[nodiscard]] Heard hear(const Follow::Pushed &pushed);

    /// What the server calls it; nothing where that is none of its own.
    [[nodiscard]] std::optional<QString> theirName(const QString &ours) const;
    [[nodiscard]] std::optional<quint32> theirInput(quint32 ours) const;
    [[nodiscard]] bool hasInput(quint32 ours) const { return theirInput(ours).has_value(); }

private:
    [[nodiscard]] QString ours(const QString &theirs) const { return m_id + Follow::separator + theirs; }
    [[nodiscard]] QString playerName(const PlayerFacts &player) const;
    /// @p isPlaced: it says where it is.
    void take(PlayerFacts player, bool isPlaced);
    void take(SinkFacts sink);
    void take(InputFacts input);
    void removePlayer(const QString &id);
    void removeSink(const QString &name);
    void removeInput(quint32 theirs);
    void removeOthers(const Follow::Listing &listing);
    [[nodiscard]] bool hearSink(const Follow::Pushed &pushed);
    void tell(QLatin1StringView event, const QJsonObject &data = {}, const QString &player = {});
    void tellTurn(const PlayerFacts &before, const PlayerFacts &after);

    const QString m_id;
    const QString m_name;
    quint32 m_lastIndex;
    bool m_isOnline = false;
    std::vector<PlayerFacts> m_players;
    std::vector<SinkFacts> m_sinks;
    std::map<quint32, InputFacts> m_inputs; ///< by the server's numbers
    QHash<QString, QString> m_assignments;
    std::map<QString, SinkFacts> m_pushedSinks; ///< as they were pushed last, in the server's words
    qint64 m_listedAtUs = -1; ///< nothing that was pushed before is news
    QList<Event> m_told; ///< by what is being taken
};

} // namespace Sync::Sources
