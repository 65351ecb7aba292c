// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>

namespace Player {

namespace Sleeping {
using namespace std::chrono_literals;
inline constexpr std::chrono::milliseconds fade = 5s;
inline constexpr std::chrono::milliseconds askAgain = 3s; ///< where a pause is not heeded
} // namespace Sleeping

/// Lets the music end after a while: fades out, then pauses. Ask several times a second while it fades.
class SleepTimer
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    /// What is to be done now.
    struct Step {
        double gain = 1; ///< of this device's volume
        bool pause = false;

        bool operator==(const Step &) const = default;
    };

    void start(std::chrono::milliseconds length, TimePoint now);
    void cancel() { m_end.reset(); }

    [[nodiscard]] bool isRunning() const { return m_end.has_value(); }
    [[nodiscard]] std::chrono::milliseconds left(TimePoint now) const;
    /// Silent from the end on until the music has stopped; then the timer is done.
    [[nodiscard]] Step next(bool playing, TimePoint now);

private:
    std::optional<TimePoint> m_end;
    std::optional<TimePoint> m_asked;
};

} // namespace Player
