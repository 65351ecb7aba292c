// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/request.h"

#include <chrono>

namespace Sync::Http {

/// What the routes may tell of this hub.
struct Health {
    int webSocketClients = 0;
    std::chrono::seconds uptime{0};
};

/// False for what anybody who may reach the port may ask: the page, how the hub is, and to be let in.
[[nodiscard]] bool needsUser(const RequestHead &head);

[[nodiscard]] Response answer(const RequestHead &head, const Health &health);

/// A number that is the whole of @p text, as the last part of an address.
[[nodiscard]] std::optional<quint64> idIn(QByteArrayView text);

} // namespace Sync::Http
