// SPDX-License-Identifier: Apache-2.0
#include "sync/http/httpconnection.h"

#include "sync/http/upgrade.h"
#include "sync/limits.h"
#include "sync/logging.h"

namespace Sync::Http {

HttpConnection::HttpConnection(std::unique_ptr<QTcpSocket> socket, const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_socket(std::move(socket))
{
    m_socket->setReadBufferSize(Limits::requestHeadBytes + 1);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &HttpConnection::readOn);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &HttpConnection::finish);
    m_deadline.setSingleShot(true);
    m_deadline.start(Limits::requestHeadWithin);
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
    while (m_socket && !m_closing && !m_pump && m_socket->bytesAvailable() > 0 && readOne()) { }
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
    serve(std::get<RequestHead>(parsed));
    return true;
}

void HttpConnection::serve(const RequestHead &head)
{
    const Endpoint endpoint{.peer = m_socket->peerAddress(), .local = m_socket->localAddress()};
    if (const auto denied = checkOrigin(head, endpoint, m_services.gate))
        return refuse(*denied, head);
    QString user;
    if (needsUser(head)) {
        const auto verdict = authorise(head, endpoint, m_services.gate);
        if (const auto *denied = std::get_if<Denied>(&verdict))
            return refuse(*denied, head);
        user = std::get<Allowed>(verdict).user;
    }
    if (asksForWebSocket(head))
        return upgrade(head, user);
    m_socket->skip(head.bytes);
    // A body is not read, so what follows it cannot be found.
    respond(responseTo(head), head.method, head.keepAlive && !head.hasBody);
}

Response HttpConnection::responseTo(const RequestHead &head) const
{
    if (head.hasBody)
        return answer(head, m_services.health());
    if (m_services.media && asksForMedia(head))
        return answerMedia(head, *m_services.media);
    if (const auto response = m_services.site ? m_services.site->answer(head) : std::nullopt)
        return *response;
    return answer(head, m_services.health());
}

void HttpConnection::upgrade(const RequestHead &head, const QString &user)
{
    const auto wire = chooseWire(head);
    if (const auto *denied = std::get_if<Denied>(&wire))
        return refuse(*denied, head);
    m_deadline.stop();
    m_socket->disconnect(this);
    m_socket->setReadBufferSize(0);
    m_services.upgrade(std::move(m_socket), user, std::get<Native::Wire>(wire));
    deleteLater();
}

void HttpConnection::refuse(const Denied &denied, const RequestHead &head)
{
    respond({.status = denied.status, .body = denied.json}, head.method, false);
}

void HttpConnection::respond(const Response &response, Method method, bool keepAlive)
{
    m_socket->write(serialize(response, method, keepAlive));
    if (response.file && method != Method::Head)
        send(*response.file, keepAlive);
    else
        endResponse(keepAlive);
}

void HttpConnection::send(const FilePart &part, bool keepAlive)
{
    m_deadline.stop();
    m_pump = std::make_unique<FilePump>(*m_socket, part);
    connect(m_pump.get(), &FilePump::finished, this, [this, keepAlive] {
        m_pump.release()->deleteLater(); // it is speaking
        endResponse(keepAlive);
        readOn();
    });
    connect(m_pump.get(), &FilePump::failed, this, [this](const QString &sentence) {
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
    deleteLater();
}

} // namespace Sync::Http
