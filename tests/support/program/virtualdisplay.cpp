// SPDX-License-Identifier: Apache-2.0
#include "support/program/virtualdisplay.h"

namespace {
constexpr int patienceMs = 60'000;
}

VirtualDisplay::~VirtualDisplay()
{
    m_server.kill();
    m_server.waitForFinished(patienceMs);
}

bool VirtualDisplay::start()
{
    m_server.start("Xvfb", {"-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"});
    while (!m_server.canReadLine())
        if (!m_server.waitForReadyRead(patienceMs))
            return false;
    m_name = ":" + m_server.readLine().trimmed();
    return true;
}

bool VirtualDisplay::type(const QString &title, const QString &keys) const
{
    return run("xdotool", {"search", "--sync", "--onlyvisible", "--name", title, "windowfocus", "--sync"})
        && run("xdotool", {"key", keys});
}

bool VirtualDisplay::run(const QString &program, const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("DISPLAY", m_name);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    return process.waitForFinished(patienceMs) && process.exitCode() == 0;
}
