// SPDX-License-Identifier: Apache-2.0
#include "bench/engine/player.h"

#include "app/player/engine/timelineoutput.h"
#include "support/recorder.h"

#include <QAudioDevice>
#include <QAudioOutput>
#include <QCoreApplication>
#include <QMediaDevices>
#include <QMediaPlayer>
#include <QSocketNotifier>
#include <QTimer>
#include <QUrl>

#include <unistd.h>

#include <cstdio>

#include <malloc.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Bench {

namespace {

void tell(const char *what, std::chrono::microseconds at, qint64 value = 0, qint64 other = 0)
{
    std::printf("%s %lld %lld %lld\n", what, qlonglong(at.count()), qlonglong(value), qlonglong(other));
    std::fflush(stdout);
}

class Engine : public QObject
{
public:
    virtual void start(std::chrono::milliseconds from, const QStringList &album) = 0;
    virtual void seek(std::chrono::milliseconds to) = 0;
    virtual void pause() = 0;
    virtual void resume() = 0;
    virtual void stop() = 0;
    virtual void report() { }
    [[nodiscard]] virtual quint64 underruns() { return 0; }
};

/// What the program asked for and has not given back. What the allocator keeps beside that is memory too, but
/// no leak.
qint64 allocatedKib()
{
    const struct mallinfo2 info = mallinfo2();
    return qint64(info.uordblks + info.hblkhd) / 1024;
}

class OwnEngine : public Engine
{
public:
    OwnEngine()
    {
        connect(&m_output, &Player::Output::ended, this, [this] {
            tell("ended", Testing::monotonicNow(), m_track);
            if (++m_track < m_album.size())
                play(0ms);
        });
        connect(&m_output, &Player::Output::failed, this,
                [](const QString &why) { std::fprintf(stderr, "%s\n", qPrintable(why)); });
    }
    void start(std::chrono::milliseconds from, const QStringList &album) override
    {
        m_album = album;
        m_track = 0;
        play(from);
    }
    void seek(std::chrono::milliseconds to) override { m_output.seek(to); }
    void pause() override { m_output.pause(); }
    void resume() override { m_output.resume(); }
    void stop() override { m_output.stop(); }
    void report() override
    {
        tell("position", Testing::monotonicNow(), m_output.heardAt().count(), m_track);
        (void)underruns();
    }
    quint64 underruns() override
    {
        const quint64 now = m_output.underruns();
        m_underruns += now >= m_lastUnderruns ? now - m_lastUnderruns : now; // a new device counts anew
        m_lastUnderruns = now;
        return m_underruns;
    }

private:
    void play(std::chrono::milliseconds from)
    {
        m_output.start(urlOf(m_track), from, false);
        if (m_track + 1 < m_album.size())
            m_output.setNext(urlOf(m_track + 1), {});
    }
    [[nodiscard]] QUrl urlOf(qsizetype track) const { return QUrl::fromLocalFile(m_album.at(track)); }

    Player::TimelineOutput m_output;
    QStringList m_album;
    qsizetype m_track = 0;
    quint64 m_underruns = 0;
    quint64 m_lastUnderruns = 0;
};

class QtEngine : public Engine
{
public:
    explicit QtEngine(const QString &device)
        : m_output(deviceOf(device))
    {
        m_player.setAudioOutput(&m_output);
    }
    void start(std::chrono::milliseconds from, const QStringList &album) override
    {
        m_player.setSource({}); // or the same file would go on where it was
        m_player.setSource(QUrl::fromLocalFile(album.first()));
        m_player.play();
        if (from > 0ms)
            m_player.setPosition(from.count());
    }
    void seek(std::chrono::milliseconds to) override { m_player.setPosition(to.count()); }
    void pause() override { m_player.pause(); }
    void resume() override { m_player.play(); }
    void stop() override { m_player.stop(); }

private:
    static QAudioDevice deviceOf(const QString &id)
    {
        for (const QAudioDevice &device : QMediaDevices::audioOutputs())
            if (device.id() == id.toUtf8())
                return device;
        return QMediaDevices::defaultAudioOutput();
    }

    QAudioOutput m_output;
    QMediaPlayer m_player;
};

class Obedience
{
public:
    explicit Obedience(Engine &engine)
        : m_engine(engine)
    {
        QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { read(); });
        QObject::connect(&m_reports, &QTimer::timeout, &m_reports, [this] { m_engine.report(); });
        m_reports.setTimerType(Qt::PreciseTimer);
        tell("ready", Testing::monotonicNow());
    }

private:
    void read()
    {
        char piece[4096];
        const ssize_t size = ::read(STDIN_FILENO, piece, sizeof piece);
        if (size <= 0)
            return QCoreApplication::quit();
        m_rest.append(piece, size);
        for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
            const QString line = QString::fromUtf8(m_rest.first(end));
            m_rest.remove(0, end + 1);
            obey(line.section(u' ', 0, 0), line.section(u' ', 1));
        }
    }
    void obey(const QString &verb, const QString &rest)
    {
        const auto now = Testing::monotonicNow();
        const std::chrono::milliseconds time(rest.section(u' ', 0, 0).toInt());
        if (verb == "start"_L1)
            m_engine.start(time, rest.section(u' ', 1).split(u'|'));
        else if (verb == "seek"_L1)
            m_engine.seek(time);
        else if (verb == "pause"_L1)
            m_engine.pause();
        else if (verb == "resume"_L1)
            m_engine.resume();
        else if (verb == "stop"_L1)
            m_engine.stop();
        else if (verb == "report"_L1)
            m_reports.start(time);
        if (verb == "underruns"_L1)
            tell("underruns", now, qint64(m_engine.underruns()));
        else if (verb == "allocated"_L1)
            tell("allocated", now, allocatedKib());
        else
            tell(qPrintable(verb), now, time.count());
    }

    Engine &m_engine;
    QByteArray m_rest;
    QTimer m_reports;
    QSocketNotifier m_notifier{STDIN_FILENO, QSocketNotifier::Read};
};

} // namespace

int playAsTold(const QString &engine, const QString &device)
{
    std::unique_ptr<Engine> player;
    if (engine == "own"_L1)
        player = std::make_unique<OwnEngine>();
    else
        player = std::make_unique<QtEngine>(device);
    const Obedience obedience(*player);
    return QCoreApplication::exec();
}

} // namespace Bench
