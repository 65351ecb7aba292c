// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/nullsink.h"

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

void NullSink::setRunning(bool running)
{
    const std::scoped_lock lock(m_mutex);
    if (running == m_running)
        return;
    m_before = heardAt(Clock::now());
    m_since = Clock::now();
    m_running = running;
    m_changed.notify_one();
}

std::int64_t NullSink::heard() const
{
    const std::scoped_lock lock(m_mutex);
    return heardAt(Clock::now());
}

std::int64_t NullSink::heardAt(Clock::time_point now) const
{
    const auto since = std::chrono::duration_cast<std::chrono::microseconds>(now - m_since);
    return m_before + (m_running ? m_format.framesIn(since) : 0);
}

void NullSink::run(const std::stop_token &stopped)
{
    std::vector<float> samples;
    std::int64_t pulled = 0;
    std::unique_lock lock(m_mutex);
    while (!stopped.stop_requested()) {
        m_changed.wait(lock, stopped, [this] { return m_running; });
        const std::int64_t wanted = heardAt(Clock::now() + period) - pulled;
        lock.unlock();
        if (wanted > 0) {
            samples.resize(std::size_t(wanted * m_format.channels));
            m_pull(samples);
            pulled += wanted;
        }
        lock.lock();
        m_changed.wait_for(lock, stopped, period, [] { return false; });
    }
}

} // namespace Player
