// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/userscontroller.h"

#include "sync/user.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

QVariantMap entryFrom(const QJsonObject &json)
{
    const QString name = json.value("name"_L1).toString();
    return {{u"userId"_s, json.value("id"_L1).toString()},
            {u"name"_s, name.isEmpty() ? UsersController::tr("Everybody") : name},
            {u"isDefault"_s, json.value("default"_L1).toBool()},
            {u"playlists"_s, json.value("playlist_count"_L1).toInt()},
            {u"favourites"_s, json.value("favourite_count"_L1).toInt()}};
}

QString pathOf(const QString &userId)
{
    return u"users/"_s + QString::fromLatin1(QUrl::toPercentEncoding(userId));
}

} // namespace

UsersController::UsersController(Sync::Link &link, HubApi &api, bool switchable, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_api(api)
    , m_switchable(switchable)
{
    connect(&link, &Sync::Link::connectedChanged, this, &UsersController::mindConnection);
    connect(&link, &Sync::Link::devicesChanged, this, &UsersController::mindDevices);
}

QString UsersController::currentId() const { return m_current; }

QString UsersController::currentName() const { return nameOf(m_current); }

bool UsersController::admin() const
{
    return m_link.isConnected() && m_link.hub() && m_link.hub()->role == Sync::Role::Admin;
}

void UsersController::setSwitchable(bool switchable)
{
    if (std::exchange(m_switchable, switchable) != switchable)
        Q_EMIT usersChanged();
}

void UsersController::enter(const QString &userId)
{
    if (m_switchable && userId != m_current)
        Q_EMIT entered(userId);
}

void UsersController::save(const QString &userId, const QString &name)
{
    if (userId.isEmpty())
        change("POST", u"users"_s, {{"name"_L1, name}});
    else
        change("PATCH", pathOf(userId), {{"name"_L1, name}});
}

void UsersController::remove(const QString &userId)
{
    change("DELETE", pathOf(userId) + "?everything=true"_L1, {});
}

void UsersController::setListensPrivately(bool privately)
{
    m_link.send(Sync::Native::SetPrivate{.on = privately});
}

void UsersController::askToRemove(const QString &userId)
{
    const QVariantMap entry = entryOf(userId);
    Q_EMIT removalWanted(userId, nameOf(userId), entry.value(u"playlists"_s).toInt(),
                         entry.value(u"favourites"_s).toInt());
}

void UsersController::reload()
{
    m_api.get(u"users"_s, [this](const HubApi::Answer &answer) {
        if (const auto *list = std::get_if<QJsonObject>(&answer)) // else the link says that the hub is away
            take(*list);
    });
}

void UsersController::take(const QJsonObject &list)
{
    m_users.clear();
    const QJsonArray items = list.value("items"_L1).toArray();
    for (const auto &item : items)
        m_users.append(entryFrom(item.toObject()));
    Q_EMIT usersChanged();
}

void UsersController::change(const QByteArray &verb, const QString &path, const QJsonObject &body)
{
    m_api.send(verb, path, body, [this](const HubApi::Answer &answer) {
        if (const auto *refusal = std::get_if<HubApi::Refusal>(&answer))
            Q_EMIT failed(refusal->sentence);
        reload(); // in any case: what is shown may not be what is
    });
}

void UsersController::mindConnection()
{
    if (m_link.isConnected() && m_link.hub()) {
        m_current = m_link.hub()->user;
        reload();
    }
    Q_EMIT usersChanged();
}

void UsersController::mindDevices()
{
    const auto &devices = m_link.devices();
    const auto own = std::ranges::find(devices, m_link.deviceId(), &Sync::Native::Device::id);
    const bool privately = own != devices.end() && own->isPrivate;
    if (std::exchange(m_listensPrivately, privately) != privately)
        Q_EMIT listensPrivatelyChanged();
}

QVariantMap UsersController::entryOf(const QString &userId) const
{
    const auto found = std::ranges::find_if(m_users, [&userId](const QVariant &user) {
        return user.toMap().value(u"userId"_s).toString() == userId;
    });
    return found == m_users.end() ? QVariantMap() : found->toMap();
}

QString UsersController::nameOf(const QString &userId) const
{
    return entryOf(userId).value(u"name"_s).toString();
}

} // namespace Desktop
