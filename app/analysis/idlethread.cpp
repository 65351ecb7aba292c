// SPDX-License-Identifier: Apache-2.0
#include "app/analysis/idlethread.h"

#include <pthread.h>
#include <sched.h>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

namespace Analysis {

namespace {

constexpr std::chrono::milliseconds aMoment{200}; // enough wherever a processor is free

struct Outcome {
    std::mutex mutex;
    std::condition_variable_any changed;
    bool isDone = false; ///< under the mutex
};

} // namespace

// Not a QThread: one that is left to itself must not need Qt when the program ends.
bool runWhenIdle(std::function<void()> work, const std::stop_token &stop)
{
    const auto outcome = std::make_shared<Outcome>();
    std::thread([outcome, work = std::move(work)] {
        const sched_param none{};
        ::pthread_setschedparam(::pthread_self(), SCHED_IDLE, &none);
        ::pthread_setname_np(::pthread_self(), "loudness");
        work();
        {
            const std::scoped_lock lock(outcome->mutex);
            outcome->isDone = true;
        }
        outcome->changed.notify_one();
    }).detach();
    std::unique_lock lock(outcome->mutex);
    const auto isDone = [&outcome] { return outcome->isDone; };
    return outcome->changed.wait(lock, stop, isDone) || outcome->changed.wait_for(lock, aMoment, isDone);
}

} // namespace Analysis
