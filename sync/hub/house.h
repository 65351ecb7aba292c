// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/connection.h"
#include "sync/session/privatekey.h"
#include "sync/session/session.h"

namespace Sync {

/// What a room asks of the hub around it: the other rooms of its user. Hub thread.
class House
{
public:
    House() = default;
    virtual ~House() = default;
    Q_DISABLE_COPY_MOVE(House)

    [[nodiscard]] virtual bool listensPrivately(const SessionOwner &device) const = 0;
    /// Devices of @p user that are here in rooms of their own, as others see them.
    [[nodiscard]] virtual QList<Native::Device> privateDevices(const QString &user) const = 0;
    /// One of them has come or gone.
    virtual void privateDevicesChanged(const QString &user) = 0;
    /// False where as many devices of @p user have rooms of their own as a list could show.
    [[nodiscard]] virtual bool mayBeginOwn(const QString &user) const = 0;
    /// Gives @p connection to the room of its own that @p join.device has.
    virtual void moveToOwn(const QString &user, std::unique_ptr<Connection> connection,
                           const Native::Join &join) = 0;
    /// The same, with a new room that begins with @p session. @p wasActive: in the shared one.
    virtual void beginOwn(const QString &user, std::unique_ptr<Connection> connection,
                          const Native::Join &join, Session session, bool wasActive) = 0;
    /// Back to the shared room; the one of its own ends.
    virtual void endOwn(const QString &user, std::unique_ptr<Connection> connection, Native::Join join) = 0;
    /// The session of @p owner is at @p player now.
    virtual void became(const SessionOwner &owner, const std::optional<PlayerState> &player) = 0;
};

} // namespace Sync
