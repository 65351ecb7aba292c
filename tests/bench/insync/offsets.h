// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bench/insync/tape.h"

#include <optional>

namespace Bench {

/// A tenth of a second of both tapes, compared.
struct Window {
    std::chrono::microseconds at; ///< monotonic
    /// How much later the second tape has the same sound; nothing where that is not clear.
    std::optional<double> offsetMs;
};

/// One window after the other, as long as there are whole ones between the two times.
[[nodiscard]] std::vector<Window> compare(const Tape &one, const Tape &other, std::chrono::microseconds from,
                                          std::chrono::microseconds to);

/// How far apart, whichever is first, of the windows that are usable.
struct Figures {
    double usableShare = 0;
    double medianMs = 0;
    double p95Ms = 0;
    double mostMs = 0;
    double signedMedianMs = 0; ///< the second one is so much later
};
[[nodiscard]] Figures figuresOf(const std::vector<Window> &windows);

/// By how much the place of two tapes to each other wanders, as told by pieces of the recording that have no
/// arrival in common: more than an error of one of them.
[[nodiscard]] double clockErrorMs(const Tape &one, const Tape &other, std::chrono::microseconds from,
                                  std::chrono::microseconds to);

} // namespace Bench
