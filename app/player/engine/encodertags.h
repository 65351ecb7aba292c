// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <optional>

namespace Player {

// What encoders wrote down of the sound they were given.

/// What the first frame of an MP3 says of the others: Xing's tag, with what LAME added to it.
struct LameTag {
    std::int64_t blocks = 0; ///< coded ones
    int delay = 0; ///< frames of sound that the encoder put in front
    int padding = 0; ///< and behind

    bool operator==(const LameTag &) const = default;
};

// The bytes are those in front of the coded sound.
[[nodiscard]] std::optional<LameTag> lameTagIn(QByteArrayView bytes);
/// Frames there are; zero where it is not told.
[[nodiscard]] std::int64_t framesInMusepack(QByteArrayView bytes);
/// Bytes of sound there should be; zero where it is not told.
[[nodiscard]] std::int64_t soundBytesInWav(QByteArrayView bytes);
/// Frames there are, by iTunes' tag.
[[nodiscard]] std::int64_t framesInITunSmpb(QByteArrayView tag);

} // namespace Player
