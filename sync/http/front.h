// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/httpconnection.h"

#include <QHash>
#include <QTcpServer>

namespace Sync::Http {

/// The one port: accepts, counts, finds out who speaks TLS, and gives each connection to an HttpConnection.
/// HTTP thread.
class Front : public QTcpServer
{
    Q_OBJECT

public:
    explicit Front(Services services);
    ~Front() override;

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    [[nodiscard]] bool hasRoomFor(const QHostAddress &peer) const;
    /// What counts as a connection from there for as long as it lives. It becomes a child of the socket, and
    /// goes with that to other threads.
    [[nodiscard]] std::unique_ptr<QObject> seatFor(const QHostAddress &peer);

    const Services m_services;
    QHash<QHostAddress, int> m_perAddress;
    int m_open = 0;
};

} // namespace Sync::Http
