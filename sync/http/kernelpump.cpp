// SPDX-License-Identifier: Apache-2.0
#include "sync/http/kernelpump.h"

#include <QPointer>

#include <sys/sendfile.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace Sync::Http {

namespace {

constexpr qint64 atOnce = 512 * 1024; // then the others have their turn

} // namespace

KernelPump::KernelPump(QTcpSocket &socket, const FilePart &part)
    : FilePump(part)
    , m_socket(socket)
    , m_descriptor(::fcntl(int(socket.socketDescriptor()), F_DUPFD_CLOEXEC, 0))
    , m_writable(m_descriptor, QSocketNotifier::Write)
{
    connect(&m_writable, &QSocketNotifier::activated, this, &KernelPump::pump);
}

KernelPump::~KernelPump()
{
    m_writable.setEnabled(false);
    ::close(m_descriptor);
}

void KernelPump::pump()
{
    const QPointer<KernelPump> self(this);
    m_socket.flush(); // it may find the other end gone, and with it this goes
    if (!self || m_socket.bytesToWrite() > 0)
        return;
    off_t from = at();
    const ssize_t sent =
        left() == 0 ? 0 : ::sendfile(m_descriptor, file(), &from, std::size_t(std::min(left(), atOnce)));
    if (sent < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    const bool broken = sent < 0 || (sent == 0 && left() > 0);
    if (broken) {
        m_writable.setEnabled(false);
        return fail(sent);
    }
    advance(sent);
    if (left() > 0)
        return noteReader();
    m_writable.setEnabled(false);
    finish();
}

} // namespace Sync::Http
