// SPDX-License-Identifier: Apache-2.0
#include "bench/engine/contenders.h"

#include "support/recorder.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QThread>

using namespace Qt::StringLiterals;

namespace Bench {

namespace {

constexpr int answerMs = 10'000;
constexpr int pollMs = 50;

class Own : public Contender
{
public:
    explicit Own(const QString &engine)
        : m_engine(engine)
    {
    }
    bool begin(const QProcessEnvironment &environment, const QString &path) override
    {
        m_path = path;
        return m_child.start(environment, m_engine);
    }
    std::optional<std::chrono::microseconds> play() override
    {
        const auto said = m_child.order(u"start 0 "_s + m_path);
        return said ? std::optional(said->at) : std::nullopt;
    }
    void stop() override { (void)m_child.order(u"stop"_s); }
    qint64 processId() const override { return m_child.processId(); }

private:
    QString m_engine;
    QString m_path;
    Child m_child;
};

class Mpd : public Contender
{
public:
    explicit Mpd(const QString &program)
        : m_program(program)
    {
    }
    bool begin(const QProcessEnvironment &environment, const QString &path) override
    {
        const QString name = path.section(u'/', -1);
        return m_mpd.start(m_program, u"type \"pulse\"\nname \"pulse\""_s, environment)
            && m_mpd.waitUntilIdle() && QFile::link(path, m_mpd.musicFolder() + '/'_L1 + name)
            && m_mpd.ask("update").contains("updating_db") && m_mpd.waitUntilIdle()
            && m_mpd.ask("add \"" + name.toUtf8() + '"').endsWith("OK\n");
    }
    std::optional<std::chrono::microseconds> play() override
    {
        const auto now = Testing::monotonicNow();
        return m_mpd.ask("play 0").endsWith("OK\n") ? std::optional(now) : std::nullopt;
    }
    void stop() override { m_mpd.ask("stop"); }
    qint64 processId() const override { return m_mpd.processId(); }

private:
    QString m_program;
    MpdProcess m_mpd;
};

class Mpv : public Contender
{
public:
    explicit Mpv(const QString &program)
        : m_program(program)
    {
    }
    ~Mpv() override
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Mpv)
    bool begin(const QProcessEnvironment &environment, const QString &path) override
    {
        m_path = path;
        const QString address = m_folder.filePath(u"socket"_s);
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(m_program,
                        {u"--no-config"_s, u"--idle"_s, u"--ao=pulse"_s, u"--vid=no"_s, u"--no-terminal"_s,
                         u"--input-ipc-server="_s + address});
        if (!m_process.waitForStarted())
            return false;
        QElapsedTimer since;
        for (since.start(); since.elapsed() < answerMs; QThread::msleep(pollMs)) {
            m_socket.connectToServer(address);
            if (m_socket.waitForConnected(pollMs))
                return true;
        }
        return false;
    }
    std::optional<std::chrono::microseconds> play() override
    {
        const auto now = Testing::monotonicNow();
        return say(R"({"command":["loadfile",")" + m_path.toUtf8() + R"("]})") ? std::optional(now)
                                                                               : std::nullopt;
    }
    void stop() override { (void)say(R"({"command":["stop"]})"); }
    qint64 processId() const override { return m_process.processId(); }

private:
    /// Events come in between answers.
    bool say(const QByteArray &command)
    {
        m_socket.readAll();
        m_socket.write(command + '\n');
        QByteArray answer;
        while (!answer.contains("\"error\"")) {
            if (!m_socket.waitForReadyRead(answerMs))
                return false;
            answer += m_socket.readAll();
        }
        return answer.contains(R"("error":"success")");
    }

    QString m_program;
    QString m_path;
    QTemporaryDir m_folder;
    QProcess m_process;
    QLocalSocket m_socket;
};

} // namespace

std::unique_ptr<Contender> makeOwn(const QString &engine) { return std::make_unique<Own>(engine); }

std::unique_ptr<Contender> makeMpd(const QString &program) { return std::make_unique<Mpd>(program); }

std::unique_ptr<Contender> makeMpv(const QString &program) { return std::make_unique<Mpv>(program); }

} // namespace Bench
