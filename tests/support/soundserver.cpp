// SPDX-License-Identifier: Apache-2.0
#include "support/soundserver.h"

#include "support/recorder.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QStandardPaths>
#include <QTimer>

using namespace std::chrono_literals;

namespace Testing {

namespace {

constexpr auto readyWithin = 30s;
constexpr auto answerWithin = 10s;
constexpr auto silentFor = 8s; // a recorder of a sink that begins

/// A null sink that may rewind first lives two seconds ahead, which no sound card does.
QStringList wordsFor(const QString &sink, const QStringList &options)
{
    return QStringList{QStringLiteral("module-null-sink"), QStringLiteral("sink_name=") + sink,
                       QStringLiteral("norewinds=1")}
    + options;
}

} // namespace

SoundServer::SoundServer() = default;

SoundServer::~SoundServer() { stop(); }

QProcessEnvironment SoundServer::environment() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), m_directory.path());
    environment.insert(QStringLiteral("PULSE_RUNTIME_PATH"), m_directory.path());
    environment.insert(QStringLiteral("PULSE_SERVER"),
                       QStringLiteral("unix:") + m_directory.filePath(QStringLiteral("native")));
    environment.remove(QStringLiteral("PULSE_SINK"));
    return environment;
}

void SoundServer::setEnvironmentHere() const
{
    const auto wanted = environment();
    for (const auto &name :
         {QStringLiteral("HOME"), QStringLiteral("PULSE_RUNTIME_PATH"), QStringLiteral("PULSE_SERVER")})
        qputenv(name.toLatin1().constData(), wanted.value(name).toLocal8Bit());
    qunsetenv("PULSE_SINK");
}

bool SoundServer::start(const QStringList &sinks)
{
    for (const auto &program :
         {QStringLiteral("pulseaudio"), QStringLiteral("pactl"), QStringLiteral("parec")}) {
        if (QStandardPaths::findExecutable(program).isEmpty()) {
            m_why = program + QStringLiteral(" is not installed");
            return false;
        }
    }
    // As root PulseAudio warns and goes on; with --system it would want a user and a group of its own.
    QStringList words{QStringLiteral("-n"),
                      QStringLiteral("--daemonize=no"),
                      QStringLiteral("--exit-idle-time=-1"),
                      QStringLiteral("--disable-shm=1"),
                      QStringLiteral("--use-pid-file=no"),
                      QStringLiteral("-L"),
                      QStringLiteral("module-native-protocol-unix auth-anonymous=1 socket=%1")
                          .arg(m_directory.filePath(QStringLiteral("native")))};
    for (const auto &sink : sinks)
        words << QStringLiteral("-L") << wordsFor(sink, {}).join(u' ');
    m_process.setProcessEnvironment(environment());
    m_process.setStandardErrorFile(m_directory.filePath(QStringLiteral("pulseaudio.log")));
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start(QStringLiteral("pulseaudio"), words);
    const QDeadlineTimer deadline(readyWithin);
    while (!answers()) {
        if (deadline.hasExpired() || m_process.state() == QProcess::NotRunning) {
            m_why = QStringLiteral("pulseaudio did not start");
            return false;
        }
        m_process.waitForFinished(
            20); // nothing says when the socket is there; wakes at once where the server dies
    }
    return true;
}

void SoundServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void SoundServer::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

bool SoundServer::answers() const { return control({QStringLiteral("info")}); }

bool SoundServer::control(const QStringList &words, QByteArray *answer) const
{
    QProcess pactl;
    pactl.setProcessEnvironment(environment());
    pactl.setStandardErrorFile(QProcess::nullDevice());
    pactl.start(QStringLiteral("pactl"), words);
    const bool finished = pactl.waitForFinished(std::chrono::milliseconds(answerWithin).count());
    if (answer != nullptr)
        *answer = pactl.readAllStandardOutput();
    return finished && pactl.exitStatus() == QProcess::NormalExit && pactl.exitCode() == 0;
}

bool SoundServer::setDefaultSink(const QString &sink) const
{
    return control({QStringLiteral("set-default-sink"), sink});
}

bool SoundServer::addSink(const QString &sink, const QStringList &options) const
{
    return control(QStringList(QStringLiteral("load-module")) + wordsFor(sink, options));
}

bool SoundServer::suspend(const QString &sink, bool suspended) const
{
    return control({QStringLiteral("suspend-sink"), sink, QString::number(int(suspended))});
}

bool SoundServer::isSuspended(const QString &sink) const
{
    QByteArray sinks;
    if (!control({QStringLiteral("list"), QStringLiteral("short"), QStringLiteral("sinks")}, &sinks))
        return false;
    for (const auto &line : sinks.split('\n'))
        if (const auto columns = line.split('\t'); columns.size() > 1 && columns.at(1) == sink.toUtf8())
            return columns.last() == "SUSPENDED";
    return false;
}

bool SoundServer::removeSink(const QString &sink) const
{
    QByteArray modules;
    if (!control({QStringLiteral("list"), QStringLiteral("short"), QStringLiteral("modules")}, &modules))
        return false;
    const auto wanted = "sink_name=" + sink.toUtf8() + ' '; // all sinks have a second argument
    for (const auto &line : modules.split('\n')) {
        if (line.contains(wanted))
            return control(
                {QStringLiteral("unload-module"), QString::fromUtf8(line.split('\t').constFirst())});
    }
    return false;
}

Recording SoundServer::record(std::chrono::milliseconds duration, const QString &sink) const
{
    Recorder recorder(environment(), sink);
    QEventLoop loop;
    QObject::connect(&recorder, &Recorder::grown, &loop, [&] {
        if (recorder.recording().duration() >= duration)
            loop.quit();
    });
    QObject::connect(&recorder, &Recorder::ended, &loop, &QEventLoop::quit);
    QTimer::singleShot(duration + silentFor, &loop,
                       &QEventLoop::quit); // what has come by then is what there is
    loop.exec();
    return recorder.recording();
}

QProcessEnvironment environmentWithoutSound()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PULSE_SERVER"), QStringLiteral("unix:/nonexistent/native"));
    environment.insert(QStringLiteral("PULSE_CLIENTCONFIG"), QStringLiteral("/dev/null"));
    return environment;
}

void takeSoundAwayHere()
{
    qputenv("PULSE_SERVER", "unix:/nonexistent/native");
    qputenv("PULSE_CLIENTCONFIG", "/dev/null");
}

} // namespace Testing
