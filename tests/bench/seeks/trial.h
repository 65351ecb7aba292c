// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bench/seeks/listening.h"

#include <QString>

#include <vector>

namespace Seeks {

struct Plan {
    QString backend;
    QString strategy;
    int seeks = 20;
};

struct Outcome {
    std::vector<Heard> starts;
    std::vector<Heard> seeks;
    int asked = 0; ///< seeks that were to be made
    bool crashed = false;
    QString end; ///< in words, where the child did not end well
};

/// Plays the material in a child process on a sound server of its own and judges every step.
[[nodiscard]] Outcome tryOut(const Plan &plan, const Material &material);

/// The same without any sound server: how far position() came in the time of the child's life, in words.
[[nodiscard]] QString tryWithoutSound(const Plan &plan, const Material &material);

} // namespace Seeks
