// SPDX-License-Identifier: Apache-2.0
#include "sync/session/order.h"

using namespace std::chrono_literals;

namespace Sync {

namespace {
constexpr std::chrono::milliseconds restartAfter = 3s;
}

std::optional<TrackId> following(const QList<TrackId> &tracks, TrackId current)
{
    const qsizetype index = tracks.indexOf(current);
    if (index < 0 || index + 1 >= tracks.size())
        return std::nullopt;
    return tracks.at(index + 1);
}

std::optional<TrackId> preceding(const QList<TrackId> &tracks, TrackId current)
{
    const qsizetype index = tracks.indexOf(current);
    if (index < 1)
        return std::nullopt;
    return tracks.at(index - 1);
}

bool previousRestarts(const PlayerState &state, HubTime now) { return positionAt(state, now) > restartAfter; }

} // namespace Sync
