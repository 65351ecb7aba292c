// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>

namespace Player {

/// How long one thing may take that waits for a server: it is also over where nobody wants it any more.
class Deadline
{
public:
    explicit Deadline(const std::atomic_bool &cancelled)
        : m_cancelled(cancelled)
    {
    }

    void set(std::chrono::milliseconds time) { m_end = Clock::now() + time; }
    [[nodiscard]] bool isOver() const { return m_cancelled || Clock::now() > m_end; }
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }

    /// As FFmpeg's libraries ask for it.
    static int interrupts(void *deadline) { return static_cast<const Deadline *>(deadline)->isOver(); }

private:
    using Clock = std::chrono::steady_clock;

    const std::atomic_bool &m_cancelled;
    Clock::time_point m_end = Clock::time_point::max();
};

} // namespace Player
