// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <deque>

namespace Player {

/// A position that runs evenly, made from reports that come in steps of up to 100 ms.
class SteadyPosition
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    void restart(std::chrono::milliseconds position, TimePoint now);
    void report(std::chrono::milliseconds position, TimePoint now);

    [[nodiscard]] std::chrono::milliseconds at(TimePoint now) const;
    /// The last position the sound really came to.
    [[nodiscard]] std::chrono::milliseconds reported() const { return m_reported; }

private:
    TimePoint m_since;
    TimePoint m_movedAt;
    std::chrono::milliseconds m_from{0};
    std::chrono::milliseconds m_reported{0};
    std::deque<std::chrono::milliseconds> m_behind; // how far each report lay behind the even run
};

} // namespace Player
