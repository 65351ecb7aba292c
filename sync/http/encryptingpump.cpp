// SPDX-License-Identifier: Apache-2.0
#include "sync/http/encryptingpump.h"

#include "sync/limits.h"

#include <QPointer>

#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace Sync::Http {

namespace {

constexpr qint64 pieceBytes = 64 * 1024;

} // namespace

EncryptingPump::EncryptingPump(QTcpSocket &socket, const FilePart &part)
    : FilePump(part)
    , m_socket(socket)
    , m_transport(socket)
{
    // Queued, so that the others have their turn.
    m_transport.whenSent(
        this,
        [this] {
            noteReader();
            pump();
        },
        Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, &EncryptingPump::pump, Qt::QueuedConnection);
}

void EncryptingPump::pump()
{
    if (m_ended || !fill())
        return;
    const QPointer<EncryptingPump> self(this);
    m_socket.flush(); // it may find the other end gone, and with it this goes
    if (!self || left() > 0 || m_transport.waiting() > 0)
        return;
    m_ended = true;
    finish();
}

/// False where the file ends too early.
bool EncryptingPump::fill()
{
    while (left() > 0 && m_transport.waiting() < Limits::encryptedAhead) {
        QByteArray piece(std::min(left(), pieceBytes), Qt::Uninitialized);
        const ssize_t got = ::pread(file(), piece.data(), std::size_t(piece.size()), at());
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) {
            m_ended = true;
            fail(got);
            return false;
        }
        piece.truncate(got);
        m_socket.write(piece);
        advance(got);
    }
    return true;
}

} // namespace Sync::Http
