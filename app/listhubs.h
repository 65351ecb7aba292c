// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/options.h"

namespace App {

/// Looks for hubs for a few seconds, and tells them: one a line, name, address and id with tabs between them.
/// Runs an event loop.
[[nodiscard]] Exit listHubs();

} // namespace App
