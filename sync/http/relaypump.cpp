// SPDX-License-Identifier: Apache-2.0
#include "sync/http/relaypump.h"

#include "sync/limits.h"

#include <QNetworkReply>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace Sync::Http {

namespace {

constexpr qint64 pieceBytes = 64 * 1024;

} // namespace

RelayPump::RelayPump(QTcpSocket &socket, Relayed relayed)
    : m_socket(socket)
    , m_transport(socket)
    , m_relayed(std::move(relayed))
{
    m_stalled.setSingleShot(true);
    m_stalled.setInterval(Limits::readNothingFor);
    m_stalled.start();
    connect(&m_stalled, &QTimer::timeout, this, [this] { end(u"nothing comes or is read any more"_s); });
    const QNetworkReply *const reply = m_relayed.reply.get();
    connect(reply, &QIODevice::readyRead, this, &RelayPump::sendOn);
    connect(reply, &QNetworkReply::finished, this, &RelayPump::sendOn);
    m_transport.whenSent(this, [this] { sendOn(); }, Qt::QueuedConnection);
    // Later: nobody listens yet.
    QMetaObject::invokeMethod(this, &RelayPump::sendOn, Qt::QueuedConnection);
}

RelayPump::~RelayPump()
{
    m_relayed.reply->disconnect(this); // it still speaks when it is given up
}

void RelayPump::sendOn()
{
    if (m_ended)
        return;
    QNetworkReply &reply = *m_relayed.reply;
    while (reply.bytesAvailable() > 0 && m_transport.waiting() < Limits::relayedAhead) {
        m_stalled.start();
        send(reply.read(pieceBytes));
    }
    if (reply.bytesAvailable() > 0 || !reply.isFinished())
        return;
    if (reply.error() != QNetworkReply::NoError)
        return end(reply.errorString());
    if (m_sent < m_relayed.length.value_or(m_sent))
        return end(u"the other hub sent less than it said"_s);
    if (!m_relayed.length)
        m_socket.write("0\r\n\r\n");
    end({});
}

void RelayPump::send(const QByteArray &piece)
{
    m_sent += piece.size();
    m_socket.write(m_relayed.length ? piece : QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n");
}

void RelayPump::end(const QString &fault)
{
    m_ended = true;
    m_stalled.stop();
    if (fault.isEmpty())
        Q_EMIT finished();
    else
        Q_EMIT failed(fault);
}

} // namespace Sync::Http
