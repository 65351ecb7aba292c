// SPDX-License-Identifier: Apache-2.0
#include "support/redisserver.h"

#include "support/freeport.h"
#include "support/patience.h"

#include <QStandardPaths>

#include <csignal>

using namespace Qt::StringLiterals;

namespace Testing {

bool RedisServer::start(const QStringList &settings)
{
    if (QStandardPaths::findExecutable(u"redis-server"_s).isEmpty()) {
        m_why = u"redis-server is not installed"_s;
        return false;
    }
    if (m_port == 0)
        m_port = freePort();
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    const QStringList usual{u"--bind"_s,       u"127.0.0.1"_s,     u"--port"_s,     QString::number(m_port),
                            u"--unixsocket"_s, socketPath(),       u"--save"_s,     QString(),
                            u"--dir"_s,        m_directory.path(), u"--loglevel"_s, u"notice"_s};
    m_process.start(u"redis-server"_s, usual + settings);
    QByteArray said;
    while (!said.contains("eady to accept connections")) {
        if (!m_process.waitForReadyRead(patienceMs)) {
            m_why = u"redis-server did not start: "_s + QString::fromUtf8(said.right(500));
            return false;
        }
        said += m_process.readAll();
    }
    return true;
}

void RedisServer::kill()
{
    wake();
    m_process.kill();
    m_process.waitForFinished();
}

void RedisServer::sendToSleep() const
{
    if (m_process.processId() > 0)
        ::kill(pid_t(m_process.processId()), SIGSTOP);
}

void RedisServer::wake() const
{
    if (m_process.processId() > 0)
        ::kill(pid_t(m_process.processId()), SIGCONT);
}

QString RedisServer::address() const { return u"redis://127.0.0.1:%1/0"_s.arg(m_port); }
QString RedisServer::socketAddress() const { return u"unix://%1"_s.arg(socketPath()); }
QString RedisServer::socketPath() const { return m_directory.filePath(u"redis.sock"_s); }

QByteArray RedisServer::ask(const QStringList &words) const
{
    QProcess client;
    client.start(u"redis-cli"_s, QStringList{u"-s"_s, socketPath()} + words);
    client.waitForFinished(patienceMs);
    return client.readAllStandardOutput().trimmed();
}

} // namespace Testing
