// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/room.h"
#include "sync/tv/doing.h"

namespace Web::Television {

/// Whose button it was.
struct Remote {
    QString device; ///< empty where it has no id
    Sync::Role role = Sync::Role::Listener;
};

/// What the television itself is to do about it: one that has part in the session does what that says.
struct Outcome {
    QString refusal{}; ///< why nothing has changed; empty otherwise
    bool byItself = false; ///< it has no part in the session
    std::optional<Sync::QueueItem> next{}; ///< what it goes to then; nothing: it stops
    qsizetype queued = 0; ///< items of the queue
};

/// True where the device is connected, so that it hears of every change.
[[nodiscard]] bool hasPart(const Sync::Session &session, const QString &device);

/// Does what @p doing asks in @p room. @p tracks: of what `search` found. Hub thread.
[[nodiscard]] Outcome carryOut(Sync::Room &room, const Sync::Tv::Doing &doing, const Remote &remote,
                               const QList<Sync::TrackId> &tracks);

} // namespace Web::Television
