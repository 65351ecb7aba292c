// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/hub.h"
#include "sync/limits.h"

#include <QDateTime>

#include <algorithm>

namespace Sync {

bool Hub::listensPrivately(const SessionOwner &device) const
{
    return device.isPrivate() && m_private.contains(keyOf(device));
}

QList<Native::Device> Hub::privateDevices(const QString &user) const
{
    QList<Native::Device> devices;
    for (const auto &[key, room] : m_rooms)
        if (room->owner().isPrivate() && room->owner().user == user)
            devices += room->privateDevices();
    std::ranges::sort(devices, {},
                      [](const Native::Device &device) { return std::pair(device.name, device.id); });
    return devices;
}

void Hub::privateDevicesChanged(const QString &user)
{
    const auto shared = m_rooms.find(user);
    if (shared != m_rooms.end())
        shared->second->touchDevices();
}

bool Hub::mayBeginOwn(const QString &user) const
{
    const auto isOf = [&user](const QString &key) {
        const auto owner = privateOwner(key);
        return owner && owner->user == user;
    };
    return std::count_if(m_private.keyBegin(), m_private.keyEnd(), isOf) < Limits::devicesListed;
}

void Hub::moveToOwn(const QString &user, std::unique_ptr<Connection> connection, const Native::Join &join)
{
    // Its session may have to be read first. Whoever is dropped meanwhile goes with its visit.
    const auto held = std::make_shared<std::unique_ptr<Connection>>(std::move(connection));
    Room &own = room({.user = user, .device = join.device});
    own.queueUp([&own, held, join] { own.takeIn(std::move(*held), join); });
}

void Hub::beginOwn(const QString &user, std::unique_ptr<Connection> connection, const Native::Join &join,
                   Session session, bool wasActive)
{
    const SessionOwner owner{.user = user, .device = join.device};
    m_private.insert(keyOf(owner), wasActive);
    std::unique_ptr<Room> &own = m_rooms[keyOf(owner)];
    own = std::make_unique<Room>(owner, around(), std::move(session));
    own->takeIn(std::move(connection), join);
}

void Hub::endOwn(const QString &user, std::unique_ptr<Connection> connection, Native::Join join)
{
    const SessionOwner owner{.user = user, .device = join.device};
    join.active = m_private.take(keyOf(owner));
    const auto held = std::make_shared<std::unique_ptr<Connection>>(std::move(connection));
    Room &shared = room({.user = user});
    shared.queueUp([&shared, held, join] { shared.takeIn(std::move(*held), join); });
    // Queued: that room is still on the stack.
    QMetaObject::invokeMethod(
        this,
        [this, owner] {
            if (!listensPrivately(owner))
                end(owner);
        },
        Qt::QueuedConnection);
}

void Hub::end(const SessionOwner &owner)
{
    m_rooms.erase(keyOf(owner));
    m_store.remove(keyOf(owner));
    became(owner, std::nullopt);
    privateDevicesChanged(owner.user);
}

void Hub::became(const SessionOwner &owner, const std::optional<PlayerState> &player)
{
    if (m_listener)
        m_listener(owner, player);
}

/// What nobody has used for so long is forgotten; of the rest it is known whose they are.
void Hub::sweep(const QList<Kept> &kept)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const bool isFirst = !std::exchange(m_knowsPrivate, true); // later ones may have ended meanwhile
    for (const Kept &session : kept) {
        const auto owner = privateOwner(session.user);
        const auto used = m_rooms.find(session.user);
        const bool isUsed = used != m_rooms.end() && !used->second->isEmpty();
        const bool isOld = now - session.usedMs > std::chrono::milliseconds(Limits::privateFor).count();
        if (owner && isOld && !isUsed) {
            m_private.remove(session.user);
            end(*owner);
        } else if (owner && isFirst) {
            m_private.insert(session.user, true);
        }
    }
}

} // namespace Sync
