// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/session/session.h"

/// What session tests say often.
namespace Sessions {

using namespace std::chrono_literals;

inline Sync::HubTime at(std::chrono::milliseconds time) { return Sync::HubTime(time); }

inline Sync::Update track(Sync::TrackId id, std::chrono::milliseconds time)
{
    return Sync::NewTrack{.trackId = id, .fromIs = "album", .fromIsId = 2, .at = at(time)};
}

inline Sync::Member output(Sync::ConnectionId connection, const QString &device)
{
    return {.connection = connection,
            .wire = Sync::Native::Wire::Native,
            .device = device,
            .name = device,
            .output = true};
}

inline Sync::Member controller(Sync::ConnectionId connection, const QString &device)
{
    Sync::Member member = output(connection, device);
    member.output = false;
    return member;
}

inline Sync::Member plain(Sync::ConnectionId connection)
{
    return {.connection = connection, .name = "plain"};
}

inline void join(Sync::Session &session, const Sync::Member &member)
{
    (void)session.join(member, std::nullopt, at(0s));
}

/// Says that this output is at @p position of what the session plays now.
inline void confirm(Sync::Session &session, Sync::ConnectionId connection, std::chrono::milliseconds position,
                    Sync::Native::Condition condition = Sync::Native::Condition::Sounding)
{
    session.report(connection,
                   {.revision = session.revision(), .position = position, .condition = condition});
}

} // namespace Sessions
