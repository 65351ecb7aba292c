// SPDX-License-Identifier: Apache-2.0
#include "sync/rest/sessionsite.h"

#include "sync/http/parameters.h"
#include "sync/hub/hub.h"
#include "sync/protocol/nativefields.h"

#include <QJsonArray>
#include <QPromise>

using namespace Qt::StringLiterals;
using Sync::Http::errorResponse;
using Sync::Http::jsonResponse;
using Sync::Http::Method;
using Sync::Http::Request;
using Sync::Http::Response;

namespace Sync {

namespace {

Response sessionOf(Room &room)
{
    QJsonObject json;
    room.state().write(json);
    json.insert("now_us"_L1, qint64(HubClock::now().time_since_epoch().count()));
    return jsonResponse(json);
}

QJsonObject toJson(const Session &session)
{
    return {{"queue_rev"_L1, session.queueRevision()},
            {"total"_L1, session.queue().items().size()},
            {"can_undo"_L1, session.canUndo()},
            {"can_redo"_L1, session.canRedo()}};
}

Response queueOf(Room &room) { return jsonResponse(toJson(room.session())); }

QJsonObject toJson(const QueueItem &item, const std::optional<TrackInfo> &track)
{
    QJsonObject json{{"item"_L1, qint64(item.id)}, {"track_id"_L1, qint64(item.track)}};
    Native::writeContext(json, item.context);
    if (!track)
        return json;
    json.insert("title"_L1, track->title);
    json.insert("artist"_L1, track->artist);
    json.insert("album"_L1, track->album);
    json.insert("duration_ms"_L1, qint64(track->duration.count()));
    return json;
}

Response queuePage(Room &room, const Http::Page &page)
{
    QJsonArray items;
    for (const QueueItem &item : room.session().queue().items().mid(page.offset, page.limit))
        items.append(toJson(item, room.track(item.track)));
    QJsonObject json = toJson(room.session());
    json.insert("offset"_L1, page.offset);
    json.insert("items"_L1, items);
    return jsonResponse(json);
}

Response refused(const Native::Fault &fault)
{
    return errorResponse(409, "refused", fault.reason.toUtf8(), fault.field.toUtf8());
}

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

/// The last word of a page that is closed.
struct Farewell {
    QString device;
    Native::Leave leave;
};

/// As a page's sendBeacon() can post it: of the type of plain text as well.
std::variant<Farewell, Response> readFarewell(const QByteArray &body)
{
    auto parsed = parseObject(body);
    if (const auto *error = std::get_if<ParseError>(&parsed))
        return Http::badField(*error);
    auto &fields = std::get<Fields>(parsed);
    const Farewell farewell{.device = Native::readDeviceId(fields, "device"_L1),
                            .leave = Native::Leave::from(fields)};
    if (!fields.ok())
        return Http::badField(fields.fault());
    return farewell;
}

/// An answer made elsewhere. Where that ends first, it ends unanswered with the last of the copies.
std::shared_ptr<QPromise<Response>> promised()
{
    auto promise = std::make_shared<QPromise<Response>>();
    promise->start();
    return promise;
}

void keep(QPromise<Response> &promise, Response response)
{
    promise.addResult(std::move(response));
    promise.finish();
}

} // namespace

SessionSite::SessionSite(Hub &hub)
    : m_hub(hub)
{
    serve(Method::Get, "/api/v1/session", Role::Listener,
          [this](const Request &request, const auto &) { return ask(request, sessionOf); });
    for (const char *name : {"play", "play_item", "pause", "resume", "seek", "next", "previous", "modes"})
        addCommand("/api/v1/session/", name, sessionOf);
    serve(Method::Get, "/api/v1/queue", Role::Listener,
          [this](const Request &request, const auto &) { return queue(request); });
    for (const char *name : {"enqueue", "move", "remove", "clear", "undo", "redo"})
        addCommand("/api/v1/queue/", name, queueOf);
    serve(Method::Post, "/api/sync/leave", Role::Listener,
          [this](const Request &request, const auto &) { return leave(request); });
}

void SessionSite::addCommand(const QByteArray &path, const char *name, Show show)
{
    serve(Method::Post, path + name, Role::Controller,
          [this, name, show](const Request &request, const auto &) {
              return command(request, QString::fromLatin1(name), show);
          });
}

Http::Answer SessionSite::ask(const Request &request, std::function<Response(Room &)> what)
{
    const auto promise = promised();
    m_hub.visit(request.caller->user,
                [promise, what = std::move(what)](Room &room) { keep(*promise, what(room)); });
    return promise->future();
}

Http::Answer SessionSite::command(const Request &request, const QString &name, Show show)
{
    const auto wanted = Http::readBody(request, [&](Fields &fields) {
        return Wish{.command = Native::readCommand(name, fields),
                    .queueRevision = fields.optional(
                        "queue_rev"_L1, [&] { return Native::readRevision(fields, "queue_rev"_L1); })};
    });
    if (const auto *bad = std::get_if<Response>(&wanted))
        return *bad;
    return ask(request, [wish = std::get<Wish>(wanted), show](Room &room) {
        auto fault = unlessAt(wish.queueRevision, room.session());
        if (!fault)
            fault = room.perform(wish.command);
        return fault ? refused(*fault) : show(room);
    });
}

Http::Answer SessionSite::queue(const Request &request)
{
    Http::Parameters parameters(request.head.query);
    const Http::Page page = parameters.page();
    if (auto bad = parameters.refusal())
        return *std::move(bad);
    return ask(request, [page](Room &room) { return queuePage(room, page); });
}

/// Like the native `leave`: answered once what it caused is stored. A connection that is not there any more
/// changes nothing.
Http::Answer SessionSite::leave(const Request &request)
{
    const auto read = readFarewell(request.body);
    if (const auto *bad = std::get_if<Response>(&read))
        return *bad;
    const auto promise = promised();
    m_hub.visit(request.caller->user, [promise, farewell = std::get<Farewell>(read)](Room &room) {
        const auto device = room.session().deviceOf(farewell.leave.connection);
        if (device && *device != farewell.device)
            return keep(*promise,
                        errorResponse(403, "other_device", "this connection is another device's", "device"));
        room.letGo(farewell.leave);
        room.flush([promise] { keep(*promise, {.status = 204}); });
    });
    return promise->future();
}

} // namespace Sync
