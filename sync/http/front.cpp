// SPDX-License-Identifier: Apache-2.0
#include "sync/http/front.h"

#include "sync/http/entrance.h"
#include "sync/limits.h"
#include "sync/logging.h"

#include <sys/socket.h>
#include <unistd.h>

namespace Sync::Http {

namespace {

QHostAddress peerOf(int descriptor)
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    auto *const general = reinterpret_cast<sockaddr *>(&address);
    return ::getpeername(descriptor, general, &size) == 0 ? QHostAddress(general) : QHostAddress();
}

} // namespace

Front::Front(Services services)
    : m_services(std::move(services))
{
    setListenBacklogSize(1024);
    setMaxPendingConnections(Limits::connections);
}

Front::~Front()
{
    // Here, while the services their last words need are still alive.
    qDeleteAll(findChildren<Entrance *>(Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly));
}

void Front::incomingConnection(qintptr descriptor)
{
    const QHostAddress peer = peerOf(int(descriptor));
    if (!hasRoomFor(peer)) {
        qCWarning(httpLog) << "Too many connections; one from" << peer << "is refused.";
        ::close(int(descriptor));
        return;
    }
    const auto serve = [this](std::unique_ptr<QTcpSocket> socket) {
        // Without it the second of two small frames waits 40 ms for the first one's acknowledgement.
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        new HttpConnection(std::move(socket), m_services, this);
    };
    std::unique_ptr<QObject> seat = seatFor(peer);
    if (m_services.tls) {
        new Entrance(int(descriptor), std::move(seat), m_services.tls->configuration, serve, this);
        return;
    }
    auto socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor)) {
        ::close(int(descriptor));
        return;
    }
    seat.release()->setParent(socket.get());
    serve(std::move(socket));
}

std::unique_ptr<QObject> Front::seatFor(const QHostAddress &peer)
{
    ++m_open;
    ++m_perAddress[peer];
    auto seat = std::make_unique<QObject>();
    connect(seat.get(), &QObject::destroyed, this, [this, peer] {
        --m_open;
        if (--m_perAddress[peer] == 0)
            m_perAddress.remove(peer);
    });
    return seat;
}

bool Front::hasRoomFor(const QHostAddress &peer) const
{
    return m_open < Limits::connections
        && (peer.isLoopback() || m_perAddress.value(peer) < Limits::connectionsPerAddress);
}

} // namespace Sync::Http
