// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/httpconnection.h"

#include <QHash>
#include <QTcpServer>

namespace Sync::Http {

/// The one port: accepts, counts, and gives each connection to an HttpConnection. HTTP thread.
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

    const Services m_services;
    QHash<QHostAddress, int> m_perAddress;
    int m_open = 0;
};

} // namespace Sync::Http
