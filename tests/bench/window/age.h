// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Bench {

/// How long this process has been there, in milliseconds, to 10.
[[nodiscard]] double sinceStartMs();

} // namespace Bench
