// SPDX-License-Identifier: Apache-2.0
#include "sync/http/httpconnection.h"

#include "sync/http/signedurl.h"
#include "sync/http/tvaddress.h"
#include "sync/limits.h"
#include "sync/logging.h"

namespace Sync::Http {

HttpConnection::HttpConnection(std::unique_ptr<QTcpSocket> socket, const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_socket(std::move(socket))
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
    while (m_socket && !m_closing && !m_pump && !m_growingPump && !m_awaited && m_socket->bytesAvailable() > 0
           && readOne()) { }
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
    const Endpoint endpoint{.peer = m_socket->peerAddress(), .local = m_socket->localAddress()};
    m_openToAnyOrigin = isOpenToAnyOrigin(head);
    const bool preflight = m_openToAnyOrigin && isPreflight(head);
    if (const auto denied = checkOrigin(head, endpoint, m_services.gate)) {
        refuse(*denied, head);
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
                          .tvToken = isForTv(head) ? tvTokenIn(head) : QByteArray()};
    const Answer answer = preflight ? preflightResponse(head) : answerTo(request);
    if (const auto *response = std::get_if<Response>(&answer))
        respond(*response, head.method, head.keepAlive);
    else
        await(std::get<QFuture<Response>>(answer), head.method, head.keepAlive);
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

void HttpConnection::await(const QFuture<Response> &response, Method method, bool keepAlive)
{
    m_deadline.stop();
    m_awaited = std::make_unique<QFutureWatcher<Response>>();
    connect(m_awaited.get(), &QFutureWatcherBase::finished, this, [this, method, keepAlive] {
        const Response ready = m_awaited->future().isResultReadyAt(0)
            ? m_awaited->result()
            : errorResponse(503, "ending", "this hub is being shut down");
        m_awaited.release()->deleteLater(); // it is speaking
        respond(ready, method, keepAlive);
        readOn();
    });
    m_awaited->setFuture(response);
}

void HttpConnection::upgrade(const RequestHead &head, const Caller &caller)
{
    const auto purpose = purposeOf(head);
    if (const auto *denied = std::get_if<Denied>(&purpose))
        return refuse(*denied, head);
    m_deadline.stop();
    m_socket->disconnect(this);
    m_socket->setReadBufferSize(0);
    m_services.upgrade(std::move(m_socket), caller, std::get<Purpose>(purpose));
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
    if (response.growing && method != Method::Head)
        send(response.growing, keepAlive);
    else if (response.file && method != Method::Head)
        send(*response.file, keepAlive);
    else
        endResponse(keepAlive);
}

void HttpConnection::send(const FilePart &part, bool keepAlive)
{
    m_pump = std::make_unique<FilePump>(*m_socket, part);
    follow(m_pump, keepAlive);
}

void HttpConnection::send(const std::shared_ptr<GrowingFile> &file, bool keepAlive)
{
    m_growingPump = std::make_unique<GrowingPump>(*m_socket, file);
    follow(m_growingPump, keepAlive);
}

template <typename Pump> void HttpConnection::follow(std::unique_ptr<Pump> &pump, bool keepAlive)
{
    m_deadline.stop();
    connect(pump.get(), &Pump::finished, this, [this, &pump, keepAlive] {
        pump.release()->deleteLater(); // it is speaking
        endResponse(keepAlive);
        readOn();
    });
    connect(pump.get(), &Pump::failed, this, [this, &pump](const QString &sentence) {
        qCInfo(httpLog).noquote() << "A file was not sent to its end to"
                                  << m_socket->peerAddress().toString() + u':' << sentence;
        pump.release()->deleteLater();
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
    m_growingPump.reset();
    if (m_awaited)
        m_awaited->cancel();
    m_awaited.reset();
    deleteLater();
}

} // namespace Sync::Http
