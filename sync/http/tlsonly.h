// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/gate.h"
#include "sync/http/response.h"

namespace Sync::Http {

/// The refusal of whoever does not speak TLS to a hub that wants it: a page is sent to https, anything else
/// is a 426. Nothing for this machine itself. The Host must have passed the gate.
[[nodiscard]] std::optional<Response> unlessSecure(const RequestHead &head, const Endpoint &endpoint);

} // namespace Sync::Http
