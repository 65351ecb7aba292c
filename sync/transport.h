// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QMetaObject>

#include <functional>

class QSslSocket;
class QTcpSocket;

namespace Sync {

/// A connected socket, and all in which one with TLS differs from one without for those who write to it. Does
/// not own it. The socket's thread.
class Transport
{
public:
    Transport() = default;
    explicit Transport(QTcpSocket &socket);

    [[nodiscard]] explicit operator bool() const { return m_socket != nullptr; }
    /// What goes through it is encrypted.
    [[nodiscard]] bool isSecure() const { return m_secure != nullptr; }
    /// Bytes that were written and are not yet the kernel's.
    [[nodiscard]] qint64 waiting() const;
    /// Straight to the kernel while nothing is waiting; what is to be encrypted goes through the socket's
    /// buffer.
    void send(QByteArrayView bytes) const;
    /// Calls @p then each time less is waiting.
    QMetaObject::Connection whenSent(QObject *context, const std::function<void()> &then,
                                     Qt::ConnectionType type = Qt::AutoConnection) const;

private:
    QTcpSocket *m_socket = nullptr;
    QSslSocket *m_secure = nullptr; ///< the same one, where it speaks TLS
    int m_descriptor = -1;
};

} // namespace Sync
