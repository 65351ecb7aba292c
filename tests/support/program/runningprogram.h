// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/patience.h"

#include <QProcess>
#include <QUrl>

namespace Testing {

/// One of our programs as a process of its own, killed when this goes.
class RunningProgram
{
public:
    RunningProgram() = default;
    ~RunningProgram();

    /// Adds to what the next start() inherits.
    void setEnvironment(const QProcessEnvironment &added) { m_environment.insert(added); }

    /// What stands before the program's own command, such as a Machine's prefix. It becomes the program's
    /// process.
    void setPrefix(const QStringList &prefix) { m_prefix = prefix; }

    /// Starts BIN/@p name.
    void start(const QString &name, const QStringList &arguments);
    /// The address of its ready line; empty if it ended, or said nothing for that long.
    [[nodiscard]] QUrl ready();
    /// Its port; 0 likewise.
    [[nodiscard]] quint16 readyPort() { return quint16(ready().port(0)); }
    /// Until @p text stands in what it wrote to stderr.
    [[nodiscard]] bool waitForLog(const QByteArray &text);
    /// Until it ended by itself; its exit code, or -1 for a crash or none in time.
    [[nodiscard]] int waitForEnd();

    void signal(int number) const;
    /// SIGTERM and waitForEnd().
    [[nodiscard]] int terminate();
    void kill();

    [[nodiscard]] QByteArray log();
    [[nodiscard]] QByteArray output();
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }

private:
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QStringList m_prefix;
    QProcess m_process;
    QByteArray m_log;
    QByteArray m_output;
};

} // namespace Testing
