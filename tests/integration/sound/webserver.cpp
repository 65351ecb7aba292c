// SPDX-License-Identifier: Apache-2.0
#include "integration/sound/webserver.h"

#include "support/waiting.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

WebServer::~WebServer() { kill(); }

bool WebServer::start(Kind kind, const QString &folder)
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHost))
        return false;
    m_port = probe.serverPort();
    probe.close();
    m_process.setChildProcessModifier([] { ::setpgid(0, 0); }); // busybox has a child for each connection
    const QString port = QString::number(m_port);
    if (kind == Kind::Ranges)
        m_process.start(u"busybox"_s,
                        {u"httpd"_s, u"-f"_s, u"-p"_s, u"127.0.0.1:"_s + port, u"-h"_s, folder});
    else
        m_process.start(
            u"python3"_s,
            {u"-m"_s, u"http.server"_s, u"--bind"_s, u"127.0.0.1"_s, u"--directory"_s, folder, port});
    const auto answers = [this] {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        return socket.waitForConnected(100);
    };
    return m_process.waitForStarted()
        && QTest::qWaitFor([&] { return m_process.state() != QProcess::Running || answers(); },
                           Testing::patienceMs)
        && m_process.state() == QProcess::Running;
}

QUrl WebServer::urlOf(const QString &name) const
{
    return QUrl(u"http://127.0.0.1:%1/%2"_s.arg(m_port).arg(name));
}

void WebServer::kill()
{
    if (m_process.state() != QProcess::Running)
        return;
    signal(SIGKILL);
    m_process.waitForFinished();
}

void WebServer::freeze() { signal(SIGSTOP); }

void WebServer::signal(int number) { ::kill(-pid_t(m_process.processId()), number); }
