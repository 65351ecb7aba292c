// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>

namespace Bench {

/// An MPD of its own, asked over its protocol. Its music is what is put into musicFolder().
class MpdProcess
{
public:
    MpdProcess() = default;
    ~MpdProcess();
    Q_DISABLE_COPY_MOVE(MpdProcess)

    /// @p output: the lines of its only audio_output. False where it does not come up.
    [[nodiscard]] bool
    start(const QString &program, const QString &output,
          const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());
    /// An answer ends with OK or ACK on a line of its own; empty where none comes.
    QByteArray ask(const QByteArray &command);
    /// Until an update of the database is over.
    [[nodiscard]] bool waitUntilIdle();

    [[nodiscard]] QString musicFolder() const { return m_folder.filePath(QStringLiteral("music")); }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

private:
    [[nodiscard]] bool writeConfiguration(const QString &output) const;
    [[nodiscard]] bool reach();

    QTemporaryDir m_folder;
    QProcess m_process;
    QLocalSocket m_socket;
};

} // namespace Bench
