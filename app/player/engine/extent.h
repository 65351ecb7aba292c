// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace Player {

class Container;

/// Where the sound lies within what a codec gives; in frames.
struct Extent {
    std::int64_t begin = 0; ///< what is before that, the codec put there and does not drop by itself
    std::int64_t length = 0; ///< zero where it is not known
    bool isSure = false; ///< it is not guessed from how many bytes there are
    bool isLimit =
        false; ///< what comes behind the length is not the sound's, and the codec gives it all the same
};

[[nodiscard]] Extent extentOf(const Container &container, int sampleRate);

} // namespace Player
