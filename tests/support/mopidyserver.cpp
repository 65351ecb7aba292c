// SPDX-License-Identifier: Apache-2.0
#include "support/mopidyserver.h"

#include "support/freeport.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QStandardPaths>
#include <QTcpSocket>

using namespace std::chrono_literals;

namespace Testing {

namespace {

constexpr auto readyWithin = 60s;
constexpr auto answerWithin = 30s;

} // namespace

QUrl MopidyServer::url() const { return QStringLiteral("ws://127.0.0.1:%1/mopidy/ws").arg(m_port); }

bool MopidyServer::writeSettings(const QString &output)
{
    QFile file(m_directory.filePath(QStringLiteral("mopidy.conf")));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    const QString here = m_directory.path();
    file.write(QStringLiteral("[core]\ncache_dir = %1/cache\nconfig_dir = %1/config\ndata_dir = %1/data\n"
                              "restore_state = false\n"
                              "[audio]\noutput = %2\nmixer = software\nmixer_volume = 100\n"
                              "[file]\nmedia_dirs = %1\n"
                              "[http]\nhostname = 127.0.0.1\nport = %3\nzeroconf =\n"
                              "[m3u]\nenabled = false\n"
                              "[stream]\nprotocols = http\ntimeout = 10000\n")
                   .arg(here, output)
                   .arg(m_port)
                   .toUtf8());
    return true;
}

bool MopidyServer::start(const QString &output, const QProcessEnvironment &environment)
{
    if (QStandardPaths::findExecutable(QStringLiteral("mopidy")).isEmpty()) {
        m_why = QStringLiteral("mopidy is not installed");
        return false;
    }
    if (m_port == 0)
        m_port = freePort();
    if (!writeSettings(output))
        return false;
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_directory.filePath(QStringLiteral("mopidy.log")));
    m_process.start(QStringLiteral("mopidy"),
                    {QStringLiteral("--config"), m_directory.filePath(QStringLiteral("mopidy.conf"))});
    const QDeadlineTimer deadline(readyWithin);
    while (!answers()) {
        if (deadline.hasExpired() || m_process.state() == QProcess::NotRunning) {
            QFile log(m_directory.filePath(QStringLiteral("mopidy.log")));
            m_why = QStringLiteral("mopidy did not start: ")
                + (log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll().right(500)) : QString());
            return false;
        }
        m_process.waitForFinished(50); // nothing says when it listens; wakes at once where it dies
    }
    return true;
}

void MopidyServer::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

bool MopidyServer::answers() const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    return socket.waitForConnected(1000);
}

QJsonValue MopidyServer::call(const QString &method, const QJsonObject &parameters) const
{
    QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1/mopidy/rpc").arg(m_port)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setTransferTimeout(int(std::chrono::milliseconds(answerWithin).count()));
    QJsonObject call{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                     {QStringLiteral("id"), 1},
                     {QStringLiteral("method"), method}};
    if (!parameters.isEmpty())
        call.insert(QStringLiteral("params"), parameters);
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.post(request, QJsonDocument(call).toJson()));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return QJsonDocument::fromJson(reply->readAll()).object().value(QStringLiteral("result"));
}

} // namespace Testing
