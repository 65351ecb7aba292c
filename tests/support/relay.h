// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>

namespace Testing {

/// Stands between a server on this machine and its clients, and hands on what they say. It counts what is
/// asked, and can keep WebSockets from coming about, cut those there are, or be deaf altogether.
class Relay : public QObject
{
    Q_OBJECT

public:
    /// On a free port of its own.
    explicit Relay(quint16 to);

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// Where the server is from now on.
    void setTo(quint16 to) { m_to = to; }
    /// Requests so far, WebSockets not among them.
    [[nodiscard]] int requests() const { return m_requests; }
    [[nodiscard]] int webSockets() const { return m_webSockets; }
    /// Adds that, such as "Via: 1.1 me\r\n", to what is asked from now on.
    void addHeader(const QByteArray &header) { m_header = header; }
    /// Refuses them as a front does that knows none, and cuts those there are.
    void setWebSockets(bool allowed);

private:
    struct Way;

    void accept();
    void hear(Way &way);

    quint16 m_to;
    QByteArray m_header;
    int m_requests = 0;
    int m_webSockets = 0;
    bool m_allowsWebSockets = true;
    QTcpServer m_server;
};

} // namespace Testing
