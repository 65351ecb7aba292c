// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Testing {

/// How long a test waits for what is bound to come; it costs nothing where it comes in time.
inline constexpr int patienceMs = 30'000;

} // namespace Testing
