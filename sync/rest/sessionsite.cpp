// SPDX-License-Identifier: Apache-2.0
#include "sync/rest/sessionsite.h"

#include "sync/http/parameters.h"
#include "sync/hub/hub.h"
#include "sync/hub/queuepage.h"
#include "sync/protocol/nativefields.h"
#include "sync/rest/visiting.h"

#include <QJsonArray>

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

Response queueOf(Room &room) { return jsonResponse(queueHead(room.session())); }

Response pageOf(Room &room, const Http::Page &page)
{
    return jsonResponse(queuePage(room, page.offset, page.limit));
}

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
    Farewell farewell{.device = Native::readDeviceId(fields, "device"_L1),
                      .leave = Native::Leave::from(fields)};
    if (!fields.ok())
        return Http::badField(fields.fault());
    return farewell;
}

} // namespace

SessionSite::SessionSite(Hub &hub)
    : m_hub(hub)
{
    serve(Method::Get, "/api/v1/session", Role::Listener,
          [this](const Request &request, const auto &) { return visit(m_hub, request, sessionOf); });
    for (const char *name : {"play", "play_item", "pause", "resume", "seek", "next", "previous", "modes"})
        addCommand("/api/v1/session/", name, sessionOf);
    serveQuery("/api/v1/queue", Role::Listener,
               [this](const Request &request, const auto &) { return queue(request); });
    for (const char *name : {"enqueue", "move", "remove", "clear", "undo", "redo"})
        addCommand("/api/v1/queue/", name, queueOf);
    serve(Method::Post, "/api/sync/leave", Role::Listener,
          [this](const Request &request, const auto &) { return leave(request); });
}

void SessionSite::addCommand(const QByteArray &path, const char *name, const Show &show)
{
    serve(Method::Post, path + name, Role::Controller,
          [this, name, show](const Request &request, const auto &) {
              return command(m_hub, request, QString::fromLatin1(name), show);
          });
}

Http::Answer SessionSite::queue(const Request &request)
{
    Http::Parameters parameters(request.head.query);
    const Http::Page page = parameters.page();
    if (auto bad = parameters.refusal())
        return *std::move(bad);
    return visit(m_hub, request, [page](Room &room) { return pageOf(room, page); });
}

/// Like the native `leave`: answered once what it caused is stored. A connection that is not there any more
/// changes nothing.
Http::Answer SessionSite::leave(const Request &request)
{
    const auto read = readFarewell(request.body);
    if (const auto *bad = std::get_if<Response>(&read))
        return *bad;
    Request asked = request; // this machine's own pages have no token that would tell
    asked.caller->device = std::get<Farewell>(read).device;
    return visitAndStore(m_hub, asked, [farewell = std::get<Farewell>(read)](Room &room) -> Response {
        const auto device = room.session().deviceOf(farewell.leave.connection);
        if (device && *device != farewell.device)
            return errorResponse(403, "other_device", "this connection is another device's", "device");
        room.letGo(farewell.leave);
        return {.status = 204};
    });
}

} // namespace Sync
