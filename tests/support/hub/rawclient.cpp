// SPDX-License-Identifier: Apache-2.0
#include "support/hub/rawclient.h"

#include <QFile>
#include <QHostAddress>
#include <QtEndian>

#include <unistd.h>

namespace Testing {

namespace {

std::unique_ptr<QTcpSocket> socketFor(Over over)
{
    if (over == Over::Plain)
        return std::make_unique<QTcpSocket>();
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(anyCertificate());
    return socket;
}

} // namespace

QSslConfiguration anyCertificate()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

RawClient::RawClient(quint16 port, Reading reading, Over over)
    : m_host("127.0.0.1:" + QByteArray::number(port))
    , m_socket(socketFor(over))
{
    auto *const secure = qobject_cast<QSslSocket *>(m_socket.get());
    const auto readNothing = [this] { m_socket->setReadBufferSize(1); };
    if (reading == Reading::Yes)
        readOn();
    else if (secure)
        connect(secure, &QSslSocket::encrypted, this, readNothing);
    else
        readNothing();
    if (secure)
        secure->connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
    else
        m_socket->connectToHost(QHostAddress::LocalHost, port);
}

void RawClient::readOn()
{
    connect(m_socket.get(), &QTcpSocket::readyRead, this, [this] { m_received += m_socket->readAll(); });
    m_socket->setReadBufferSize(0);
    if (m_socket->isOpen())
        m_received += m_socket->readAll();
}

void RawClient::upgrade(const QByteArray &path, const QByteArray &headers)
{
    write("GET " + path + " HTTP/1.1\r\nHost: " + m_host
          + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
          + headers + "\r\n");
}

QByteArray frameHeader(quint64 length, bool isFirst, bool isLast)
{
    // The shortest form of the length: Qt refuses others.
    QByteArray header(length < 126 ? 2 : length <= 0xffff ? 4 : 10, '\0');
    header[0] = char((isLast ? 0x80 : 0) | (isFirst ? 1 : 0));
    header[1] = char(0x80 | (length < 126 ? length : length <= 0xffff ? 126 : 127));
    if (header.size() == 4)
        qToBigEndian(quint16(length), header.data() + 2);
    else if (header.size() == 10)
        qToBigEndian(length, header.data() + 2);
    return header + QByteArray(4, '\0'); // the mask is zero: the payload goes as it is
}

QByteArray textFrame(const QByteArray &payload) { return frameHeader(quint64(payload.size())) + payload; }

QByteArray pongFrame() { return QByteArray("\x8a\x80\0\0\0\0", 6); }

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

} // namespace Testing
