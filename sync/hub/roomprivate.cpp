// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/roomchange.h"

#include "sync/limits.h"

using namespace Qt::StringLiterals;

namespace Sync {

void Room::handle(Connection &connection, const Native::SetPrivate &wish)
{
    const auto member = m_session->member(connection.id());
    if (!member || wish.on == m_owner.isPrivate())
        return; // it is as it should be
    if (wish.on && !m_house.mayBeginOwn(m_owner.user))
        return connection.send(Frame::text(Native::serialize(Native::HubMessage(
            Native::Fault{.command = wish.type,
                          .field = {},
                          .reason = u"%1 devices listen privately already"_s.arg(Limits::devicesListed)}))));
    const HubTime time = now();
    Native::Join join{.device = member->device,
                      .name = member->name,
                      .output = member->output,
                      .active = true,
                      .volume = member->volume};
    std::optional<Session> own;
    if (wish.on)
        own = m_session->aloneFor(connection.id(), newEpoch(), time);
    auto moved = release(connection);
    letGo({.connection = member->connection}); // here it is gone, and may have been the last to sound
    if (own)
        m_house.beginOwn(m_owner.user, std::move(moved), join, *std::move(own), member->active);
    else
        m_house.endOwn(m_owner.user, std::move(moved), join); // may end this room later; last
}

void Room::takeIn(std::unique_ptr<Connection> connection, const Native::Join &join)
{
    Connection &guest = *connection;
    hold(std::move(connection));
    enter(guest, join);
}

/// It has no part in this room any more, but in its session until letGo().
std::unique_ptr<Connection> Room::release(Connection &connection)
{
    connection.disconnect(this);
    const auto found = m_connections.find(connection.id());
    auto released = std::move(found->second);
    m_connections.erase(found);
    return released;
}

QList<Native::Device> Room::privateDevices() const
{
    QList<Native::Device> devices;
    for (const Native::Device &device : m_session ? m_session->devices() : QList<Native::Device>())
        devices.append({.id = device.id, .name = device.name, .wire = device.wire, .isPrivate = true});
    return devices;
}

} // namespace Sync
