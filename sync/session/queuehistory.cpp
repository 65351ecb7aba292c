// SPDX-License-Identifier: Apache-2.0
#include "sync/session/queuehistory.h"

#include "sync/limits.h"

namespace Sync {

void QueueHistory::add(const Queue &before)
{
    m_later.clear();
    m_earlier.append(before);
    if (m_earlier.size() > Limits::undoSteps)
        m_earlier.removeFirst();
}

std::optional<Queue> QueueHistory::undo(const Queue &now)
{
    if (m_earlier.isEmpty())
        return std::nullopt;
    m_later.append(now);
    return m_earlier.takeLast();
}

std::optional<Queue> QueueHistory::redo(const Queue &now)
{
    if (m_later.isEmpty())
        return std::nullopt;
    m_earlier.append(now);
    return m_later.takeLast();
}

} // namespace Sync
