// SPDX-License-Identifier: Apache-2.0
#include "sync/http/filepump.h"

#include "sync/http/encryptingpump.h"
#include "sync/http/kernelpump.h"
#include "sync/limits.h"

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Sync::Http {

std::unique_ptr<FilePump> FilePump::begin(QTcpSocket &socket, const FilePart &part)
{
    if (Transport(socket).isSecure())
        return std::make_unique<EncryptingPump>(socket, part);
    return std::make_unique<KernelPump>(socket, part);
}

FilePump::FilePump(const FilePart &part)
    : m_part(part)
    , m_at(part.first)
{
    m_stalled.setSingleShot(true);
    m_stalled.setInterval(Limits::readNothingFor);
    m_stalled.start();
    connect(&m_stalled, &QTimer::timeout, this, [this] { Q_EMIT failed(u"it reads nothing"_s); });
}

void FilePump::finish()
{
    m_stalled.stop();
    Q_EMIT finished();
}

void FilePump::fail(ssize_t got)
{
    m_stalled.stop();
    Q_EMIT failed(got == 0 ? u"the file has become shorter"_s : QString::fromLocal8Bit(std::strerror(errno)));
}

} // namespace Sync::Http
