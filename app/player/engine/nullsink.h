// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/sink.h"
#include "app/player/engine/soundformat.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace Player {

/// For a machine that cannot sound: plays in silence, on the monotonic clock.
class NullSink final : public Sink
{
public:
    NullSink(const SoundFormat &format, Pull pull);
    ~NullSink() override;

    void setRunning(bool running) override;
    [[nodiscard]] std::int64_t heard() const override;

private:
    using Clock = std::chrono::steady_clock;

    void run(const std::stop_token &stopped);
    [[nodiscard]] std::int64_t heardAt(Clock::time_point now) const;

    const SoundFormat m_format;
    const Pull m_pull;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_running = true;
    Clock::time_point m_since = Clock::now();
    std::int64_t m_before = 0; ///< heard by then
    std::jthread m_thread;
};

} // namespace Player
