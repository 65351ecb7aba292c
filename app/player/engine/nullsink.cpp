// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/nullsink.h"

#include <condition_variable>
#include <mutex>
#include <vector>

namespace Player {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds period = 20ms;

} // namespace

NullSink::NullSink(const SoundFormat &format, Pull pull)
    : m_format(format)
    , m_pull(std::move(pull))
    , m_thread([this](const std::stop_token &stopped) { run(stopped); })
{
}

NullSink::~NullSink() = default;

std::int64_t NullSink::heardAt(Clock::time_point time) const
{
    return m_format.framesIn(std::chrono::duration_cast<std::chrono::microseconds>(time - m_since));
}

void NullSink::run(const std::stop_token &stopped)
{
    std::vector<float> samples;
    std::int64_t pulled = 0;
    std::mutex mutex; // nobody else's: a wait that can be stopped wants one
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    while (!stopped.stop_requested()) {
        const std::int64_t wanted = heardAt(Clock::now() + period) - pulled;
        samples.resize(std::size_t(wanted * m_format.channels));
        m_pull(samples);
        pulled += wanted;
        never.wait_for(lock, stopped, period, [] { return false; });
    }
}

} // namespace Player
