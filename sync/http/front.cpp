// SPDX-License-Identifier: Apache-2.0
#include "sync/http/front.h"

#include "sync/limits.h"
#include "sync/logging.h"

namespace Sync::Http {

Front::Front(Services services)
    : m_services(std::move(services))
{
    setListenBacklogSize(1024);
    setMaxPendingConnections(Limits::connections);
}

Front::~Front()
{
    // Here, while the services their last words need are still alive.
    qDeleteAll(findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly));
}

void Front::incomingConnection(qintptr descriptor)
{
    auto socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor))
        return;
    const QHostAddress peer = socket->peerAddress();
    if (!hasRoomFor(peer)) {
        qCWarning(httpLog) << "Too many connections; one from" << peer << "is refused.";
        return;
    }
    // Without it the second of two small frames waits 40 ms for the first one's acknowledgement.
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    ++m_open;
    ++m_perAddress[peer];
    // Counted until the socket is gone, also after it became a WebSocket on another thread.
    connect(socket.get(), &QObject::destroyed, this, [this, peer] {
        --m_open;
        if (--m_perAddress[peer] == 0)
            m_perAddress.remove(peer);
    });
    new HttpConnection(std::move(socket), m_services, this);
}

bool Front::hasRoomFor(const QHostAddress &peer) const
{
    return m_open < Limits::connections
        && (peer.isLoopback() || m_perAddress.value(peer) < Limits::connectionsPerAddress);
}

} // namespace Sync::Http
