// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/hubapi.h"
#include "app/desktop/volumewishes.h"
#include "sync/link/hubevents.h"
#include "sync/link/link.h"

#include <QAbstractListModel>
#include <QMap>
#include <QtQml/qqmlregistration.h>

namespace Desktop {

/// A player that plays something of its own: a Mopidy, or one of a server that is followed.
struct OtherPlayer {
    QString id{};
    QString source{};
    QString name{};
    QString track{}; ///< in words; empty: it has none
    bool reachable = true;
    bool playing = false;
    Sync::Native::Volume volume{};

    bool operator==(const OtherPlayer &) const = default;
};

/// What plays elsewhere in the house, as the hub tells of it, and the hold on it. A row stays the same one
/// while its player is there, so that nobody loses the keyboard's place.
class OtherPlayersModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /// Somebody looks at it: only then is it up to date.
    Q_PROPERTY(bool watched READ isWatched WRITE setWatched NOTIFY watchedChanged FINAL)

public:
    enum Role {
        PlayerIdRole = Qt::UserRole + 1,
        NameRole,
        WordsRole,
        ReachableRole,
        PlayingRole,
        TakeableRole,
        VolumeRole, ///< percent, as somebody here wished it last, until that is answered
        MutedRole
    };
    Q_ENUM(Role)

    /// Both must outlive it.
    OtherPlayersModel(HubApi &api, Sync::Link &link, QObject *parent = nullptr);

    /// As HubApi::setHub().
    void setHub(const QUrl &hub, const QByteArray &token);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return int(m_shown.size()); }
    [[nodiscard]] bool isWatched() const { return m_events.isListening(); }
    void setWatched(bool watched);

    Q_INVOKABLE void toggle(int row);
    Q_INVOKABLE void next(int row) { order(row, QStringLiteral("next")); }
    Q_INVOKABLE void previous(int row) { order(row, QStringLiteral("previous")); }
    /// What it plays goes on in the session.
    Q_INVOKABLE void take(int row) { order(row, QStringLiteral("take")); }
    Q_INVOKABLE void setVolume(int row, int percent);
    Q_INVOKABLE void setMuted(int row, bool muted);

Q_SIGNALS:
    void countChanged();
    void watchedChanged();
    /// Why the hub did not do it.
    void failed(const QString &sentence);

private:
    void hear(const QJsonObject &event);
    void learn(const OtherPlayer &player);
    void showAll();
    [[nodiscard]] bool isOurs(const OtherPlayer &player) const;
    void order(int row, const QString &what);
    void wishVolume(int row, const Sync::Native::Volume &volume);
    void sendVolume(const QString &id, const Sync::Native::Volume &volume);

    HubApi &m_api;
    Sync::Link &m_link;
    Sync::HubEvents m_events;
    QMap<QString, OtherPlayer> m_known; ///< by id
    QList<OtherPlayer> m_shown;
    VolumeWishes m_wishes;
};

} // namespace Desktop
