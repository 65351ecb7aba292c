// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/room.h"

namespace Sync {

/// Runs @p change on the session; if that made a new revision, stores it and tells everybody.
template <typename Change> void Room::changeSession(Change change)
{
    const std::optional<PlayerState> before = m_session->player();
    const qint64 revision = m_session->revision();
    change(*m_session);
    if (m_session->revision() == revision)
        return;
    m_saver->changed();
    announce(before);
}

} // namespace Sync
