// SPDX-License-Identifier: Apache-2.0
#include "messages.h"

#include <array>
#include <ctime>

namespace Fanout::Messages {

namespace {

std::string presentTime()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts = {};
    ::gmtime_r(&now, &parts);
    std::array<char, 32> text;
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S+0000", &parts)};
}

} // namespace

std::string newTrack()
{
    return R"({"type_push_state":"new_track","track_id":2,"from_is":"album","from_is_id":3,"time_state_update":")"
        + presentTime() + "\"}";
}

std::string changePosition(std::uint64_t sequence)
{
    std::string text = R"({"type_push_state":"change_position","last_sec_position":)"
        + std::to_string(sequence % 200) + R"(,"time_state_update":")" + presentTime() + R"(","n":")"
        + std::to_string(sequence);
    text.resize(positionBytes - 2, '.');
    return text + "\"}";
}

} // namespace Fanout::Messages
