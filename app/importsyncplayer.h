// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/options.h"

namespace App {

/// Takes over what sync_player keeps in the Redis at `options.importFrom`, each user's into a profile; tells,
/// a line for each, what was taken and what was not, and why. Runs an event loop.
[[nodiscard]] Exit importSyncPlayer(const Options &options);

} // namespace App
