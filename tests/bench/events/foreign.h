// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

/// How soon a subscriber of a hub hears of what foreign players do. Each throws std::runtime_error where the
/// player is not installed or does not answer.
namespace Bench {

/// Between hearing of a volume at a Mopidy's own socket and hearing of it from the hub. Microseconds; below
/// zero where the hub was quicker.
[[nodiscard]] std::vector<double> afterMopidyUs(int rounds);
/// From the start of a pactl that sets a volume until the hub tells of it. Microseconds.
[[nodiscard]] std::vector<double> afterPactlUs(int rounds);

} // namespace Bench
