// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <optional>
#include <span>
#include <vector>

namespace Bench {

/// One channel of a sound, and the same without the likeness of neighbouring samples, in which a place is
/// found sharply.
struct Sound {
    std::vector<float> samples{};
    std::vector<float> edges{};

    Sound() = default;
    /// The first channel of interleaved samples.
    Sound(std::span<const qint16> interleaved, int channels);

    [[nodiscard]] qint64 size() const { return qint64(samples.size()); }
    [[nodiscard]] bool has(qint64 first, qint64 count) const { return first >= 0 && first + count <= size(); }
    [[nodiscard]] bool isSilent(qint64 first, qint64 count) const;
};

[[nodiscard]] double product(const float *one, const float *other, qint64 count);

/// 1: the same but for the loudness; around 0: another place. The frames need be there.
[[nodiscard]] double likeness(const Sound &one, qint64 first, const Sound &other, qint64 second,
                              qint64 count);

/// Where in @p whole the @p count frames of @p heard from @p first on are, looked for within @p around of
/// @p expected.
[[nodiscard]] std::optional<qint64> placeOf(const Sound &heard, qint64 first, qint64 count,
                                            const Sound &whole, qint64 expected, qint64 around);

/// Where a sound that is known to run at @p from, at @p place of @p whole, began; not before @p earliest.
struct Onset {
    double frame = 0; ///< of what was heard
    double place = 0; ///< of the whole
};
[[nodiscard]] Onset onsetOf(const Sound &heard, qint64 from, const Sound &whole, qint64 place,
                            qint64 earliest);

} // namespace Bench
