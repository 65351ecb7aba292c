// SPDX-License-Identifier: Apache-2.0
#include "bench/events/following.h"
#include "bench/events/foreign.h"
#include "bench/events/subscribers.h"
#include "bench/support/statistics.h"
#include "support/hub/asking.h"
#include "support/hub/testhub.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {

void order(quint16 port, const QByteArray &path, const QJsonObject &json = {})
{
    if (Testing::ask(port, "POST /api/v1/session/" + path, json).status != 200)
        throw std::runtime_error("the session was not told");
}

void print(const QString &what, int rounds, const std::vector<double> &us)
{
    std::printf("| %s | %d | %.2f | %.2f | %.2f |\n", qPrintable(what), rounds,
                Bench::quantile(us, 0.5) / 1000, Bench::quantile(us, 0.99) / 1000,
                *std::ranges::max_element(us) / 1000);
}

void run(int count, int rounds)
{
    const Testing::TestHub hub;
    order(hub.port(), "play", {{"track_id"_L1, 1}, {"from_is"_L1, "album"_L1}, {"from_is_id"_L1, 7}});
    Bench::Subscribers subscribers(hub.port(), count);
    std::vector<double> all;
    for (int round = 0; round < rounds; ++round) {
        const bool pauses = round % 2 == 0;
        order(hub.port(), pauses ? "pause" : "resume");
        const auto latencies =
            subscribers.latenciesUs(pauses ? "track_playback_paused" : "track_playback_resumed");
        all.insert(all.end(), latencies.begin(), latencies.end());
    }
    print(u"%1 subscribers, after the hub's commit"_s.arg(count), rounds, all);
}

/// The rest is told also where one of them is not installed.
void run(const QString &what, int rounds, const auto &measure)
{
    try {
        print(what, rounds, measure(rounds));
    } catch (const std::exception &error) {
        std::printf("| %s | NOT MEASURED: %s |\n", qPrintable(what), error.what());
    }
}

/// One that has another hub push, and one that asks it every 5 s.
void runFollowing(std::chrono::seconds duration)
{
    constexpr std::chrono::seconds between{7}; // not in step with the one that asks
    const std::pair<const char *, Sync::Sources::FollowWay> ways[] = {
        {"push", {}}, {"polling every 5 s", {.hearsPush = false, .pollEvery = std::chrono::seconds(5)}}};
    std::puts(
        "| following by | requests a minute, nothing changes | with a change every 7 s | ms until it shows, "
        "p50 | max |\n| --- | ---: | ---: | ---: | ---: |");
    for (const auto &[name, way] : ways) {
        const Bench::Followed still = Bench::follow(way, duration, {});
        const Bench::Followed busy = Bench::follow(way, duration, between);
        std::printf("| %s | %.1f | %.1f | %.1f | %.1f |\n", name, still.requestsPerMinute,
                    busy.requestsPerMinute, Bench::quantile(busy.lateUs, 0.5) / 1000,
                    *std::ranges::max_element(busy.lateUs) / 1000);
    }
}

} // namespace

/// How much later than a foreign player's own word, and than the hub's own commit, subscribers hear of a
/// change.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures how late subscribers hear of an event."_s);
    parser.addHelpOption();
    parser.addOption({u"subscribers"_s, u"How many there are."_s, u"N"_s, u"1000"_s});
    parser.addOption({u"rounds"_s, u"How many events are told."_s, u"N"_s, u"1000"_s});
    parser.addOption(
        {u"following"_s, u"Count instead what following a hub takes, for so long each."_s, u"SECONDS"_s});
    parser.process(application);
    try {
        if (parser.isSet(u"following"_s)) {
            runFollowing(std::chrono::seconds(parser.value(u"following"_s).toInt()));
            return 0;
        }
        const int rounds = parser.value(u"rounds"_s).toInt();
        std::puts("| event | events | p50 ms | p99 ms | max ms |\n| --- | ---: | ---: | ---: | ---: |");
        run(u"Mopidy, after its own socket"_s, rounds, Bench::afterMopidyUs);
        run(u"sound server, after the start of pactl"_s, rounds, Bench::afterPactlUs);
        run(parser.value(u"subscribers"_s).toInt(), rounds);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
