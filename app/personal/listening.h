// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/personal/history.h"
#include "sync/session/playerstate.h"

namespace Personal {

/// Turns a session's states into plays. A value; the times are passed in.
class Listening
{
public:
    /// Half of the track, or four minutes of it: heard so far it counts. Less than ten seconds is none at
    /// all.
    static constexpr std::chrono::milliseconds enough = std::chrono::minutes(4);
    static constexpr std::chrono::milliseconds least = std::chrono::seconds(10);

    /// The session is like this from @p now on. Answers the play that this ends.
    [[nodiscard]] std::optional<Play> become(const std::optional<Sync::PlayerState> &state, Sync::HubTime now,
                                             Moment wall);

private:
    struct Current {
        Sync::PlayerState state;
        Moment started;
        std::chrono::milliseconds heard{0};
    };

    [[nodiscard]] static Play playOf(const Current &current);

    std::optional<Current> m_current;
    Sync::HubTime m_since;
};

} // namespace Personal
