// SPDX-License-Identifier: Apache-2.0
#include "sync/http/httpconnection.h"

#include "sync/http/filepump.h"
#include "sync/http/growingpump.h"
#include "sync/http/relaypump.h"
#include "sync/http/signedurl.h"
#include "sync/http/tlsonly.h"
#include "sync/http/tvaddress.h"
#include "sync/limits.h"
#include "sync/logging.h"
#include "sync/transport.h"

namespace Sync::Http {

namespace {

/// How another hub is asked for what is not here.
RequestHead elsewhereOf(RequestHead head, const Response &response)
{
    if (response.elsewhere.isEmpty())
        return head;
    const qsizetype end = response.elsewhere.indexOf('?');
    head.path = response.elsewhere.first(end < 0 ? response.elsewhere.size() : end);
    head.query = end < 0 ? QByteArray() : response.elsewhere.sliced(end + 1);
    return head;
}

} // namespace

HttpConnection::HttpConnection(std::unique_ptr<QTcpSocket> socket, const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_socket(std::move(socket))
    , m_secure(Transport(*m_socket).isSecure())
{
    m_socket->setReadBufferSize(Limits::requestHeadBytes + Limits::requestBodyBytes + 1);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &HttpConnection::readOn);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &HttpConnection::finish);
    m_deadline.setSingleShot(true);
    m_deadline.start(Limits::requestWithin);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        if (m_socket->bytesAvailable() > 0)
            respond(errorResponse(408, "timeout", "the request did not arrive in time"), Method::Get, false);
        m_socket->flush();
        m_socket->abort();
        finish();
    });
}

HttpConnection::~HttpConnection()
{
    if (m_socket)
        m_socket->disconnect(this); // it still speaks while it dies
}

void HttpConnection::readOn()
{
    while (m_socket && !m_closing && !m_pump && !m_awaited && m_socket->bytesAvailable() > 0 && readOne()) { }
}

bool HttpConnection::readOne()
{
    // The head is only looked at: a WebSocket handshake must still be there for whoever takes the socket
    // over.
    const QByteArray bytes = m_socket->peek(Limits::requestHeadBytes);
    const auto parsed = parseHead(bytes);
    if (std::holds_alternative<Incomplete>(parsed)) {
        if (bytes.size() < Limits::requestHeadBytes)
            return false;
        respond(errorResponse(431, "head_too_large", "the request head is larger than 16 KiB"), Method::Get,
                false);
        return false;
    }
    if (const auto *bad = std::get_if<BadRequest>(&parsed)) {
        qCDebug(httpLog) << "Bad request from" << m_socket->peerAddress() << bad->reason;
        respond(errorResponse(400, "bad_request", "this is not a request that can be answered"), Method::Get,
                false);
        return false;
    }
    return serve(std::get<RequestHead>(parsed));
}

/// False where there is nothing more to read for now.
bool HttpConnection::serve(const RequestHead &head)
{
    const Endpoint endpoint{
        .peer = m_socket->peerAddress(), .local = m_socket->localAddress(), .secure = m_secure};
    m_openToAnyOrigin = isOpenToAnyOrigin(head);
    const bool preflight = m_openToAnyOrigin && isPreflight(head);
    if (const auto denied = checkOrigin(head, endpoint, m_services.gate)) {
        refuse(*denied, head);
        return false;
    }
    if (m_services.tlsOnly)
        if (const auto insecure = unlessSecure(head, endpoint)) {
            respond(*insecure, head.method, false);
            return false;
        }
    const auto verdict = authorise(head, endpoint, m_services.gate);
    const auto *const caller = std::get_if<Caller>(&verdict);
    if (!caller && !preflight && (needsUser(head) || asksForWebSocket(head))) {
        refuse(std::get<Denied>(verdict), head);
        return false;
    }
    if (caller && asksForWebSocket(head)) {
        upgrade(head, *caller);
        return false;
    }
    if (!hasWhole(head))
        return false;
    m_socket->skip(head.bytes);
    RequestHead asked = head;
    if (isSigned(head))
        asked.query = withoutSignature(head.query);
    if (isForTv(head))
        asked.query = withoutTvToken(head.query);
    const Request request{.head = asked,
                          .body = m_socket->read(head.contentLength.value_or(0)),
                          .caller = caller ? std::optional(*caller) : std::nullopt,
                          .peer = endpoint.peer,
                          .secure = m_secure,
                          .tvToken = isForTv(head) ? tvTokenIn(head) : QByteArray()};
    const Answer answer = preflight ? preflightResponse(head) : answerTo(request);
    if (const auto *response = std::get_if<Response>(&answer))
        settle(asked, *response);
    else
        await(std::get<QFuture<Response>>(answer),
              [this, asked](const Response &later) { settle(asked, later); });
    return true;
}

