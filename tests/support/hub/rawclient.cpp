// SPDX-License-Identifier: Apache-2.0
#include "tests/support/hub/rawclient.h"

#include <QFile>
#include <QHostAddress>
#include <QtEndian>

#include <unistd.h>

namespace Testing {

RawClient::RawClient(quint16 port, Reading reading)
    : m_host("127.0.0.1:" + QByteArray::number(port))
{
    if (reading == Reading::Never)
        m_socket.setReadBufferSize(1);
    else
        connect(&m_socket, &QTcpSocket::readyRead, this, [this] { m_received += m_socket.readAll(); });
    m_socket.connectToHost(QHostAddress::LocalHost, port);
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
    QByteArray header(14, '\0'); // the mask at its end is zero: the payload goes as it is
    header[0] = char((isLast ? 0x80 : 0) | (isFirst ? 1 : 0));
    header[1] = char(0x80 | 127);
    qToBigEndian(length, header.data() + 2);
    return header;
}

QByteArray textFrame(const QByteArray &payload)
{
    if (payload.size() > 0xffff)
        return frameHeader(quint64(payload.size())) + payload;
    QByteArray header;
    header += char(0x81);
    if (payload.size() < 126) {
        header += char(0x80 | payload.size());
    } else {
        header += char(0x80 | 126);
        header += char(payload.size() >> 8);
        header += char(payload.size() & 0xff);
    }
    return header + QByteArray(4, '\0') + payload;
}

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

} // namespace Testing
