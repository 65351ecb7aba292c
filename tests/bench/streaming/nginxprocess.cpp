// SPDX-License-Identifier: Apache-2.0
#include "bench/streaming/nginxprocess.h"

#include "support/freeport.h"

#include <QFile>
#include <QTcpSocket>
#include <QThread>

using namespace Qt::StringLiterals;

namespace Bench {

namespace {

constexpr int waitMs = 10'000;
constexpr int tries = 100;

} // namespace

NginxProcess::~NginxProcess()
{
    m_process.terminate();
    m_process.waitForFinished(waitMs);
}

bool NginxProcess::start(const QString &program, const QString &folder, const QString &identity)
{
    m_port = Testing::freePort();
    m_tlsPort = Testing::freePort();
    QFile file(m_folder.filePath(u"nginx.conf"_s));
    const QString text = uR"(daemon off;
master_process off;
pid %1/pid;
error_log %1/error.log;
events { worker_connections 1024; }
http {
    access_log off;
    sendfile on;
    client_body_temp_path %1/body;
    proxy_temp_path %1/proxy;
    fastcgi_temp_path %1/fastcgi;
    uwsgi_temp_path %1/uwsgi;
    scgi_temp_path %1/scgi;
    server { listen 127.0.0.1:%2; listen 127.0.0.1:%4 ssl; root %3; ssl_certificate %5; ssl_certificate_key %5; }
}
)"_s.arg(m_folder.path())
                             .arg(m_port)
                             .arg(folder)
                             .arg(m_tlsPort)
                             .arg(identity);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) <= 0)
        return false;
    file.close();
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program, {u"-c"_s, file.fileName(), u"-p"_s, m_folder.path()});
    for (int i = 0; i < tries && m_process.state() != QProcess::NotRunning; ++i) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        if (socket.waitForConnected(waitMs))
            return true;
        QThread::msleep(waitMs / tries);
    }
    return false;
}

} // namespace Bench
