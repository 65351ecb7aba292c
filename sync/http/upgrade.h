// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/gate.h"
#include "sync/protocol/nativemessages.h"
#include "sync/sources/subscription.h"

namespace Sync::Http {

[[nodiscard]] bool asksForWebSocket(const RequestHead &head);

/// What a WebSocket is for: a session over one of its wires, or its events.
using Purpose = std::variant<Native::Wire, Sources::Subscription>;

/// What a WebSocket request asks for, or why there is none: 404 for another path, 400 for a broken handshake,
/// another subprotocol or a query that cannot be read. After this the handshake itself cannot fail.
[[nodiscard]] std::variant<Purpose, Denied> purposeOf(const RequestHead &head);

} // namespace Sync::Http
