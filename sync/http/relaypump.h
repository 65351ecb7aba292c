// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/pump.h"
#include "sync/http/relayed.h"
#include "sync/transport.h"

#include <QTimer>

namespace Sync::Http {

/// Sends what another hub answers as it comes, in chunks where its length is not known.
class RelayPump final : public Pump
{
    Q_OBJECT

public:
    RelayPump(QTcpSocket &socket, Relayed relayed);
    ~RelayPump() override;

private:
    void sendOn();
    void send(const QByteArray &piece);
    void end(const QString &fault);

    QTcpSocket &m_socket;
    const Transport m_transport;
    const Relayed m_relayed;
    qint64 m_sent = 0;
    QTimer m_stalled;
    bool m_ended = false;
};

} // namespace Sync::Http
