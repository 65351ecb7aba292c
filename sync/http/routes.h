// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/requesthead.h"

#include <chrono>

namespace Sync::Http {

struct Response {
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
};

/// What the routes may tell of this hub.
struct Health {
    int webSocketClients = 0;
    std::chrono::seconds uptime{0};
};

/// False for the few paths anybody who may reach the port may read.
[[nodiscard]] bool needsUser(const RequestHead &head);

[[nodiscard]] Response answer(const RequestHead &head, const Health &health);
[[nodiscard]] Response errorResponse(int status, const QByteArray &code, const QByteArray &message);

/// As it goes over the wire. A HEAD request gets the same without the body.
[[nodiscard]] QByteArray serialize(const Response &response, Method method, bool keepAlive);

} // namespace Sync::Http
