// SPDX-License-Identifier: Apache-2.0
#include "benchmark.h"
#include "failure.h"
#include "interruption.h"
#include "rawbroadcaster.h"
#include "report.h"
#include "selftest.h"

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <iostream>

namespace {

using namespace Fanout;

constexpr rlim_t spareDescriptors = 64;

// The servers inherit it.
void raiseDescriptorLimit(const Options &options)
{
    rlimit limit = {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    const rlim_t needed = rlim_t(*std::max_element(options.receivers.begin(), options.receivers.end()));
    if (limit.rlim_cur < needed + spareDescriptors)
        throw Failure("too many receivers for the limit of " + std::to_string(limit.rlim_cur)
                      + " open files");
}

Options selfTestOptions(Options options)
{
    options.receivers = {50};
    options.rounds = 2;
    options.seconds = 1;
    return options;
}

int compare(const Options &options)
{
    Benchmark benchmark(options);
    std::string failure;
    try {
        benchmark.run();
    } catch (const std::exception &error) {
        failure = error.what();
    }
    std::cout << report(benchmark.comparisons(), options);
    if (failure.empty())
        return 0;
    std::cerr << "fanout: " << failure << '\n';
    return 1;
}

int run(const std::vector<std::string_view> &words)
{
    const Options options = Options::from(words);
    if (options.help) {
        std::cout << Options::usage();
        return 0;
    }
    raiseDescriptorLimit(options);
    if (options.serveRaw)
        serveRaw();
    catchInterruptions();
    if (!options.selfTest)
        return compare(options);
    checkFrames();
    return compare(selfTestOptions(options));
}

} // namespace

int main(int argc, char **argv)
{
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception &error) {
        std::cerr << "fanout: " << error.what() << '\n';
        return 1;
    }
}
