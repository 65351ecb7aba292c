// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/followplan.h"

#include <vector>

/// What it takes to know how another hub is, and how old that knowledge is.
namespace Bench {

struct Followed {
    double requestsPerMinute = 0; ///< as counted in front of the server
    std::vector<double> lateUs; ///< from the start of a change until it shows at the follower
};

/// Follows a hub that minds a real sound server for @p duration, while a volume is changed there every
/// @p changeEvery (never: zero). Throws std::runtime_error where there is no sound server.
[[nodiscard]] Followed follow(const Sync::Sources::FollowWay &way, std::chrono::milliseconds duration,
                              std::chrono::milliseconds changeEvery);

} // namespace Bench
