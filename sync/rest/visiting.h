// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/routedsite.h"
#include "sync/hub/room.h"

#include <functional>

namespace Sync {

class Hub;

/// What @p answerOf says in the room of whoever asks @p request; of any thread.
[[nodiscard]] Http::Answer visit(Hub &hub, const Http::Request &request,
                                 std::function<Http::Response(Room &room)> answerOf);
using Reply = std::function<void(const Http::Response &response)>;
/// The same, where the answer comes later: by what @p answerOf is given. Where that is dropped, the hub ends.
[[nodiscard]] Http::Answer visitLater(Hub &hub, const Http::Request &request,
                                      std::function<void(Room &room, const Reply &reply)> answerOf);

/// Has the caller's session perform the command @p name that @p request posts, and answers with what @p show
/// says after it. Refused where the queue is at another revision than `queue_rev`, if that is posted.
using Show = std::function<Http::Response(Room &room)>;
[[nodiscard]] Http::Answer command(Hub &hub, const Http::Request &request, const QString &name,
                                   const Show &show);

/// 409; a rule of the session stands against it.
[[nodiscard]] Http::Response refused(const Native::Fault &fault);

} // namespace Sync
