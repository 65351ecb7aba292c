// SPDX-License-Identifier: Apache-2.0
#include "sync/http/filepump.h"

#include "sync/limits.h"

#include <QPointer>

#include <sys/sendfile.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Sync::Http {

namespace {

constexpr qint64 atOnce = 512 * 1024; // then the others have their turn

} // namespace

FilePump::FilePump(QTcpSocket &socket, FilePart part)
    : m_socket(socket)
    , m_part(std::move(part))
    , m_at(m_part.first)
    , m_descriptor(::fcntl(int(socket.socketDescriptor()), F_DUPFD_CLOEXEC, 0))
    , m_writable(m_descriptor, QSocketNotifier::Write)
{
    m_stalled.setSingleShot(true);
    m_stalled.setInterval(Limits::readNothingFor);
    m_stalled.start();
    connect(&m_stalled, &QTimer::timeout, this, [this] { Q_EMIT failed(u"it reads nothing"_s); });
    connect(&m_writable, &QSocketNotifier::activated, this, &FilePump::pump);
}

FilePump::~FilePump()
{
    m_writable.setEnabled(false);
    ::close(m_descriptor);
}

void FilePump::pump()
{
    const QPointer<FilePump> self(this);
    m_socket.flush(); // it may find the other end gone, and with it this goes
    if (!self || m_socket.bytesToWrite() > 0)
        return;
    const qint64 end = m_part.first + m_part.count;
    off_t at = m_at;
    const ssize_t sent = m_at == end
        ? 0
        : ::sendfile(m_descriptor, m_part.file->handle(), &at, std::size_t(std::min(end - m_at, atOnce)));
    if (sent < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    m_at = at;
    if (m_at == end) {
        m_writable.setEnabled(false);
        m_stalled.stop();
        Q_EMIT finished();
    } else if (sent > 0) {
        m_stalled.start();
    } else {
        m_writable.setEnabled(false);
        Q_EMIT failed(sent == 0 ? u"the file has become shorter"_s
                                : QString::fromLocal8Bit(std::strerror(errno)));
    }
}

} // namespace Sync::Http
