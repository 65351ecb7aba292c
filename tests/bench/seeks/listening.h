// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bench/seeks/material.h"
#include "support/recorder.h"

#include <optional>

namespace Seeks {

/// What was heard after a start or a seek.
struct Heard {
    enum class Kind { Silent, Astray, Right };

    Kind kind = Kind::Silent;
    int silenceMs = 0; ///< between the call and the sound from the new place, all silent moments together
    int lagMs = 0; ///< how far the sound is behind where it would be had the call been instant
    int reportErrorMs = 0; ///< position() minus what was heard
};

/// A moment at which the player said where it was.
struct Said {
    std::chrono::microseconds at;
    int positionMs;
};

struct Step {
    std::chrono::microseconds at{0};
    bool isStart = false;
    int targetMs = 0;
    std::vector<Said> said;
};

class Listener
{
public:
    Listener(const Material &material, const Testing::Recording &recording, std::chrono::microseconds origin);

    [[nodiscard]] Heard judge(const Step &step) const;

private:
    [[nodiscard]] int indexOf(std::chrono::microseconds at) const;
    [[nodiscard]] int silentMsAfter(int index) const;
    [[nodiscard]] std::optional<int> placeOf(int index, int expectedMs) const;

    const Material &m_material;
    std::chrono::microseconds m_origin;
    std::vector<float> m_sound; // at the material's rate
};

} // namespace Seeks
