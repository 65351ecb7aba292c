// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/filepump.h"
#include "sync/http/growingfile.h"

namespace Sync::Http {

/// Sends a file that is still being written, in chunks, each as FilePump does.
class GrowingPump final : public Pump
{
    Q_OBJECT

public:
    GrowingPump(QTcpSocket &socket, std::shared_ptr<GrowingFile> file);

private:
    void sendOn();
    void send(qint64 count);

    QTcpSocket &m_socket;
    const std::shared_ptr<GrowingFile> m_file;
    qint64 m_at = 0; ///< the file's next byte
    bool m_ended = false;
    std::unique_ptr<FilePump> m_chunk; ///< while one is on its way
};

} // namespace Sync::Http
