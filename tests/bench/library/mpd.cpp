// SPDX-License-Identifier: Apache-2.0
#include "bench/library/mpd.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <unistd.h>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Bench {

namespace {

constexpr int answerMs = 10'000;
constexpr int pollMs = 10;
constexpr qint64 scanMs = 600'000;

/// Answers end with OK or ACK on a line of its own.
QByteArray ask(QLocalSocket &socket, const QByteArray &command)
{
    socket.write(command + '\n');
    QByteArray answer;
    while (!answer.endsWith("OK\n") && !answer.contains("ACK")) {
        if (!socket.waitForReadyRead(answerMs))
            return {};
        answer += socket.readAll();
    }
    return answer;
}

bool waitUntilIdle(QLocalSocket &socket)
{
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < scanMs) {
        const QByteArray status = ask(socket, "status");
        if (status.isEmpty())
            return false;
        if (!status.contains("updating_db"))
            return true;
        QThread::msleep(pollMs);
    }
    return false;
}

bool reach(QLocalSocket &socket, const QString &address)
{
    for (int i = 0; i < 200; ++i) {
        socket.connectToServer(address);
        if (socket.waitForConnected(50) && socket.waitForReadyRead(answerMs))
            return socket.readAll().startsWith("OK MPD");
        QThread::msleep(50);
    }
    return false;
}

bool writeConfiguration(const QTemporaryDir &dir)
{
    QFile file(dir.filePath(u"mpd.conf"_s));
    const QString text = uR"(music_directory "%1/music"
db_file "%1/database"
log_file "%1/log"
bind_to_address "%1/socket"
zeroconf_enabled "no"
auto_update "no"
audio_output {
    type "null"
    name "none"
}
)"_s.arg(dir.path());
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0;
}

qint64 peakKibOf(qint64 process)
{
    QFile file(u"/proc/%1/status"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').first().toLongLong();
    return 0;
}

double processorSecondsOf(qint64 process)
{
    QFile file(u"/proc/%1/stat"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = file.readAll();
    const QList<QByteArray> fields = all.sliced(all.lastIndexOf(')') + 2).split(' '); // from the third on
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) / double(::sysconf(_SC_CLK_TCK));
}

} // namespace

std::optional<Cost> scanWithMpd(const QString &program, const QString &music)
{
    const QTemporaryDir dir;
    const QString link = dir.filePath(u"music/all"_s);
    if (!QDir().mkpath(dir.filePath(u"music"_s)) || !writeConfiguration(dir))
        return std::nullopt;
    QProcess mpd;
    mpd.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    mpd.start(program, {u"--no-daemon"_s, dir.filePath(u"mpd.conf"_s)});
    QLocalSocket socket;
    std::optional<Cost> cost;
    // The first update, of nothing, is over before the music is there.
    if (mpd.waitForStarted() && reach(socket, dir.filePath(u"socket"_s)) && waitUntilIdle(socket)
        && QFile::link(music, link)) {
        QElapsedTimer timer;
        timer.start();
        const double before = processorSecondsOf(mpd.processId());
        if (ask(socket, "update").contains("updating_db") && waitUntilIdle(socket)) {
            cost = {.seconds = double(timer.nsecsElapsed()) / 1e9,
                    .processor = processorSecondsOf(mpd.processId()) - before,
                    .peakKib = peakKibOf(mpd.processId())};
            std::printf("  %s", ask(socket, "stats").split('\n').value(2).constData());
        }
    }
    mpd.terminate();
    mpd.waitForFinished(answerMs);
    return cost;
}

} // namespace Bench
