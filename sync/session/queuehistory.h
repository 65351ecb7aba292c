// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/session/queue.h"

namespace Sync {

/// Earlier and, after an undo, later versions of a queue; at most Limits::undoSteps. Versions share what they
/// have in common.
class QueueHistory
{
public:
    [[nodiscard]] bool canUndo() const { return !m_earlier.isEmpty(); }
    [[nodiscard]] bool canRedo() const { return !m_later.isEmpty(); }

    /// A new change of @p before; what had been undone is gone.
    void add(const Queue &before);
    /// The version to go back to from @p now; nothing at the end.
    [[nodiscard]] std::optional<Queue> undo(const Queue &now);
    [[nodiscard]] std::optional<Queue> redo(const Queue &now);

private:
    QList<Queue> m_earlier;
    QList<Queue> m_later;
};

} // namespace Sync
