// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace Player {

/// Which bytes of a file; all of them where the end is zero.
struct ByteRange {
    std::int64_t begin = 0;
    std::int64_t end = 0;

    bool operator==(const ByteRange &) const = default;
};

/// Fills the span from that place in the file on; tells how many bytes there were.
using ReadBytes = std::function<int(std::int64_t at, std::span<char> bytes)>;

struct OggShape {
    /// Ogg files may be put one behind the other, and FFmpeg takes the places in the second for those in the
    /// first. These are the bytes of each.
    std::vector<ByteRange> links;
    bool endIsMarked = true;
};

[[nodiscard]] OggShape oggShapeOf(std::int64_t size, const ReadBytes &read);

} // namespace Player
