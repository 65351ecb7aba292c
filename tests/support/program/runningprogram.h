// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QUrl>

/// One of our programs as a process of its own, killed when this goes.
class RunningProgram
{
public:
    RunningProgram() = default;
    ~RunningProgram();

    /// Takes effect at the next start().
    void setEnvironment(const QString &name, const QString &value) { m_environment.insert(name, value); }

    /// Starts BIN/@p name.
    void start(const QString &name, const QStringList &arguments);
    /// The address of its ready line; empty if it ended, or said nothing for half a minute.
    [[nodiscard]] QUrl ready();
    /// Until @p text stands in what it wrote to stderr.
    [[nodiscard]] bool waitForLog(const QByteArray &text);
    /// Until it ended by itself; its exit code, or -1 for a crash or none within half a minute.
    [[nodiscard]] int waitForEnd();

    void signal(int number) const;
    /// SIGTERM and waitForEnd().
    [[nodiscard]] int terminate();
    void kill();

    [[nodiscard]] QByteArray log();
    [[nodiscard]] QByteArray output();
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }

private:
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QProcess m_process;
    QByteArray m_log;
    QByteArray m_output;
};
