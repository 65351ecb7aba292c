// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/gate.h"
#include "sync/store/tokens.h"
#include "sync/store/users.h"

namespace Sync {

/// How the gate knows who comes: by the tokens and users of the personal database; either may be none. Where
/// that cannot be read it knows nobody, and says so in the log. The rest of the rules is the hub's to fill
/// in.
[[nodiscard]] Http::GateRules admissionRules(const std::shared_ptr<const Tokens> &tokens,
                                             const std::shared_ptr<const Users> &users);

} // namespace Sync
