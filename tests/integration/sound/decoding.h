// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/decoder.h"

#include <QString>

#include <vector>

/// What the tests of the decoder do with one.
namespace Decoding {

using Samples = std::vector<float>;

/// Null where it is refused.
[[nodiscard]] std::unique_ptr<Player::Decoder> open(const Player::Media &media);
[[nodiscard]] std::unique_ptr<Player::Decoder> open(const QString &path);
/// The sentence; empty where it is not refused.
[[nodiscard]] QString refusal(const Player::Media &media);
[[nodiscard]] QString refusal(const QString &path);

/// So many frames, or fewer at the end.
[[nodiscard]] Samples read(Player::Decoder &decoder, std::int64_t frames, int channels);
[[nodiscard]] Samples readAll(Player::Decoder &decoder, int channels);

[[nodiscard]] Samples floating(const std::vector<qint16> &samples);
/// How alike two pieces are, 1 where they are the same.
[[nodiscard]] double likeness(std::span<const float> a, std::span<const float> b);
/// How many frames later @p piece is in @p whole than at @p place; @p most where it is not as near as that.
[[nodiscard]] int lag(std::span<const float> piece, std::span<const float> whole, std::int64_t place,
                      int most, int channels);
[[nodiscard]] double loudness(std::span<const float> samples); ///< root of the mean square

} // namespace Decoding
