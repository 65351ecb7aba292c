// SPDX-License-Identifier: Apache-2.0
#include "sync/session/upcoming.h"

#include <algorithm>

namespace Sync {

std::optional<QueueItem> upcoming(const QList<QueueItem> &items, QueueItemId current, const Modes &modes)
{
    const auto at = std::ranges::find(items, current, &QueueItem::id);
    if (modes.stopAfter || at == items.end())
        return std::nullopt;
    if (modes.repeat == Repeat::One)
        return *at;
    if (std::next(at) != items.end())
        return *std::next(at);
    return modes.repeat == Repeat::All && !modes.shuffle ? std::optional(items.first()) : std::nullopt;
}

} // namespace Sync
