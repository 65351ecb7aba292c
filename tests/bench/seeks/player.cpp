// SPDX-License-Identifier: Apache-2.0
#include "bench/seeks/player.h"

#include "app/player/engine/timelineoutput.h"
#include "app/player/mediaplayeroutput.h"
#include "support/recorder.h"

#include <QAudioDevice>
#include <QAudioOutput>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QMediaDevices>
#include <QMediaPlayer>
#include <QTimer>
#include <QUrl>

#include <cstdio>
#include <functional>
#include <memory>

using namespace Qt::StringLiterals;

namespace Seeks {

namespace {

constexpr int listenMs = 1200; // after each step
constexpr int reportEachMs = 40;

void tell(const char *what, qint64 value)
{
    std::printf("%s %lld %lld\n", what, static_cast<long long>(Testing::monotonicNow().count()),
                static_cast<long long>(value));
    std::fflush(stdout);
}

void pass(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

/// One way to bring a player to a place.
struct Subject {
    std::function<void(qint64 from)> start;
    std::function<void(qint64 to)> seek;
    std::function<qint64()> position;
};

struct Bare {
    QUrl media;
    std::unique_ptr<QAudioOutput> output;
    std::unique_ptr<QMediaPlayer> player;

    void make()
    {
        player.reset();
        output = std::make_unique<QAudioOutput>(QMediaDevices::defaultAudioOutput());
        player = std::make_unique<QMediaPlayer>();
        player->setAudioOutput(output.get());
    }

    void waitLoaded() const
    {
        const auto loaded = [this] {
            const auto status = player->mediaStatus();
            return status == QMediaPlayer::LoadedMedia || status == QMediaPlayer::BufferedMedia
                || status == QMediaPlayer::InvalidMedia;
        };
        for (int waited = 0; !loaded() && waited < 3000; waited += 2)
            pass(2);
    }

    void playAt(qint64 at) const
    {
        player->setSource(media);
        player->play();
        waitLoaded();
        if (at > 0)
            player->setPosition(at);
    }
};

void seekBy(const QString &strategy, Bare &bare, qint64 to)
{
    if (strategy == "plain"_L1) {
        bare.player->setPosition(to);
    } else if (strategy == "pause"_L1) {
        bare.player->pause();
        bare.player->setPosition(to);
        bare.player->play();
    } else if (strategy == "reload"_L1) {
        bare.player->stop();
        bare.player->setSource({});
        bare.playAt(to);
    } else if (strategy == "renew"_L1) {
        bare.make();
        bare.playAt(to);
    }
}

Subject bareSubject(const QString &strategy, const QUrl &media)
{
    auto bare = std::make_shared<Bare>();
    bare->media = media;
    bare->make();
    return {.start = [bare](qint64 from) { bare->playAt(from); },
            .seek = [bare, strategy](qint64 to) { seekBy(strategy, *bare, to); },
            .position = [bare] { return bare->player->position(); }};
}

/// What the program itself does.
template <typename Output> Subject ownSubject(const QUrl &media)
{
    auto output = std::make_shared<Output>();
    return {.start = [output,
                      media](qint64 from) { output->start(media, std::chrono::milliseconds(from), false); },
            .seek = [output](qint64 to) { output->seek(std::chrono::milliseconds(to)); },
            .position = [output] { return qint64(output->position().count()); }};
}

template <typename Output> Subject ownStarts(const QUrl &media)
{
    auto subject = ownSubject<Output>(media);
    subject.seek = subject.start;
    return subject;
}

Subject subjectFor(const QString &strategy, const QUrl &media)
{
    using Player::MediaPlayerOutput;
    using Player::TimelineOutput;
    if (strategy == "output-seek"_L1)
        return ownSubject<MediaPlayerOutput>(media);
    if (strategy == "output-start"_L1)
        return ownStarts<MediaPlayerOutput>(media);
    if (strategy == "timeline-seek"_L1)
        return ownSubject<TimelineOutput>(media);
    return strategy == "timeline-start"_L1 ? ownStarts<TimelineOutput>(media) : bareSubject(strategy, media);
}

void listen(const Subject &subject)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < listenMs) {
        tell("position", subject.position());
        pass(reportEachMs);
    }
}

} // namespace

int playAndSeek(const QString &path, const QString &strategy, int seeks, int durationMs)
{
    auto subject = subjectFor(strategy, QUrl::fromLocalFile(path));
    tell("start", 0);
    subject.start(0);
    listen(subject);
    const int roomMs = durationMs - 15'000;
    for (int i = 0; i < seeks; ++i) {
        const qint64 to = 5000 + (i * 7919LL * 13) % roomMs; // forth and back, not the same twice
        tell("seek", to);
        subject.seek(to);
        listen(subject);
    }
    tell("done", 0);
    return 0;
}

} // namespace Seeks
