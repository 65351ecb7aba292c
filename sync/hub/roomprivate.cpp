// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/room.h"

#include "sync/limits.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace Sync {

void Room::handle(Connection &connection, const Native::SetPrivate &wish)
{
    const auto member = m_ledger.session().member(connection.id());
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
        own = m_ledger.session().aloneFor(connection.id(), newEpoch(), time);
    // Released first: what becomes of the music here is nothing for it to follow.
    const auto moved = std::make_shared<std::unique_ptr<Connection>>(release(connection));
    m_ledger.transact({.work =
                           [this, id = member->connection] {
                               letGo({.connection = id});
                           }, // it may have been the last to sound
                       .then =
                           [this, moved, join, own = std::move(own), wasActive = member->active] {
                               if (own)
                                   m_house.beginOwn(m_owner.user, std::move(*moved), join, *own, wasActive);
                               else
                                   m_house.endOwn(m_owner.user, std::move(*moved),
                                                  join); // may end this room later
                           }});
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
    for (const Native::Device &device :
         m_ledger.isOpen() ? m_ledger.session().devices() : QList<Native::Device>())
        devices.append({.id = device.id, .name = device.name, .wire = device.wire, .isPrivate = true});
    return devices;
}

} // namespace Sync
