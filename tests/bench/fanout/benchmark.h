// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "options.h"
#include "timing.h"

#include <string>
#include <vector>

namespace Fanout {

inline constexpr double goalRatio = 0.7;
inline constexpr double goalIdleKib = 28;

// What one server did with one number of receivers in one round.
struct Sample {
    double deliveriesPerSecond = 0;
    double latencyMedian = 0; // ms
    double latencyLate = 0; // ms, 99 %
    double processorPerDelivery = 0; // us
    double idleKib = 0; // per connection
    double connectTime = 0; // ms per connection
};

struct Comparison {
    int receivers = 0;
    std::vector<Sample> limit; // one per round, paired by index with segued
    std::vector<Sample> segued;
};

// Servers take turns within a round, so that a busy moment of the machine hits both.
class Benchmark
{
public:
    explicit Benchmark(Options options);

    void run(); // what was measured before a Failure can still be shown
    [[nodiscard]] const std::vector<Comparison> &comparisons() const { return m_comparisons; }

private:
    using Command = std::vector<std::string>;

    void runRound(bool limitFirst);
    [[nodiscard]] Sample measure(bool limit, int receivers) const;
    [[nodiscard]] Sample measure(Command command, const std::string &directory, int receivers) const;
    [[nodiscard]] Command limitCommand() const;
    [[nodiscard]] Command seguedCommand(const std::string &directory) const;

    Options m_options;
    Clock::time_point m_runEnd;
    std::vector<Comparison> m_comparisons;
};

} // namespace Fanout
