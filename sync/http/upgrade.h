// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/gate.h"
#include "sync/protocol/nativemessages.h"

namespace Sync::Http {

[[nodiscard]] bool asksForWebSocket(const RequestHead &head);

/// Which wire a WebSocket request asks for, or why there is none: 404 for another path, 400 for a broken
/// handshake or another subprotocol. After this the handshake itself cannot fail.
[[nodiscard]] std::variant<Native::Wire, Denied> chooseWire(const RequestHead &head);

} // namespace Sync::Http
