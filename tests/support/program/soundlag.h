// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/recorder.h"

#include <optional>

namespace Testing {

/// How much later the same music sounds in @p second than in @p first, by the best match of their envelopes;
/// nothing where the two do not resemble each other.
[[nodiscard]] std::optional<std::chrono::milliseconds> soundLag(const Recorder &first,
                                                                const Recorder &second);

} // namespace Testing
