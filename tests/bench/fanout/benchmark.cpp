// SPDX-License-Identifier: Apache-2.0
#include "benchmark.h"

#include "failure.h"
#include "loadgenerator.h"
#include "serverprocess.h"
#include "statistics.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>

namespace Fanout {

using namespace std::chrono_literals;

namespace {

constexpr auto readyWithin = 20s;
constexpr auto settling = 1s; // before memory is read
constexpr auto warmingUp = 300ms;

} // namespace

Benchmark::Benchmark(Options options)
    : m_options(std::move(options))
    , m_runEnd(Clock::now() + m_options.timeLimit)
{
    for (const int receivers : m_options.receivers)
        m_comparisons.push_back({.receivers = receivers, .limit = {}, .segued = {}});
}

void Benchmark::run()
{
    Clock::duration longest{0};
    for (int round = 0; round < m_options.rounds; ++round) {
        const auto start = Clock::now();
        if (start + longest > m_runEnd) {
            std::fprintf(stderr, "no time for more than %d of %d rounds\n", round, m_options.rounds);
            return;
        }
        std::fprintf(stderr, "round %d of %d\n", round + 1, m_options.rounds);
        runRound(round % 2 == 0);
        longest = std::max(longest, Clock::now() - start);
    }
}

void Benchmark::runRound(bool limitFirst)
{
    for (Comparison &comparison : m_comparisons) {
        Sample limit;
        Sample segued;
        if (limitFirst)
            limit = measure(true, comparison.receivers);
        segued = measure(false, comparison.receivers);
        if (!limitFirst)
            limit = measure(true, comparison.receivers);
        comparison.limit.push_back(limit);
        comparison.segued.push_back(segued);
    }
}

Sample Benchmark::measure(bool limit, int receivers) const
{
    const TemporaryDirectory directory;
    try {
        const Command command = limit ? limitCommand() : seguedCommand(directory.path());
        return measure(command, directory.path(), receivers);
    } catch (const Failure &failure) {
        throw Failure((limit ? "the limit with " : "segued with ") + std::to_string(receivers)
                      + " receivers: " + failure.what() + lastWords(directory.path()));
    }
}

Sample Benchmark::measure(Command command, const std::string &directory, int receivers) const
{
    Sample sample;
    ServerProcess server(std::move(command), directory, phaseEnd(readyWithin, m_runEnd));
    auto generator = std::make_unique<LoadGenerator>(server.port(), m_runEnd);
    generator->connect(1); // what the first device costs once is not the price of each
    generator->idle(warmingUp);
    const double kibBefore = server.anonymousKib();
    const auto connectStart = Clock::now();
    generator->connect(receivers);
    sample.connectTime = Microseconds(Clock::now() - connectStart).count() / 1000 / receivers;
    generator->idle(settling);
    sample.idleKib = (server.anonymousKib() - kibBefore) / receivers;

    const Clock::duration interval = m_options.pace > 0 ? Clock::duration(1s) / m_options.pace : 0s;
    generator->begin();
    (void)generator->run(warmingUp, interval);
    const Microseconds spentBefore = server.processorTime();
    auto load = generator->run(std::chrono::seconds(m_options.seconds), interval);
    sample.processorPerDelivery = (server.processorTime() - spentBefore).count() / double(load.deliveries);
    sample.deliveriesPerSecond = double(load.deliveries) / load.duration.count();
    sample.latencyMedian = quantile(load.latencies, 0.5);
    sample.latencyLate = quantile(load.latencies, 0.99);
    generator.reset(); // all devices gone before the server is told to stop
    server.stop();
    return sample;
}

Benchmark::Command Benchmark::limitCommand() const
{
    return {std::filesystem::read_symlink("/proc/self/exe"), "--serve-raw"};
}

Benchmark::Command Benchmark::seguedCommand(const std::string &directory) const
{
    if (m_options.selfTest)
        return limitCommand();
    const std::string music = directory + "/music";
    std::filesystem::create_directory(music);
    return {m_options.segued,    "--port",  "0",      "--bind",     "127.0.0.1", "--data-dir",
            directory + "/data", "--store", "memory", "--no-audio", "--music",   music};
}

} // namespace Fanout
