// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/sink.h"
#include "app/player/engine/soundformat.h"

#include <thread>

namespace Player {

/// For a machine that cannot sound: plays in silence, on the monotonic clock.
class NullSink final : public Sink
{
public:
    NullSink(const SoundFormat &format, Pull pull);
    ~NullSink() override;

    [[nodiscard]] std::int64_t heard() const override { return heardAt(Clock::now()); }

private:
    using Clock = std::chrono::steady_clock;

    void run(const std::stop_token &stopped);
    [[nodiscard]] std::int64_t heardAt(Clock::time_point time) const;

    const SoundFormat m_format;
    const Pull m_pull;
    const Clock::time_point m_since = Clock::now();
    std::jthread m_thread; // last: it uses the others
};

} // namespace Player
