// SPDX-License-Identifier: Apache-2.0
#include "sync/tv/pollsite.h"

#include "sync/http/parameters.h"
#include "sync/randomtext.h"
#include "sync/tv/limits.h"

#include <QJsonDocument>
#include <QPromise>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using Sync::Http::errorResponse;
using Sync::Http::jsonResponse;
using Sync::Http::Method;
using Sync::Http::Request;
using Sync::Http::Response;

namespace Sync::Tv {

namespace {

constexpr auto path = "/api/sync/poll";
constexpr int idBytes = 16;

Response noSuchPoll()
{
    return errorResponse(404, "no_such_poll", "this poll is over; open another", "poll");
}

bool isNew(const Request &request)
{
    return !QUrlQuery(QString::fromLatin1(request.head.query)).hasQueryItem(u"poll"_s);
}

/// A page of an old television sends what it likes as the type, so that nobody is asked whether it may.
std::variant<QJsonArray, Response> messagesIn(const QByteArray &body)
{
    auto parsed = parseObject(body);
    if (const auto *error = std::get_if<ParseError>(&parsed))
        return Http::badField(*error);
    auto &fields = std::get<Fields>(parsed);
    (void)fields.objects("messages"_L1, Limits::pollMessagesAtOnce);
    if (!fields.ok())
        return Http::badField(fields.fault());
    return QJsonDocument::fromJson(body).object().value("messages"_L1).toArray();
}

Response responseOf(const PollRelay::Heard &heard, const QByteArray &opened)
{
    if (heard.closed == int(QWebSocketProtocol::CloseCodePolicyViolated))
        return errorResponse(410, "superseded",
                             "this device has joined anew, elsewhere; do not come back by yourself");
    if (heard.closed)
        return noSuchPoll();
    QJsonObject json{{"messages"_L1, heard.messages}};
    if (opened.isEmpty())
        return jsonResponse(json);
    if (heard.messages.isEmpty())
        return errorResponse(503, "not_opened", "the hub did not answer itself; try again");
    json.insert("poll"_L1, QString::fromLatin1(opened));
    return jsonResponse(json);
}

} // namespace

PollSite::PollSite(std::function<QUrl()> own)
    : m_own(std::move(own))
{
    serveQuery(Method::Post, path, Role::Listener,
               [this](const Request &request, const auto &) { return post(request); });
    serveQuery(path, Role::Listener, [this](const Request &request, const auto &) { return hear(request); });
}

Http::Answer PollSite::post(const Request &request)
{
    if (isNew(request))
        return open(request);
    const auto found = find(request);
    if (const auto *refused = std::get_if<Response>(&found))
        return *refused;
    const auto messages = messagesIn(request.body);
    if (const auto *refused = std::get_if<Response>(&messages))
        return *refused;
    std::get<PollRelay *>(found)->say(std::get<QJsonArray>(messages));
    return Response{.status = 204};
}

Http::Answer PollSite::open(const Request &request)
{
    if (m_relays.size() >= std::size_t(Limits::polls)) {
        Response busy = errorResponse(503, "busy", "too many devices poll this hub; try again later");
        busy.headers.emplaceBack("Retry-After", "10");
        return busy;
    }
    QUrl address = m_own();
    address.setPath(u"/sync"_s);
    address.setQuery(u"tv="_s + QString::fromLatin1(request.tvToken.toPercentEncoding()));
    const QByteArray poll = randomText(idBytes);
    auto relay = std::make_unique<PollRelay>(*request.caller, address);
    // Queued: it is speaking.
    QObject::connect(
        relay.get(), &PollRelay::over, &m_context, [this, poll] { forget(poll); }, Qt::QueuedConnection);
    PollRelay &opened = *relay;
    m_relays.emplace(poll, std::move(relay));
    return ask(opened, poll);
}

Http::Answer PollSite::hear(const Request &request)
{
    if (request.head.method == Method::Head)
        return Http::onlyAllowed("GET, POST");
    const auto found = find(request);
    if (const auto *refused = std::get_if<Response>(&found))
        return *refused;
    return ask(*std::get<PollRelay *>(found), {});
}

std::variant<PollRelay *, Response> PollSite::find(const Request &request)
{
    Http::Parameters parameters(request.head.query);
    const QByteArray poll = parameters.text("poll").toLatin1();
    (void)parameters.text("t"); // some televisions keep what they have asked for before
    if (auto refused = parameters.refusal())
        return *std::move(refused);
    const auto found = m_relays.find(poll);
    if (found == m_relays.end() || found->second->caller().token != request.caller->token)
        return noSuchPoll();
    return found->second.get();
}

/// @p opened: the name of one that was made for this, whose hub speaks first.
Http::Answer PollSite::ask(PollRelay &relay, const QByteArray &opened)
{
    const auto promise = std::make_shared<QPromise<Response>>();
    promise->start();
    relay.ask([promise, opened](const PollRelay::Heard &heard) {
        if (promise->isCanceled())
            return false;
        promise->addResult(responseOf(heard, opened));
        promise->finish();
        return true;
    });
    return promise->future();
}

void PollSite::forget(const QByteArray &poll) { m_relays.erase(poll); }

} // namespace Sync::Tv
