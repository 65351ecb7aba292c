// SPDX-License-Identifier: Apache-2.0
#include "bench/insync/snapcast.h"

#include "bench/insync/hall.h"
#include "support/freeport.h"
#include "support/noise.h"
#include "support/patience.h"

#include <QDeadlineTimer>
#include <QStandardPaths>
#include <QTcpSocket>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace Bench {

namespace {

constexpr int pollMs = 50;

} // namespace

bool Snapcast::isInstalled()
{
    return !QStandardPaths::findExecutable(u"snapserver"_s).isEmpty()
        && !QStandardPaths::findExecutable(u"snapclient"_s).isEmpty();
}

Snapcast::Snapcast(const QProcessEnvironment &sound, const Material &material)
    : m_environment(sound)
{
    const auto music = material.cut(u"noise.raw"_s, 0, material.frames(), {u"-f"_s, u"s16le"_s});
    if (!music)
        throw std::runtime_error("ffmpeg does not make the music");
    const quint16 port = Testing::freePort();
    startServer(*music, port);
    for (std::size_t i = 0; i < m_clients.size(); ++i) {
        QProcess &client = m_clients.at(i);
        client.setProcessEnvironment(m_environment);
        client.setProcessChannelMode(QProcess::MergedChannels);
        client.setStandardOutputFile(m_folder.filePath(u"client%1.log"_s.arg(i)));
        client.start(u"snapclient"_s,
                     {u"--host"_s, u"127.0.0.1"_s, u"--port"_s, QString::number(port), u"--hostID"_s,
                      QString::fromLatin1(sinkNames.at(i)), u"--instance"_s, QString::number(i + 1),
                      u"--player"_s, u"pulse"_s, u"--soundcard"_s, QString::fromLatin1(sinkNames.at(i)),
                      u"--logsink"_s, u"stdout"_s});
        if (!client.waitForStarted())
            throw std::runtime_error("snapclient does not start");
    }
}

Snapcast::~Snapcast()
{
    for (QProcess *process : {&m_clients[0], &m_clients[1], &m_server}) {
        process->kill();
        process->waitForFinished(Testing::patienceMs);
    }
}

void Snapcast::startServer(const QString &music, quint16 port)
{
    QFile settings(m_folder.filePath(u"snapserver.conf"_s)); // or it would read the machine's
    if (!settings.open(QIODevice::WriteOnly))
        throw std::runtime_error("there is no room for Snapcast's settings");
    settings.close();
    m_server.setProcessEnvironment(m_environment);
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setStandardOutputFile(m_folder.filePath(u"server.log"_s));
    m_server.start(
        u"snapserver"_s,
        {u"--config"_s, settings.fileName(), u"--server.datadir"_s, m_folder.path(), u"--http.enabled"_s,
         u"0"_s, u"--tcp.enabled"_s, u"0"_s, u"--stream.bind_to_address"_s, u"127.0.0.1"_s,
         u"--stream.port"_s, QString::number(port), u"--stream.source"_s,
         u"file://%1?name=noise&sampleformat=%2:16:2&codec=pcm"_s.arg(music).arg(Noise::sampleRate),
         u"--logging.sink"_s, u"stdout"_s});
    if (!m_server.waitForStarted())
        throw std::runtime_error("snapserver does not start");
    awaitServer(port);
}

void Snapcast::awaitServer(quint16 port)
{
    const QDeadlineTimer deadline(Testing::patienceMs);
    for (;;) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        if (socket.waitForConnected(pollMs))
            return;
        if (deadline.hasExpired() || m_server.state() == QProcess::NotRunning) {
            QFile log(m_folder.filePath(u"server.log"_s));
            throw std::runtime_error(
                "snapserver does not come up: "
                + (log.open(QIODevice::ReadOnly) ? log.readAll().right(1000) : QByteArray()).toStdString());
        }
        m_server.waitForFinished(pollMs); // nothing says when it listens; wakes at once where it dies
    }
}

} // namespace Bench
