// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/routes.h"

#include <QSocketNotifier>
#include <QTcpSocket>
#include <QTimer>

namespace Sync::Http {

/// Sends a part of a file through a socket, in the kernel (sendfile), as fast as the other end reads: it
/// holds no bytes of its own. The socket's thread.
class FilePump : public QObject
{
    Q_OBJECT

public:
    /// Begins once the socket has sent what was written to it before.
    FilePump(QTcpSocket &socket, FilePart part);
    ~FilePump() override;
    Q_DISABLE_COPY_MOVE(FilePump)

Q_SIGNALS:
    void finished();
    /// The file has become shorter, the other end is gone, or reads nothing for too long.
    void failed(const QString &sentence);

private:
    void pump();

    QTcpSocket &m_socket;
    const FilePart m_part;
    qint64 m_at; ///< the file's next byte
    const int m_descriptor; ///< the socket's, for a notifier beside Qt's own
    QSocketNotifier m_writable;
    QTimer m_stalled;
};

} // namespace Sync::Http
