// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/analysis/meter.h"
#include "app/player/media.h"

#include <atomic>
#include <optional>

namespace Analysis {

/// What became of measuring a media.
struct TrackLevel {
    std::optional<Meter> meter; ///< finished; nothing where it could not be decoded at all
    QString problem; ///< a sentence where it was not whole
};

/// Decodes all of it. Blocks until that is done, or until @p cancelled, and then the result means nothing.
[[nodiscard]] TrackLevel levelOf(const Player::Media &media, const std::atomic_bool &cancelled);

} // namespace Analysis
