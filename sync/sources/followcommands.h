// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/followhttp.h"
#include "sync/sources/followmirror.h"

namespace Sync::Sources {

/// What a server that is followed is to be asked so that it carries @p command out; or a sentence about why
/// it cannot be. A linux-audio-server's players are told through the sinks they play on.
[[nodiscard]] std::variant<FollowRequest, QString> requestFor(const Command &command,
                                                              const FollowMirror &mirror, bool isSegue);

} // namespace Sync::Sources
