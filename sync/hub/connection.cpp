// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/connection.h"

#include "sync/limits.h"
#include "sync/logging.h"

#include <QTcpSocket>
#include <QWebSocket>

using namespace Qt::StringLiterals;

namespace Sync {

Connection::Connection(QWebSocket *socket, QTcpSocket *transport, ConnectionId id, Native::Wire wire,
                       Caller caller, HubTime now)
    : m_transport(*transport)
    , m_wire(wire)
    , m_socket(socket)
    , m_id(id)
    , m_caller(std::move(caller))
    , m_since(now)
    , m_lastHeard(now)
{
    m_socket->setParent(this);
    m_socket->setMaxAllowedIncomingFrameSize(Limits::messageBytes);
    m_socket->setMaxAllowedIncomingMessageSize(Limits::messageBytes);
    // Said before the descriptor is closed, and may then be another connection's.
    connect(transport, &QTcpSocket::stateChanged, this, [this] { m_transport = Transport(); });
    connect(m_socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { take(text.toUtf8()); });
    connect(m_socket, &QWebSocket::binaryMessageReceived, this, &Connection::take);
    connect(m_socket, &QWebSocket::pong, this, [this] {
        hear();
        Q_EMIT answeredPing();
    });
    connect(m_socket, &QWebSocket::disconnected, this, [this] {
        if (!std::exchange(m_ended, true) && m_started)
            Q_EMIT closed();
    });
}

Connection::~Connection()
{
    m_ended = true;
    m_socket->disconnect(this); // it still speaks while it dies
}

QString Connection::peer() const { return m_socket->peerAddress().toString(); }

void Connection::hear() { m_lastHeard = HubClock::now(); }

void Connection::take(const QByteArray &message)
{
    hear();
    if (m_closing)
        return;
    if (m_started)
        Q_EMIT received(message);
    else if (m_held.size() < Limits::messagesHeld)
        m_held.append(message);
    else
        abort(u"it does not wait for its first word"_s);
}

void Connection::start()
{
    const bool endedBefore = m_ended;
    m_started = true;
    for (const QByteArray &message : std::exchange(m_held, {}))
        Q_EMIT received(message);
    if (endedBefore)
        Q_EMIT closed();
}

void Connection::send(const Frame &frame)
{
    if (m_ended || m_closing || !m_transport)
        return;
    m_transport.send(frame.bytes());
    if (m_transport.waiting() > Limits::pendingBytes)
        abort(u"it does not read"_s);
}

bool Connection::keepsUp()
{
    if (m_ended || m_closing || !m_transport || m_lagging)
        return false;
    m_lagging = m_transport.waiting() > Limits::laggingBytes;
    if (m_lagging)
        watchBacklog();
    return !m_lagging;
}

void Connection::watchBacklog()
{
    m_backlog = m_transport.whenSent(this, [this] { noteSent(); });
}

void Connection::noteSent()
{
    if (!m_lagging || !m_transport || m_transport.waiting() > 0)
        return;
    m_lagging = false;
    disconnect(m_backlog);
    Q_EMIT caughtUp();
}

void Connection::close(const QString &reason)
{
    m_closing = true;
    m_socket->close(QWebSocketProtocol::CloseCodePolicyViolated, reason);
}

void Connection::abort(const QString &reason)
{
    if (std::exchange(m_ended, true))
        return;
    qCInfo(hubLog).noquote() << "Connection" << m_id << "from" << peer() << "is dropped:" << reason;
    m_socket->abort();
    if (m_started)
        Q_EMIT closed();
}

} // namespace Sync
