// SPDX-License-Identifier: Apache-2.0
#include "integration/sources/lasserver.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QWebSocket>

namespace Testing {

LasServer::LasServer()
    : m_upgrades(QString(), QWebSocketServer::NonSecureMode)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection())
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { hear(socket); });
    });
    connect(&m_upgrades, &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket *socket = m_upgrades.nextPendingConnection())
            m_sockets.emplace_back(socket);
    });
    m_server.listen(QHostAddress::LocalHost);
}

void LasServer::push(const QByteArray &frame)
{
    for (const auto &socket : m_sockets)
        socket->sendTextMessage(QString::fromUtf8(frame));
}

/// One request at a time, as its clients ask.
void LasServer::hear(QTcpSocket *socket)
{
    const QByteArray said = socket->peek(64 * 1024);
    const qsizetype end = said.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray head = said.first(end).toLower();
    if (head.contains("upgrade: websocket")) {
        socket->disconnect(this);
        return m_upgrades.handleConnection(socket);
    }
    const qsizetype at = head.indexOf("content-length:");
    const qsizetype length = at < 0 ? 0 : head.sliced(at + 15).split('\r').first().trimmed().toInt();
    if (said.size() < end + 4 + length)
        return;
    const QByteArray body = socket->read(end + 4 + length).sliced(end + 4);
    answer(socket, said.split('\r').first().split(' '), body);
}

void LasServer::answer(QTcpSocket *socket, const QByteArrayList &line, const QByteArray &body)
{
    const QByteArray path = line.value(1);
    const bool reads = line.value(0) == "GET";
    QJsonObject json{{QStringLiteral("success"), true}};
    bool isThere = true;
    if (reads) {
        ++asked;
        isThere = answers.contains(path);
        json = answers.value(path);
    } else {
        posted.append(path + ' ' + body);
        onPost(path);
    }
    const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact);
    socket->write((isThere ? "HTTP/1.1 200 OK\r\n" : "HTTP/1.1 404 Not Found\r\n")
                  + QByteArray("Content-Type: application/json\r\nContent-Length: ")
                  + QByteArray::number(text.size()) + "\r\n\r\n" + text);
}

} // namespace Testing
