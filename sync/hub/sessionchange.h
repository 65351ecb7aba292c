// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/session/session.h"

#include <functional>

namespace Sync {

/// What there was before a change, as far as anybody was told of it.
struct Before {
    explicit Before(const Session &session)
        : version(session.version())
        , revision(session.revision())
        , queueRevision(session.queueRevision())
        , devicesRevision(session.devicesRevision())
        , player(session.player())
        , items(session.queue().items())
    {
    }

    Version version;
    qint64 revision;
    qint64 queueRevision;
    qint64 devicesRevision;
    std::optional<PlayerState> player;
    QList<QueueItem> items;
};

[[nodiscard]] QString newEpoch();

/// One change of a session, and what follows it.
struct SessionChange {
    std::function<void()>
        work; ///< changes the session and nothing else: where another hub was first it runs again
    std::function<void()> then{}; ///< once, when it is settled and everybody has been told; may be none
    bool isRelayed = false; ///< plain clients are told by `then`
};

} // namespace Sync
