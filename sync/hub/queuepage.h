// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/room.h"

#include <QJsonObject>

namespace Sync {

/// `queue_rev`, `total`, `can_undo` and `can_redo`.
[[nodiscard]] QJsonObject queueHead(const Session &session);
/// The same, `offset`, and `items`: at most @p limit of them from @p offset on, with what is known of their
/// tracks.
[[nodiscard]] QJsonObject queuePage(const Room &room, qsizetype offset, qsizetype limit);
/// The same, beginning so many @p before what plays; and `current`, the item that plays, 0 where none does.
[[nodiscard]] QJsonObject queueAround(const Room &room, qsizetype before, qsizetype limit);

} // namespace Sync
