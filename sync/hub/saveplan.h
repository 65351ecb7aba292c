// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

#include <chrono>

namespace Sync {

/// When one user's session is to be written, as a value: one request to the store at a time, nothing given up
/// until it is stored. Every function answers what to do next.
class SavePlan
{
public:
    enum class Next {
        Wait, ///< for what is under way, or for a change
        StartDelay, ///< of delay(), then delayOver()
        Write, ///< the newest record, then written()
        Read, ///< the stored version, then versionRead()
    };

    [[nodiscard]] Next changed();
    /// Somebody waits for it: no delay, unless the store has just failed.
    [[nodiscard]] Next wanted();
    [[nodiscard]] Next delayOver();
    [[nodiscard]] Next written(Saved saved);
    /// @p ok: the version that the next write replaces is known.
    [[nodiscard]] Next versionRead(bool ok);

    /// All changes so far are in the store.
    [[nodiscard]] bool stored() const { return !m_dirty && m_state == State::Idle; }
    /// Limits::writeWithin, and longer after each failure.
    [[nodiscard]] std::chrono::milliseconds delay() const;
    [[nodiscard]] int failures() const { return m_failures; }

private:
    enum class State { Idle, Delaying, Busy };

    Next write();
    Next failed();
    Next startDelay();

    State m_state = State::Idle;
    bool m_dirty = false;
    bool m_wanted = false;
    int m_failures = 0; ///< since the last success
};

} // namespace Sync
