// SPDX-License-Identifier: Apache-2.0
#include "bench/events/following.h"

#include "support/hub/testhub.h"
#include "support/relay.h"
#include "support/soundserver.h"
#include "sync/sources/followsource.h"
#include "sync/sources/pulsesource.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>

#include <cmath>
#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace Sources = Sync::Sources;

namespace Bench {

namespace {

constexpr auto patience = 30s;

/// False where @p deadline passes first.
bool await(const auto &condition, const QDeadlineTimer &deadline)
{
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents,
                                        int(std::min<qint64>(deadline.remainingTime(), 100)));
    }
    return true;
}

void demand(const auto &condition, const char *what)
{
    if (!await(condition, QDeadlineTimer(patience)))
        throw std::runtime_error(what);
}

int volumeAt(const Sources::FollowSource &source)
{
    for (const Sources::SinkFacts &sink : source.sinks())
        if (sink.name == u"hub~a"_s)
            return int(std::lround(sink.volume * 100));
    return -1;
}

} // namespace

Followed follow(const Sources::FollowWay &way, std::chrono::milliseconds duration,
                std::chrono::milliseconds changeEvery)
{
    Testing::SoundServer sound;
    if (!sound.start({u"a"_s}))
        throw std::runtime_error(sound.why().toStdString());
    Sync::ServerOptions options;
    options.makeSources = [&sound] {
        std::vector<std::unique_ptr<Sources::Source>> sources;
        sources.push_back(
            std::make_unique<Sources::PulseSource>(sound.environment().value(u"PULSE_SERVER"_s)));
        return sources;
    };
    const auto hub = Testing::TestHub::with(std::move(options));
    Testing::Relay relay(hub.port());
    Sources::FollowSource source(
        {{.id = u"hub"_s, .name = u"Hub"_s, .url = QUrl(u"http://127.0.0.1:%1"_s.arg(relay.port()))}}, way);
    demand([&] { return volumeAt(source) >= 0; }, "the sink does not show");
    if (way.hearsPush)
        demand([&] { return relay.webSockets() == 1; }, "the push is not up");
    (void)await([] { return false; }, QDeadlineTimer(1s)); // what comes with the beginning

    Followed found;
    const int before = relay.requests();
    const QDeadlineTimer end(duration);
    for (int volume = 20; !end.hasExpired(); ++volume) {
        const QDeadlineTimer turn(changeEvery > 0ms ? changeEvery : duration);
        if (changeEvery > 0ms) {
            QElapsedTimer clock;
            clock.start();
            if (!sound.control({u"set-sink-volume"_s, u"a"_s, QString::number(volume) + u'%'}))
                throw std::runtime_error("pactl failed");
            demand([&] { return volumeAt(source) == volume; }, "a volume does not show");
            found.lateUs.push_back(double(clock.nsecsElapsed()) / 1000);
        }
        (void)await([&] { return end.hasExpired(); }, turn);
    }
    found.requestsPerMinute =
        (relay.requests() - before) / (std::chrono::duration<double>(duration).count() / 60);
    return found;
}

} // namespace Bench
