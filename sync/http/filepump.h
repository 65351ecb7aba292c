// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/pump.h"
#include "sync/http/response.h"

#include <QTcpSocket>
#include <QTimer>

namespace Sync::Http {

/// Sends a part of a file.
class FilePump : public Pump
{
    Q_OBJECT

public:
    /// The one for this kind of socket. It begins once the socket has sent what was written to it before.
    [[nodiscard]] static std::unique_ptr<FilePump> begin(QTcpSocket &socket, const FilePart &part);

protected:
    explicit FilePump(const FilePart &part);

    [[nodiscard]] int file() const { return m_part.file->handle(); }
    [[nodiscard]] qint64 at() const { return m_at; } ///< the file's next byte
    [[nodiscard]] qint64 left() const { return m_part.first + m_part.count - m_at; }
    void advance(qint64 count) { m_at += count; }
    /// The other end reads.
    void noteReader() { m_stalled.start(); }
    void finish();
    /// @p got: what reading the file said.
    void fail(ssize_t got);

private:
    const FilePart m_part;
    qint64 m_at;
    QTimer m_stalled;
};

} // namespace Sync::Http
