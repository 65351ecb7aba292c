// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/room.h"

namespace Sync {

/// Runs @p change on the session. What that changed is stored, and of the queue everybody is told; answers
/// whether there is a new state to tell of.
template <typename Change> bool Room::changeStored(Change change)
{
    const qint64 revision = m_session->revision();
    const QList<QueueItem> items = m_session->queue().items();
    const qint64 queueRevision = m_session->queueRevision();
    change(*m_session);
    if (m_session->queueRevision() != queueRevision) {
        m_saver->queueChanged();
        sendNative(queueSince(queueRevision, items)); // before the state, which names an item of it
        Q_EMIT queueChanged();
    }
    if (m_session->revision() == revision)
        return false;
    m_saver->changed();
    m_house.became(m_owner, m_session->player());
    return true;
}

/// The same, and everybody is told.
template <typename Change> void Room::changeSession(Change change)
{
    const std::optional<PlayerState> before = m_session->player();
    if (changeStored(change))
        announce(before);
}

} // namespace Sync
