// SPDX-License-Identifier: Apache-2.0
#include "bench/support/mpdprocess.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

using namespace Qt::StringLiterals;

namespace Bench {

namespace {

constexpr int answerMs = 10'000;
constexpr int pollMs = 10;
constexpr qint64 scanMs = 600'000;

} // namespace

MpdProcess::~MpdProcess()
{
    m_process.terminate();
    m_process.waitForFinished(answerMs);
}

bool MpdProcess::start(const QString &program, const QString &output, const QProcessEnvironment &environment)
{
    if (!QDir().mkpath(musicFolder()) || !writeConfiguration(output))
        return false;
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setProcessEnvironment(environment);
    m_process.start(program, {u"--no-daemon"_s, m_folder.filePath(u"mpd.conf"_s)});
    return m_process.waitForStarted() && reach();
}

QByteArray MpdProcess::ask(const QByteArray &command)
{
    m_socket.write(command + '\n');
    QByteArray answer;
    while (!answer.endsWith("OK\n") && !answer.contains("ACK")) {
        if (!m_socket.waitForReadyRead(answerMs))
            return {};
        answer += m_socket.readAll();
    }
    return answer;
}

bool MpdProcess::waitUntilIdle()
{
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < scanMs) {
        const QByteArray status = ask("status");
        if (status.isEmpty())
            return false;
        if (!status.contains("updating_db"))
            return true;
        QThread::msleep(pollMs);
    }
    return false;
}

bool MpdProcess::reach()
{
    for (int i = 0; i < 200; ++i) {
        m_socket.connectToServer(m_folder.filePath(u"socket"_s));
        if (m_socket.waitForConnected(50) && m_socket.waitForReadyRead(answerMs))
            return m_socket.readAll().startsWith("OK MPD");
        QThread::msleep(50);
    }
    return false;
}

bool MpdProcess::writeConfiguration(const QString &output) const
{
    QFile file(m_folder.filePath(u"mpd.conf"_s));
    const QString text = uR"(music_directory "%1/music"
db_file "%1/database"
log_file "%1/log"
bind_to_address "%1/socket"
zeroconf_enabled "no"
auto_update "no"
audio_output {
%2
}
)"_s.arg(m_folder.path(), output);
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0;
}

} // namespace Bench
