// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace Testing {

/// What a hub's events say, each checked against those before it: a state follows from the one before, what
/// has begun ends before it begins again, who is gone comes back before it goes again.
class Ledger
{
public:
    struct Player {
        QString state;
        bool online = true;
        bool hasBegun = false;
        int volume = 0;
        QStringList events; ///< since forget()
    };

    void take(const QJsonObject &event);
    void forget();

    /// What did not follow from what had been told.
    [[nodiscard]] const QStringList &faults() const { return m_faults; }
    [[nodiscard]] Player player(const QString &id) const { return m_players.value(id); }
    [[nodiscard]] int count(const QString &player, const QString &event) const
    {
        return int(m_players.value(player).events.count(event));
    }
    /// By their names.
    [[nodiscard]] const QMap<QString, QJsonObject> &sinks() const { return m_sinks; }
    [[nodiscard]] bool soundIsOnline() const { return m_soundIsOnline; }

private:
    void start(const QJsonObject &snapshot);
    void takePlayer(const QString &name, const QString &id, const QJsonObject &data);
    void takeSound(const QString &name, const QJsonObject &data);
    void expect(bool follows, const QString &what);

    QMap<QString, Player> m_players;
    QMap<QString, QJsonObject> m_sinks;
    bool m_soundIsOnline = true;
    qint64 m_seq = 0;
    QStringList m_faults;
};

} // namespace Testing
