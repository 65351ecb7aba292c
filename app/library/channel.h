// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>

namespace Library {

/// Carries values from several threads to one.
template <typename Value> class Channel
{
public:
    void put(Value value)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_values.push_back(std::move(value));
        }
        m_filled.notify_one();
    }

    /// All that came since the last call; waits for the first one.
    [[nodiscard]] std::deque<Value> takeAll()
    {
        std::unique_lock lock(m_mutex);
        m_filled.wait(lock, [this] { return !m_values.empty(); });
        return std::exchange(m_values, {});
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_filled;
    std::deque<Value> m_values;
};

} // namespace Library
