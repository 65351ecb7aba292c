// SPDX-License-Identifier: Apache-2.0
#include "sync/transport.h"

#include <QSslSocket>

#include <sys/socket.h>

namespace Sync {

Transport::Transport(QTcpSocket &socket)
    : m_socket(&socket)
    , m_secure(qobject_cast<QSslSocket *>(&socket))
    , m_descriptor(int(socket.socketDescriptor()))
{
}

qint64 Transport::waiting() const
{
    return m_socket->bytesToWrite() + (m_secure ? m_secure->encryptedBytesToWrite() : 0);
}

void Transport::send(QByteArrayView bytes) const
{
    // A buffered write switches a notifier on and off for each frame.
    qsizetype sent = 0;
    if (!m_secure && m_socket->bytesToWrite() == 0)
        sent = qMax(ssize_t(0),
                    ::send(m_descriptor, bytes.data(), size_t(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL));
    if (sent < bytes.size())
        m_socket->write(bytes.data() + sent, bytes.size() - sent);
}

QMetaObject::Connection Transport::whenSent(QObject *context, const std::function<void()> &then,
                                            Qt::ConnectionType type) const
{
    return m_secure ? QObject::connect(m_secure, &QSslSocket::encryptedBytesWritten, context, then, type)
                    : QObject::connect(m_socket, &QTcpSocket::bytesWritten, context, then, type);
}

} // namespace Sync
