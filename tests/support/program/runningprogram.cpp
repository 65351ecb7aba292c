// SPDX-License-Identifier: Apache-2.0
#include "support/program/runningprogram.h"
#include "support/patience.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <csignal>

namespace Testing {

namespace {
constexpr int stepMs = 100;
} // namespace

RunningProgram::~RunningProgram() { kill(); }

void RunningProgram::start(const QString &name, const QStringList &arguments)
{
    m_log.clear();
    m_output.clear();
    m_process.setProcessEnvironment(m_environment);
    const QStringList words =
        m_prefix + QStringList{QCoreApplication::applicationDirPath() + "/" + name} + arguments;
    m_process.start(words.first(), words.mid(1));
    m_process.waitForStarted(patienceMs);
}

QUrl RunningProgram::ready()
{
    const QDeadlineTimer deadline(patienceMs);
    while (!output().contains('\n') && isRunning() && !deadline.hasExpired())
        m_process.waitForReadyRead(stepMs);
    const QByteArray line = output().split('\n').first();
    return line.startsWith("ready ") ? QUrl(QString::fromUtf8(line.sliced(6))) : QUrl();
}

bool RunningProgram::waitForLog(const QByteArray &text)
{
    const QDeadlineTimer deadline(patienceMs);
    while (!log().contains(text) && isRunning() && !deadline.hasExpired())
        m_process.waitForReadyRead(stepMs);
    return log().contains(text);
}

int RunningProgram::waitForEnd()
{
    const bool ended = m_process.state() == QProcess::NotRunning || m_process.waitForFinished(patienceMs);
    return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void RunningProgram::signal(int number) const { ::kill(pid_t(m_process.processId()), number); }

int RunningProgram::terminate()
{
    signal(SIGTERM);
    return waitForEnd();
}

void RunningProgram::kill()
{
    if (!isRunning())
        return;
    m_process.kill();
    m_process.waitForFinished(patienceMs);
}

QByteArray RunningProgram::log()
{
    m_log += m_process.readAllStandardError();
    return m_log;
}

QByteArray RunningProgram::output()
{
    m_output += m_process.readAllStandardOutput();
    return m_output;
}

} // namespace Testing
