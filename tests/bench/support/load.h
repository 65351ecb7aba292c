// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <thread>
#include <vector>

namespace Bench {

/// Keeps every processor busy for as long as it lives.
class Load
{
public:
    Load()
    {
        for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
            m_threads.emplace_back([](const std::stop_token &stop) {
                for (volatile unsigned spun = 0; !stop.stop_requested();)
                    spun = spun + 1;
            });
    }

private:
    std::vector<std::jthread> m_threads;
};

} // namespace Bench
