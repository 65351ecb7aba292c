// SPDX-License-Identifier: Apache-2.0
#include "sync/http/elsewhere.h"

#include "sync/discovery/addresses.h"
#include "sync/limits.h"
#include "sync/tls/fingerprint.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPointer>
#include <QPromise>
#include <QSslCertificate>
#include <QTimer>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sync::Http {

namespace {

constexpr QByteArrayView way{"1.1 segue"}; // as `Via` names us, RFC 9110, 7.6.3
constexpr std::array<QByteArrayView, 3> places{"/media/", "/art/", "/api/v1/tracks/"};
constexpr std::array handedOn{200, 206, 304, 307};
constexpr std::array<const char *, 4> asked{"Range", "If-Range", "If-None-Match", "If-Modified-Since"};
constexpr std::array<const char *, 5> answered{"Accept-Ranges", "Content-Range", "ETag", "Last-Modified",
                                               "Location"};

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// It is none of our own addresses, but a stream on the web.
bool leadsToStation(const QNetworkReply &reply)
{
    const QString scheme = QUrl::fromEncoded(reply.rawHeader("Location"), QUrl::StrictMode).scheme();
    return scheme == "http"_L1 || scheme == "https"_L1;
}

/// Nothing where that hub does not have it, or whoever asks could not read it.
std::optional<Response> responseFrom(const std::shared_ptr<QNetworkReply> &reply, const RequestHead &head)
{
    Response response{.status = statusOf(*reply), .contentType = reply->rawHeader("Content-Type")};
    if (response.status == 416)
        response = errorResponse(416, "out_of_range", "the file is shorter than that");
    else if (std::ranges::find(handedOn, response.status) == handedOn.end()
             || (response.status == 307 && !leadsToStation(*reply)))
        return std::nullopt;
    response.cacheControl = reply->rawHeader("Cache-Control");
    for (const char *name : answered)
        if (reply->hasRawHeader(name))
            response.headers.emplaceBack(name, reply->rawHeader(name));
    if (response.status != 200 && response.status != 206)
        return response;
    const QVariant length = reply->header(QNetworkRequest::ContentLengthHeader);
    if (!length.isValid() && !head.takesChunks)
        return std::nullopt;
    response.relayed = Relayed{
        .reply = reply, .length = length.isValid() ? std::optional(length.toLongLong()) : std::nullopt};
    return response;
}

} // namespace

struct Elsewhere::Search {
    RequestHead head;
    Response otherwise;
    QList<Neighbour> left;
    QPromise<Response> promise{};
    std::shared_ptr<QNetworkReply> reply{}; ///< until it has been decided about

    void end(const Response &response)
    {
        promise.addResult(response);
        promise.finish();
    }
};

bool mayBeElsewhere(const RequestHead &head)
{
    return (head.method == Method::Get || head.method == Method::Head) && !head.lists("Via", way)
        && std::ranges::any_of(places, [&](QByteArrayView place) { return head.path.startsWith(place); });
}

Elsewhere::Elsewhere(Asks asks)
    : m_asks(asks)
{
    m_network.setProxy(QNetworkProxy::NoProxy); // a hub is of this network
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

std::optional<QFuture<Response>> Elsewhere::ask(const RequestHead &head, const Response &otherwise)
{
    if (m_neighbours.isEmpty() || !mayBeElsewhere(head))
        return std::nullopt;
    const auto search = std::make_shared<Search>(head, otherwise, m_neighbours);
    search->promise.start();
    askNext(search);
    return search->promise.future();
}

void Elsewhere::askNext(const std::shared_ptr<Search> &search)
{
    if (search->left.isEmpty() || search->promise.isCanceled())
        return search->end(search->otherwise);
    search->reply = send(search->left.takeFirst(), search->head);
    QNetworkReply *const reply = search->reply.get();
    connect(reply, &QNetworkReply::metaDataChanged, this, [this, search] { decide(search); });
    connect(reply, &QNetworkReply::finished, this, [this, search] { decide(search); });
    QTimer::singleShot(Limits::neighbourAnswersWithin, reply, [reply, waiting = std::weak_ptr(search)] {
        if (const auto undecided = waiting.lock(); undecided && undecided->reply.get() == reply)
            reply->abort(); // which finishes it
    });
}

std::shared_ptr<QNetworkReply> Elsewhere::send(const Neighbour &to, const RequestHead &head)
{
    QUrl url = Discovery::httpUrlOf(to.url);
    url.setPath(QString::fromLatin1(head.path), QUrl::TolerantMode);
    if (!head.query.isEmpty())
        url.setQuery(QString::fromLatin1(head.query));
    QNetworkRequest request(url);
    request.setSslConfiguration(Tls::clientConfiguration(to.url));
    // Qt opens no more than six connections to what it takes for one host. Who is there is verified by the
    // pin.
    request.setPeerVerifyName(QString::number(++m_requests));
    if (!to.key.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + to.key);
    if (m_asks == Asks::AsHub)
        request.setRawHeader("Via", way.toByteArray());
    request.setRawHeader("Accept-Encoding", "identity"); // it is handed on as it is
    for (const char *name : asked)
        if (const auto value = head.header(name))
            request.setRawHeader(name, *value);
    QNetworkReply *const reply =
        head.method == Method::Head ? m_network.head(request) : m_network.get(request);
    reply->setReadBufferSize(Limits::relayedAhead);
    connect(reply, &QNetworkReply::sslErrors, this, [reply, pin = Tls::pinIn(to.url)] {
        if (Tls::matches(pin, reply->sslConfiguration().peerCertificate()))
            reply->ignoreSslErrors();
    });
    return {reply, [known = QPointer(reply)](QNetworkReply *) {
                if (!known) // it went with the manager
                    return;
                known->abort();
                known->deleteLater();
            }};
}

/// Once the hub has said what it has, or that it has nothing.
void Elsewhere::decide(const std::shared_ptr<Search> &search)
{
    if (statusOf(*search->reply) == 0 && !search->reply->isFinished())
        return;
    const auto reply = std::exchange(search->reply, nullptr);
    reply->disconnect(this);
    if (const auto response = responseFrom(reply, search->head))
        return search->end(*response);
    askNext(search);
}

} // namespace Sync::Http
