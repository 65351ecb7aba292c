// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>

#include <list>

class QTcpSocket;

namespace Testing {

/// The network between a server on this machine and whoever connects here instead. When it is cut nothing
/// comes through and nobody is told so; once it is mended everything that was said meanwhile arrives, late.
class Wire : public QObject
{
    Q_OBJECT

public:
    /// On a free port of its own.
    explicit Wire(quint16 to);
    ~Wire() override;

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    void cut() { m_isCut = true; }
    void mend();

private:
    struct Way;

    void accept();
    void carry(Way &way);

    const quint16 m_to;
    bool m_isCut = false;
    std::list<Way> m_ways;
    QTcpServer m_server;
};

} // namespace Testing
