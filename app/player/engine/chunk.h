// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <array>
#include <cstddef>
#include <cstdint>

namespace Player {

/// A piece of decoded sound on its way to the sink.
struct Chunk {
    static constexpr std::size_t mostSamples = 4096;

    quint32 serial = 0; ///< of the start, the seek or the continuation it belongs to; they only grow
    std::int64_t place = 0; ///< of its first frame, in frames from the media's beginning
    int frames = 0;
    std::int64_t total = 0; ///< frames of its media; zero where that is not sure
    std::int64_t overlap = 0; ///< of the first: how long before the end of what comes before it may begin
    bool first = false; ///< of its serial
    bool fadesIn = false; ///< it begins in the middle of the sound
    bool last = false; ///< of its media; it may be empty
    bool exact = false; ///< the samples are those of the media, and whole numbers of the format's bits
    std::array<float, mostSamples> samples;
};

} // namespace Player
