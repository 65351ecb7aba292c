// SPDX-License-Identifier: Apache-2.0
#include "sync/http/entrance.h"

#include "sync/limits.h"
#include "sync/logging.h"

#include <QHostAddress>

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace Sync::Http {

namespace {

constexpr char tlsHandshake = 0x16; // RFC 8446, 5.1; no HTTP request begins with it

} // namespace

Entrance::Entrance(int descriptor, std::unique_ptr<QObject> seat, const QSslConfiguration &tls, Opened opened,
                   QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
    , m_seat(std::move(seat))
    , m_tls(tls)
    , m_opened(std::move(opened))
    , m_readable(descriptor, QSocketNotifier::Read)
{
    connect(&m_readable, &QSocketNotifier::activated, this, &Entrance::look);
    m_deadline.setSingleShot(true);
    m_deadline.start(Limits::tlsWithin);
    connect(&m_deadline, &QTimer::timeout, this, &Entrance::end);
}

Entrance::~Entrance()
{
    m_readable.setEnabled(false);
    if (m_socket)
        m_socket->disconnect(this); // it still speaks while it dies
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void Entrance::look()
{
    char first = 0;
    const ssize_t got = ::recv(m_descriptor, &first, 1, MSG_PEEK | MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    m_readable.setEnabled(false);
    if (got <= 0)
        return end();
    if (first == tlsHandshake)
        return beginTls();
    auto socket = std::make_unique<QTcpSocket>();
    if (handTo(*socket))
        open(std::move(socket));
    else
        end();
}

void Entrance::beginTls()
{
    m_socket = std::make_unique<QSslSocket>();
    if (!handTo(*m_socket))
        return end();
    connect(m_socket.get(), &QSslSocket::encrypted, this, [this] {
        m_socket->disconnect(this);
        open(std::move(m_socket));
    });
    connect(m_socket.get(), &QAbstractSocket::errorOccurred, this, [this] {
        qCDebug(httpLog) << "No TLS with" << m_socket->peerAddress() << m_socket->errorString();
        end();
    });
    m_socket->setSslConfiguration(m_tls);
    m_socket->startServerEncryption();
}

void Entrance::open(std::unique_ptr<QTcpSocket> socket)
{
    m_deadline.stop();
    m_seat.release()->setParent(socket.get());
    m_opened(std::move(socket));
    deleteLater();
}

void Entrance::end()
{
    m_readable.setEnabled(false);
    m_deadline.stop();
    deleteLater();
}

bool Entrance::handTo(QTcpSocket &socket)
{
    if (!socket.setSocketDescriptor(m_descriptor))
        return false;
    m_descriptor = -1;
    return true;
}

} // namespace Sync::Http
