// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace Bench {

/// An nginx of its own on loopback that serves a folder; one process, sendfile, no log.
class NginxProcess
{
public:
    NginxProcess() = default;
    ~NginxProcess();
    Q_DISABLE_COPY_MOVE(NginxProcess)

    /// @p identity: a file with certificate and key, for TLS. False where it does not come up.
    [[nodiscard]] bool start(const QString &program, const QString &folder, const QString &identity);

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] quint16 tlsPort() const { return m_tlsPort; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    quint16 m_tlsPort = 0;
};

} // namespace Bench
