// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/hubapi.h"
#include "sync/link/link.h"

#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace Desktop {

/// The profiles of the hub, as whom this device plays, and whether it has a session of its own.
class UsersController final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")

    /// Each {userId, name, isDefault, playlists, favourites}; the default one first.
    Q_PROPERTY(QVariantList users READ users NOTIFY usersChanged FINAL)
    Q_PROPERTY(QString currentId READ currentId NOTIFY usersChanged FINAL)
    Q_PROPERTY(QString currentName READ currentName NOTIFY usersChanged FINAL)
    /// May make, rename and delete them.
    Q_PROPERTY(bool admin READ admin NOTIFY usersChanged FINAL)
    /// Another profile can be taken here: not where another hub was joined, which knows whose device this is.
    Q_PROPERTY(bool switchable READ switchable NOTIFY usersChanged FINAL)
    /// A wish: it changes when the hub has agreed.
    Q_PROPERTY(bool listensPrivately READ listensPrivately WRITE setListensPrivately NOTIFY
                   listensPrivatelyChanged FINAL)

public:
    /// Both must outlive it.
    UsersController(Sync::Link &link, HubApi &api, bool switchable, QObject *parent = nullptr);

    [[nodiscard]] QVariantList users() const { return m_users; }
    [[nodiscard]] QString currentId() const;
    [[nodiscard]] QString currentName() const;
    [[nodiscard]] bool admin() const;
    [[nodiscard]] bool switchable() const { return m_switchable; }
    /// The link leads to another hub from now on, or back.
    void setSwitchable(bool switchable);
    [[nodiscard]] bool listensPrivately() const { return m_listensPrivately; }
    void setListensPrivately(bool privately);

    /// This device plays as that one from now on.
    Q_INVOKABLE void enter(const QString &userId);
    /// Makes one, or where @p userId is one of them names it so.
    Q_INVOKABLE void save(const QString &userId, const QString &name);
    /// With everything it has.
    Q_INVOKABLE void remove(const QString &userId);
    /// Have the window ask for a name, for a new one where @p userId is empty; and whether one is to go.
    Q_INVOKABLE void askForName(const QString &userId) { Q_EMIT nameWanted(userId, nameOf(userId)); }
    Q_INVOKABLE void askToRemove(const QString &userId);
    /// Asks the hub for them again.
    Q_INVOKABLE void reload();

Q_SIGNALS:
    void usersChanged();
    void listensPrivatelyChanged();
    /// Somebody wants this device to be that one's.
    void entered(const QString &userId);
    void nameWanted(const QString &userId, const QString &name);
    void removalWanted(const QString &userId, const QString &name, int playlists, int favourites);
    void failed(const QString &sentence);

private:
    [[nodiscard]] QVariantMap entryOf(const QString &userId) const;
    [[nodiscard]] QString nameOf(const QString &userId) const;
    void take(const QJsonObject &list);
    void change(const QByteArray &verb, const QString &path, const QJsonObject &body);
    void mindConnection();
    void mindDevices();

    Sync::Link &m_link;
    HubApi &m_api;
    bool m_switchable;
    QVariantList m_users;
    QString m_current;
    bool m_listensPrivately = false;
};

} // namespace Desktop
