// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSslSocket>

#include <memory>

namespace Testing {

/// Tls trusts any certificate.
enum class Over { Plain, Tls };
/// A client's that does so.
[[nodiscard]] QSslConfiguration anyCertificate();

/// A TCP connection for what no well-behaved client says. Reads, unless told not to, but answers nothing.
class RawClient : public QObject
{
    Q_OBJECT

public:
    enum class Reading { Yes, Never };

    explicit RawClient(quint16 port, Reading reading = Reading::Yes, Over over = Over::Plain);
    RawClient(quint16 port, Over over)
        : RawClient(port, Reading::Yes, over)
    {
    }

    void write(const QByteArray &bytes) { m_socket->write(bytes); }
    /// One that never read begins to.
    void readOn();
    /// Asks for a WebSocket of the plain wire, or of another by @p headers.
    void upgrade(const QByteArray &path = "/", const QByteArray &headers = {});

    [[nodiscard]] const QByteArray &received() const { return m_received; }
    [[nodiscard]] bool isUpgraded() const { return m_received.startsWith("HTTP/1.1 101 "); }
    [[nodiscard]] bool isClosed() const { return m_socket->state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] QTcpSocket &socket() { return *m_socket; }

private:
    const QByteArray m_host;
    QByteArray m_received;
    const std::unique_ptr<QTcpSocket> m_socket;
};

/// A client's WebSocket frame around @p payload: text, masked.
[[nodiscard]] QByteArray textFrame(const QByteArray &payload);
/// Says unasked that this client is there.
[[nodiscard]] QByteArray pongFrame();
/// The beginning of a client's frame that claims @p length bytes of text; @p isLast: nothing of the message
/// follows.
[[nodiscard]] QByteArray frameHeader(quint64 length, bool isFirst = true, bool isLast = true);

/// This process's memory that is really there.
[[nodiscard]] qint64 residentBytes();

} // namespace Testing
