// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <optional>

namespace Player {

/// What the first frame of an MP3 says of the others: Xing's tag, with what LAME added to it.
struct LameTag {
    std::int64_t blocks = 0; ///< coded ones
    int delay = 0; ///< frames of sound that the encoder put in front
    int padding = 0; ///< and behind

    bool operator==(const LameTag &) const = default;
};

/// The tag in these bytes, which end where the coded sound begins.
[[nodiscard]] std::optional<LameTag> lameTagIn(QByteArrayView bytes);

} // namespace Player
