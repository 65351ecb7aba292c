// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace Fanout {

struct Options {
    std::string segued;
    std::vector<int> receivers{100, 1000, 5000};
    int rounds = 3;
    int seconds = 3; // of load for each server, number of receivers and round
    int pace = 0; // messages per second; 0 is as fast as they arrive
    std::chrono::seconds timeLimit{230};
    bool markdown = false;
    bool selfTest = false;
    bool serveRaw = false;
    bool help = false;

    [[nodiscard]] static Options from(const std::vector<std::string_view> &words);
    [[nodiscard]] static std::string_view usage();
};

} // namespace Fanout
