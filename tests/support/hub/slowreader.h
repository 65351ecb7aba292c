// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/hub/rawclient.h"

#include <QCryptographicHash>
#include <QSslSocket>
#include <QTimer>

namespace Testing {

/// GETs one thing over TLS, slowly, and keeps only its hash.
class SlowReader : public QObject
{
public:
    SlowReader(quint16 port, const QByteArray &path)
    {
        m_socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_socket.setReadBufferSize(bufferBytes);
        connect(&m_turn, &QTimer::timeout, this, &SlowReader::read);
        m_socket.connectToHostEncrypted("127.0.0.1", port);
        m_socket.write("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port)
                       + "\r\nConnection: close\r\n\r\n");
        m_turn.start(1);
    }

    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] QByteArray hash() const { return m_hash.result(); }
    [[nodiscard]] qint64 mostResident() const { return m_mostResident; }

private:
    void read()
    {
        QByteArray piece = m_socket.read(bufferBytes);
        if (m_bytes == 0 && !m_begun) {
            m_head += piece;
            const qsizetype end = m_head.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            m_begun = true;
            piece = m_head.sliced(end + 4);
        }
        m_bytes += piece.size();
        m_hash.addData(piece);
        m_mostResident = qMax(m_mostResident, residentBytes());
    }

    static constexpr qint64 bufferBytes = 128 * 1024;
    qint64 m_bytes = 0;
    qint64 m_mostResident = 0;
    bool m_begun = false;
    QByteArray m_head;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QTimer m_turn;
    QSslSocket m_socket;
};

} // namespace Testing
