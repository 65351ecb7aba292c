// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSocketNotifier>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

#include <functional>
#include <memory>

namespace Sync::Http {

/// A connection that has not shown yet how it speaks. Its first byte tells, and is only looked at; where it
/// begins TLS, that is begun. Within Limits::tlsWithin it is opened or closed. HTTP thread. Deletes itself.
class Entrance : public QObject
{
    Q_OBJECT

public:
    using Opened = std::function<void(std::unique_ptr<QTcpSocket>)>;

    /// Takes @p descriptor over. @p seat becomes the socket's child.
    Entrance(int descriptor, std::unique_ptr<QObject> seat, const QSslConfiguration &tls, Opened opened,
             QObject *parent);
    ~Entrance() override;

private:
    void look();
    void beginTls();
    void open(std::unique_ptr<QTcpSocket> socket);
    void end();
    [[nodiscard]] bool handTo(QTcpSocket &socket);

    int m_descriptor; ///< -1 once a socket has it
    std::unique_ptr<QObject> m_seat;
    const QSslConfiguration m_tls;
    const Opened m_opened;
    QSocketNotifier m_readable;
    QTimer m_deadline;
    std::unique_ptr<QSslSocket> m_socket; ///< during the handshake
};

} // namespace Sync::Http
