// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/filepump.h"

#include <QSocketNotifier>

namespace Sync::Http {

/// Sends in the kernel (sendfile): it holds no bytes of its own.
class KernelPump final : public FilePump
{
    Q_OBJECT

public:
    KernelPump(QTcpSocket &socket, const FilePart &part);
    ~KernelPump() override;
    Q_DISABLE_COPY_MOVE(KernelPump)

private:
    void pump();

    QTcpSocket &m_socket;
    const int m_descriptor; ///< the socket's, for a notifier beside Qt's own
    QSocketNotifier m_writable;
};

} // namespace Sync::Http
