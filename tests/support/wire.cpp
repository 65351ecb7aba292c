// SPDX-License-Identifier: Apache-2.0
#include "support/wire.h"

#include <QTcpSocket>

namespace Testing {

struct Wire::Way {
    std::unique_ptr<QTcpSocket> client;
    QTcpSocket server;
};

Wire::Wire(quint16 to)
    : m_to(to)
{
    connect(&m_server, &QTcpServer::newConnection, this, &Wire::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("No free port: %s", qPrintable(m_server.errorString()));
}

Wire::~Wire()
{
    for (const Way &way : m_ways) {
        way.client->disconnect(this);
        way.server.disconnect(this);
    }
}

void Wire::accept()
{
    while (QTcpSocket *const client = m_server.nextPendingConnection()) {
        client->setParent(nullptr);
        Way &way = m_ways.emplace_back();
        way.client.reset(client);
        const auto carryThat = [this, &way] { carry(way); };
        for (QTcpSocket *const end : {client, &way.server}) {
            connect(end, &QIODevice::readyRead, this, carryThat);
            connect(end, &QAbstractSocket::disconnected, this, carryThat);
        }
        connect(&way.server, &QAbstractSocket::connected, this, carryThat);
        connect(&way.server, &QAbstractSocket::errorOccurred, this, carryThat); // nobody is there
        way.server.connectToHost(QHostAddress::LocalHost, m_to);
        carry(way);
    }
}

void Wire::mend()
{
    m_isCut = false;
    for (Way &way : m_ways)
        carry(way);
}

/// What one end has said to the other, that it has gone included.
void Wire::carry(Way &way)
{
    if (m_isCut)
        return;
    if (way.server.state() == QAbstractSocket::ConnectedState)
        way.server.write(way.client->readAll());
    if (way.client->state() == QAbstractSocket::ConnectedState)
        way.client->write(way.server.readAll());
    if (way.server.state() == QAbstractSocket::UnconnectedState)
        way.client->disconnectFromHost();
    if (way.client->state() == QAbstractSocket::UnconnectedState)
        way.server.disconnectFromHost();
}

} // namespace Testing
