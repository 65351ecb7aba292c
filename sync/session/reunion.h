// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

namespace Sync {

/// What a hub and the store that it shares with others know of one session when they meet: at the beginning,
/// and after one could not reach the other.
struct Meeting {
    Version opened{}; ///< ours when the hub began
    std::optional<Version> agreed{}; ///< what both had last; nothing where they have not met since
    Version ours;
    std::optional<Version> stored{}; ///< nothing where the store has none
    /// A write of ours whose answer never came, where it is in the store after all.
    std::optional<Version> landed{};
};

enum class Reunion {
    Agree, ///< both are as they were
    Take, ///< what is stored, in place of ours
    Put, ///< ours, in place of what is stored
    Merge, ///< both have changed: what somebody changed last is kept, and what became of the queues
};

[[nodiscard]] Reunion reunionOf(const Meeting &meeting);

} // namespace Sync
