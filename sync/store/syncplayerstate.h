// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/session/session.h"

namespace Sync {

/// A value of sync_player's hash `player_states`, as a session of ours: paused where sync_player last wrote
/// it down. It leaves out what is false, zero or empty, and writes time either as its README or as its code
/// has it.
[[nodiscard]] std::variant<Session, ParseError> sessionFromSyncPlayer(const QByteArray &state,
                                                                      const QString &epoch, HubTime now);

} // namespace Sync
