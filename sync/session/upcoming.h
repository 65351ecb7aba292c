// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/session/queue.h"

namespace Sync {

/// What will play when the current track comes to its end by itself, as far as a device can know: nothing
/// where the hub will pause, or shuffle anew first.
[[nodiscard]] std::optional<QueueItem> upcoming(const QList<QueueItem> &items, QueueItemId current,
                                                const Modes &modes);

} // namespace Sync
