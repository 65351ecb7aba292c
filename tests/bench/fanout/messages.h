// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace Fanout::Messages {

inline constexpr std::size_t positionBytes = 150;
inline constexpr std::string_view noTrackState = R"({"type_push_state":"no_track_state"})";

// Both carry the present time: a hub does not believe, and rewrites, a stamp that is plainly wrong.
[[nodiscard]] std::string newTrack();
[[nodiscard]] std::string changePosition(std::uint64_t sequence); // exactly positionBytes, no two alike

} // namespace Fanout::Messages
