// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "benchmark.h"

#include <string>
#include <vector>

namespace Fanout {

// Medians of all rounds and, below the table, whether the goals are met; empty if no round was completed.
[[nodiscard]] std::string report(const std::vector<Comparison> &comparisons, const Options &options);

} // namespace Fanout
