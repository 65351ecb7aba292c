// SPDX-License-Identifier: Apache-2.0
#include "support/relay.h"

#include <QTcpSocket>

namespace Testing {

/// One connection of a client, and its own to the server.
struct Relay::Way : QObject {
    explicit Way(QObject *parent)
        : QObject(parent)
    {
    }

    QTcpSocket *client = nullptr;
    QTcpSocket *server = nullptr;
    QByteArray head; ///< of the request that is coming in
    bool isWebSocket = false;
};

Relay::Relay(quint16 to)
    : m_to(to)
{
    connect(&m_server, &QTcpServer::newConnection, this, &Relay::accept);
    m_server.listen(QHostAddress::LocalHost);
}

void Relay::setWebSockets(bool allowed)
{
    m_allowsWebSockets = allowed;
    if (allowed)
        return;
    const QObjectList all = children();
    for (QObject *child : all)
        if (auto *way = static_cast<Way *>(child); way->isWebSocket)
            way->client->abort();
}

void Relay::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        auto *way = new Way(this);
        way->client = client;
        client->setParent(way);
        way->server = new QTcpSocket(way);
        connect(client, &QTcpSocket::readyRead, way, [this, way] { hear(*way); });
        connect(way->server, &QTcpSocket::readyRead, way,
                [way] { way->client->write(way->server->readAll()); });
        connect(client, &QTcpSocket::disconnected, way, [way] {
            way->server->disconnectFromHost();
            way->deleteLater();
        });
        connect(way->server, &QTcpSocket::disconnected, way, [way] { way->client->disconnectFromHost(); });
        connect(way->server, &QTcpSocket::errorOccurred, way, [way] {
            if (way->server->state() == QAbstractSocket::UnconnectedState)
                way->client->abort();
        });
        way->server->connectToHost(QHostAddress::LocalHost, m_to);
    }
}

/// Bodies of requests are short, and come with no empty line in them.
void Relay::hear(Way &way)
{
    const QByteArray said = way.client->readAll();
    if (way.isWebSocket) {
        way.server->write(said);
        return;
    }
    way.head += said;
    for (qsizetype end = way.head.indexOf("\r\n\r\n"); end >= 0; end = way.head.indexOf("\r\n\r\n")) {
        const QByteArray head = way.head.first(end).toLower();
        way.head.remove(0, end + 4);
        way.isWebSocket = head.contains("upgrade: websocket");
        ++(way.isWebSocket ? m_webSockets : m_requests);
        if (way.isWebSocket && !m_allowsWebSockets) {
            way.client->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            way.client->disconnectFromHost();
            return;
        }
    }
    // One that adds something is asked one thing at a time.
    way.server->write(m_header.isEmpty() ? said
                                         : QByteArray(said).replace("\r\n\r\n", "\r\n" + m_header + "\r\n"));
}

} // namespace Testing
