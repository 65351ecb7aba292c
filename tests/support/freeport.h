// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>

namespace Testing {

/// One of loopback that nothing listens on now; 0 where there is none.
inline quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

} // namespace Testing
