// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/routedsite.h"
#include "sync/hub/room.h"

#include <functional>

namespace Sync {

class Hub;

/// What @p answerOf says in the room of whoever asks @p request, once what it changes there is settled; of
/// any thread.
using AnswerOf = std::function<Http::Response(Room &room)>;
[[nodiscard]] Http::Answer visit(Hub &hub, const Http::Request &request, const AnswerOf &answerOf);
/// The same, and then all of that room is stored before the answer is given.
[[nodiscard]] Http::Answer visitAndStore(Hub &hub, const Http::Request &request, const AnswerOf &answerOf);

/// Has the caller's session perform the command @p name that @p request posts, and answers with what @p show
/// says after it. Refused where the queue is at another revision than `queue_rev`, if that is posted.
using Show = std::function<Http::Response(Room &room)>;
[[nodiscard]] Http::Answer command(Hub &hub, const Http::Request &request, const QString &name,
                                   const Show &show);

/// 409; a rule of the session stands against it.
[[nodiscard]] Http::Response refused(const Native::Fault &fault);

} // namespace Sync
