// SPDX-License-Identifier: Apache-2.0
#include "support/program/virtualdisplay.h"

#include "support/patience.h"

namespace Testing {

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

QProcessEnvironment VirtualDisplay::environment() const
{
    QProcessEnvironment environment;
    environment.insert("DISPLAY", m_name);
    environment.insert("QT_QPA_PLATFORM", "xcb");
    environment.insert("QT_QUICK_BACKEND", "software");
    return environment;
}

bool VirtualDisplay::type(const QString &title, const QString &keys) const
{
    return run("xdotool", {"search", "--sync", "--onlyvisible", "--name", title, "windowfocus", "--sync"})
        && run("xdotool", {"key", keys});
}

bool VirtualDisplay::run(const QString &program, const QStringList &arguments) const
{
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    all.insert(environment());
    QProcess process;
    process.setProcessEnvironment(all);
    process.start(program, arguments);
    return process.waitForFinished(patienceMs) && process.exitCode() == 0;
}

} // namespace Testing
