// SPDX-License-Identifier: Apache-2.0
#include "bench/seeks/together.h"

#include "app/player/follower.h"
#include "app/player/mediaplayeroutput.h"
#include "bench/seeks/listening.h"
#include "support/soundserver.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Seeks {

namespace {

constexpr auto joinsAfter = 7s;
constexpr auto listened = 30s;
constexpr auto lookEach = 1s;
constexpr auto tickEach = 100ms;

void pass(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

void carryOut(const Player::Action &action, Player::Output &output, const QUrl &media)
{
    struct {
        Player::Output &output;
        const QUrl &media;
        void operator()(Player::Hold) const { }
        void operator()(Player::Jump jump) const { output.seek(jump.to); }
        void operator()(Player::Pause) const { output.pause(); }
        void operator()(Player::Resume) const { output.resume(); }
        void operator()(Player::Start start) const { output.start(media, start.from, start.paused); }
        void operator()(Player::Stop) const { output.stop(); }
    } act{output, media};
    std::visit(act, action);
}

/// One of the two: its sound server, its ear and its process.
struct Seat {
    Testing::SoundServer server;
    std::unique_ptr<Testing::Recorder> recorder;
    QProcess child;

    bool sit()
    {
        if (!server.start())
            return false;
        recorder = std::make_unique<Testing::Recorder>(server.environment(), u"a"_s);
        return true;
    }

    void play(const QString &backend, const Material &material, std::chrono::microseconds origin,
              std::chrono::seconds time)
    {
        auto environment = server.environment();
        environment.insert(u"QT_MEDIA_BACKEND"_s, backend);
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(),
                    {u"--follow"_s, material.path, QString::number(origin.count()),
                     QString::number(std::chrono::milliseconds(time).count())});
    }
};

} // namespace

int follow(const QString &path, std::chrono::microseconds origin, std::chrono::milliseconds duration)
{
    const auto media = QUrl::fromLocalFile(path);
    const Player::TrackKey key{.track = 1, .playId = 1};
    Player::MediaPlayerOutput output;
    Player::Follower follower;
    std::optional<Player::TrackKey> started;
    QTimer tick;
    QObject::connect(&tick, &QTimer::timeout, &output, [&] {
        const auto position =
            std::chrono::duration_cast<std::chrono::milliseconds>(Testing::monotonicNow() - origin);
        const auto action =
            follower.next(Player::Target{.key = key, .position = position, .together = true},
                          {started, output.position(), output.condition()}, std::chrono::steady_clock::now());
        if (std::holds_alternative<Player::Start>(action))
            started = key;
        carryOut(action, output, media);
    });
    tick.start(tickEach);
    pass(duration);
    return 0;
}

QString playTogether(const QString &backend, const Material &material)
{
    Seat first;
    Seat second;
    if (!first.sit() || !second.sit())
        return u"no sound server"_s;
    pass(3s); // the monitor of a fresh sink speaks late the first time
    const auto origin = Testing::monotonicNow();
    first.play(backend, material, origin, joinsAfter + listened);
    pass(joinsAfter);
    const auto joined = Testing::monotonicNow();
    second.play(backend, material, origin, listened);
    pass(listened);
    const Listener firstEar(material, first.recorder->recording(), first.recorder->origin());
    const Listener secondEar(material, second.recorder->recording(), second.recorder->origin());
    QStringList apart;
    int worst = 0;
    for (auto at = joined + 1s; at < joined + listened - 3s; at += lookEach) {
        const auto target = int((at - origin).count() / 1000);
        const Step step{.at = at, .isStart = false, .targetMs = target, .said = {}};
        const auto one = firstEar.judge(step);
        const auto other = secondEar.judge(step);
        if (one.kind != Heard::Kind::Right || other.kind != Heard::Kind::Right) {
            apart << u"?"_s;
            continue;
        }
        worst = std::max(worst, std::abs(one.lagMs - other.lagMs));
        apart << u"%1/%2"_s.arg(one.lagMs).arg(other.lagMs);
    }
    first.child.waitForFinished();
    second.child.waitForFinished();
    return u"at most %1 ms apart; behind the timeline (first/second), second by second: %2"_s.arg(worst).arg(
        apart.join(u' '));
}

} // namespace Seeks
