// SPDX-License-Identifier: Apache-2.0
#include "sync/http/growingpump.h"

using namespace Qt::StringLiterals;

namespace Sync::Http {

GrowingPump::GrowingPump(QTcpSocket &socket, std::shared_ptr<GrowingFile> file)
    : m_socket(socket)
    , m_file(std::move(file))
{
    connect(m_file.get(), &GrowingFile::changed, this, &GrowingPump::sendOn);
    // Later: nobody listens yet.
    QMetaObject::invokeMethod(this, &GrowingPump::sendOn, Qt::QueuedConnection);
}

void GrowingPump::sendOn()
{
    if (m_chunk || m_ended)
        return;
    const qint64 count = m_file->size() - m_at;
    if (count > 0)
        return send(count);
    switch (m_file->state()) {
    case GrowingFile::State::Growing:
        return;
    case GrowingFile::State::Whole:
        m_ended = true;
        m_socket.write("0\r\n\r\n");
        Q_EMIT finished();
        return;
    case GrowingFile::State::Broken:
        m_ended = true;
        Q_EMIT failed(u"the file broke off while it was made"_s);
        return;
    }
}

void GrowingPump::send(qint64 count)
{
    m_socket.write(QByteArray::number(count, 16) + "\r\n");
    m_chunk = FilePump::begin(m_socket, {.file = m_file->file(), .first = m_at, .count = count});
    connect(m_chunk.get(), &FilePump::finished, this, [this, count] {
        m_chunk.release()->deleteLater(); // it is speaking
        m_at += count;
        m_socket.write("\r\n");
        sendOn();
    });
    connect(m_chunk.get(), &FilePump::failed, this, [this](const QString &sentence) {
        m_chunk.release()->deleteLater();
        m_ended = true;
        Q_EMIT failed(sentence);
    });
}

} // namespace Sync::Http
