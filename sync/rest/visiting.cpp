// SPDX-License-Identifier: Apache-2.0
#include "sync/rest/visiting.h"

#include "sync/hub/hub.h"
#include "sync/protocol/nativefields.h"

#include <QPromise>

using namespace Qt::StringLiterals;
using Sync::Http::Request;
using Sync::Http::Response;

namespace Sync {

Response refused(const Native::Fault &fault)
{
    return Http::errorResponse(409, "refused", fault.reason.toUtf8(), fault.field.toUtf8());
}

namespace {

/// Where the caller has seen another queue than there is, its positions and items mean something else.
std::optional<Native::Fault> unlessAt(const std::optional<qint64> &queueRevision, const Session &session)
{
    if (!queueRevision || *queueRevision == session.queueRevision())
        return std::nullopt;
    return Native::Fault{.command = {},
                         .field = u"queue_rev"_s,
                         .reason = u"field 'queue_rev' is %1, but the queue is at %2"_s.arg(*queueRevision)
                                       .arg(session.queueRevision())};
}

struct Wish {
    Native::Command command;
    std::optional<qint64> queueRevision;
};

} // namespace

namespace {

struct Visit {
    QPromise<Response> promise; ///< where nobody answers it ends with the last of its owners, unanswered
    Response response;

    void reply()
    {
        promise.addResult(response);
        promise.finish();
    }
};

std::shared_ptr<Visit> begin(Hub &hub, const Request &request, const AnswerOf &answerOf,
                             const std::function<void(Room &room, const std::shared_ptr<Visit> &visit)> &then)
{
    const auto visit = std::make_shared<Visit>();
    visit->promise.start();
    hub.visit(
        {.user = request.caller->user, .device = request.caller->device},
        [visit, answerOf](Room &room) { visit->response = answerOf(room); },
        [visit, then](Room &room) { then(room, visit); });
    return visit;
}

} // namespace

Http::Answer visit(Hub &hub, const Request &request, const AnswerOf &answerOf)
{
    return begin(hub, request, answerOf, [](Room &, const auto &visit) { visit->reply(); })->promise.future();
}

Http::Answer visitAndStore(Hub &hub, const Request &request, const AnswerOf &answerOf)
{
    return begin(hub, request, answerOf,
                 [](Room &room, const auto &visit) { room.flush([visit] { visit->reply(); }); })
        ->promise.future();
}

Http::Answer command(Hub &hub, const Request &request, const QString &name, const Show &show)
{
    const auto wanted = Http::readBody(request, [&](Fields &fields) {
        return Wish{.command = Native::readCommand(name, fields),
                    .queueRevision = fields.optional(
                        "queue_rev"_L1, [&] { return Native::readRevision(fields, "queue_rev"_L1); })};
    });
    if (const auto *bad = std::get_if<Response>(&wanted))
        return *bad;
    return visit(hub, request, [wish = std::get<Wish>(wanted), show](Room &room) {
        auto fault = unlessAt(wish.queueRevision, room.session());
        if (!fault)
            fault = room.perform(wish.command);
        return fault ? refused(*fault) : show(room);
    });
}

} // namespace Sync
