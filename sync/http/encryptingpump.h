// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/filepump.h"
#include "sync/transport.h"

namespace Sync::Http {

/// Reads the file piece by piece and writes to a socket that encrypts, Limits::encryptedAhead at most before
/// the other end has read some of it.
class EncryptingPump final : public FilePump
{
    Q_OBJECT

public:
    EncryptingPump(QTcpSocket &socket, const FilePart &part);

private:
    void pump();
    [[nodiscard]] bool fill();

    QTcpSocket &m_socket;
    const Transport m_transport;
    bool m_ended = false;
};

} // namespace Sync::Http