/// The body is there, or there is none. One that is not taken ends the connection: what follows it cannot be
/// found.
bool HttpConnection::hasWhole(const RequestHead &head)
{
    if (!head.hasBody)
        return true;
    if (!head.contentLength) {
        respond(errorResponse(411, "length_required", "a body must come with its Content-Length"),
                head.method, false);
        return false;
    }
    if (*head.contentLength > Limits::requestBodyBytes) {
        respond(errorResponse(413, "body_too_large", "a request body may have 64 KiB at most"), head.method,
                false);
        return false;
    }
    return m_socket->bytesAvailable() >= head.bytes + *head.contentLength;
}

Answer HttpConnection::answerTo(const Request &request) const
{
    for (const auto &site : m_services.sites)
        if (auto answer = site->answer(request))
            return *std::move(answer);
    return answer(request.head, m_services.health());
}

void HttpConnection::await(const QFuture<Response> &response,
                           const std::function<void(const Response &)> &then)
{
    m_deadline.stop();
    m_awaited = std::make_unique<QFutureWatcher<Response>>();
    connect(m_awaited.get(), &QFutureWatcherBase::finished, this, [this, then] {
        const Response ready = m_awaited->future().isResultReadyAt(0)
            ? m_awaited->result()
            : errorResponse(503, "ending", "this hub is being shut down");
        m_awaited.release()->deleteLater(); // it is speaking
        then(ready);
        readOn();
    });
    m_awaited->setFuture(response);
}

/// What is not here may be at another hub.
void HttpConnection::settle(const RequestHead &head, const Response &response)
{
    const auto respondTo = [this, method = head.method, keepAlive = head.keepAlive](const Response &found) {
        respond(found, method, keepAlive);
    };
    const auto other = response.status == 404 && m_services.elsewhere
        ? m_services.elsewhere(elsewhereOf(head, response), response)
        : std::nullopt;
    if (other)
        await(*other, respondTo);
    else
        respondTo(response);
}

void HttpConnection::upgrade(const RequestHead &head, const Caller &caller)
{
    const auto purpose = purposeOf(head);
    if (const auto *denied = std::get_if<Denied>(&purpose))
        return refuse(*denied, head);
    m_deadline.stop();
    m_socket->disconnect(this);
    m_socket->setReadBufferSize(0);
    // Later: it is speaking, and with TLS is still at work when it has been heard.
    QMetaObject::invokeMethod(
        this, [this, caller, purpose = std::get<Purpose>(purpose)] { handOver(caller, purpose); },
        Qt::QueuedConnection);
}

void HttpConnection::handOver(const Caller &caller, const Purpose &purpose)
{
    m_services.upgrade(std::move(m_socket), caller, purpose);
    deleteLater();
}

void HttpConnection::refuse(const Denied &denied, const RequestHead &head)
{
    respond({.status = denied.status, .body = denied.json}, head.method, false);
}

void HttpConnection::respond(Response response, Method method, bool keepAlive)
{
    if (m_openToAnyOrigin)
        allowAnyOrigin(response);
    m_socket->write(serialize(response, method, keepAlive));
    if (auto pump = method == Method::Head ? nullptr : pumpFor(response))
        follow(std::move(pump), keepAlive);
    else
        endResponse(keepAlive);
}

/// None where the body is all there is.
std::unique_ptr<Pump> HttpConnection::pumpFor(const Response &response) const
{
    if (response.relayed)
        return std::make_unique<RelayPump>(*m_socket, *response.relayed);
    if (response.growing)
        return std::make_unique<GrowingPump>(*m_socket, response.growing);
    return response.file ? FilePump::begin(*m_socket, *response.file) : nullptr;
}

void HttpConnection::follow(std::unique_ptr<Pump> pump, bool keepAlive)
{
    m_deadline.stop();
    m_pump = std::move(pump);
    connect(m_pump.get(), &Pump::finished, this, [this, keepAlive] {
        m_pump.release()->deleteLater(); // it is speaking
        endResponse(keepAlive);
        readOn();
    });
    connect(m_pump.get(), &Pump::failed, this, [this](const QString &sentence) {
        qCInfo(httpLog).noquote() << "A file was not sent to its end to"
                                  << m_socket->peerAddress().toString() + u':' << sentence;
        m_pump.release()->deleteLater();
        m_socket->abort();
    });
}

void HttpConnection::endResponse(bool keepAlive)
{
    if (keepAlive) {
        m_deadline.start(Limits::keepAliveIdle);
        return;
    }
    m_closing = true;
    m_socket->disconnectFromHost();
}

void HttpConnection::finish()
{
    m_deadline.stop();
    m_pump.reset();
    if (m_awaited)
        m_awaited->cancel();
    m_awaited.reset();
    deleteLater();
}

} // namespace Sync::Http
