// SPDX-License-Identifier: Apache-2.0
#include "bench/hubs/faults.h"
#include "bench/hubs/lateness.h"
#include "bench/hubs/manysessions.h"
#include "bench/hubs/throughput.h"
#include "bench/support/report.h"
#include "bench/support/statistics.h"
#include "support/hub/testhub.h"
#include "support/redisserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <QFile>

#include <cstdio>
#include <stdexcept>

using namespace Qt::StringLiterals;
using Testing::TestHub;

namespace {

constexpr double goalMs = 2;
constexpr double agreedGoalMs = 2000;
constexpr std::chrono::seconds silence(5);
constexpr int hubsOfMany = 4;

struct Plan {
    int changes = 0;
    int users = 0;
    int sessions = 0;
    int seconds = 0;
    int faults = 0;
    QString data{}; ///< the file that gets the throughput for plot.gp; empty: none
};

void compareLateness(const Testing::RedisServer &redis, const Plan &plan)
{
    const TestHub alone;
    const TestHub here = TestHub::sharing(redis.socketAddress(), u"here"_s);
    const TestHub there = TestHub::sharing(redis.socketAddress(), u"there"_s);
    Bench::Table table(u"From one device to another"_s,
                       {u"by way of"_s, u"p50 ms"_s, u"p99 ms"_s, u"slowest ms"_s, u"ratio of p50"_s});
    std::optional<double> first;
    const auto row = [&](const QString &name, quint16 from, quint16 to) {
        Bench::sayProgress(name);
        const auto all = Bench::latenessMs(from, to, plan.changes);
        const double median = Bench::quantile(all, 0.5);
        if (!first)
            first = median;
        table.add({name, Bench::number(median, 2), Bench::number(Bench::quantile(all, 0.99), 2),
                   Bench::number(Bench::quantile(all, 1), 2), Bench::number(median / *first, 2)});
        return Bench::quantile(all, 0.99);
    };
    (void)row(u"one hub"_s, alone.port(), alone.port());
    (void)row(u"one hub that shares through Redis"_s, here.port(), here.port());
    const double late = row(u"two hubs"_s, here.port(), there.port());
    table.print();
    Bench::sayGoal(u"99 of 100 from hub to hub within %1 ms: %2"_s.arg(goalMs).arg(late, 0, 'f', 2),
                   late <= goalMs);
}

void compareThroughput(const Testing::RedisServer &redis, const Plan &plan)
{
    const TestHub alone;
    const TestHub here = TestHub::sharing(redis.socketAddress(), u"here"_s);
    const TestHub there = TestHub::sharing(redis.socketAddress(), u"there"_s);
    Bench::Table table(
        u"Changes a second"_s,
        {u"users, devices each"_s, u"one hub, no Redis"_s, u"one hub"_s, u"two hubs"_s, u"two hubs / one"_s});
    QString data = u"# users, changes a second: one hub without Redis, one hub, two hubs\n"_s;
    const int most = plan.users;
    for (const auto &[users, devices] : {std::pair(1, 4), std::pair(1, 1), std::pair(most / 100, 1),
                                         std::pair(most / 10, 1), std::pair(most, 1)}) {
        Bench::sayProgress(u"%1 users"_s.arg(users));
        const double without = Bench::changesPerSecond({alone.port()}, users, devices, plan.seconds);
        const double one = Bench::changesPerSecond({here.port()}, users, devices, plan.seconds);
        const double two = Bench::changesPerSecond({here.port(), there.port()}, users, devices, plan.seconds);
        table.add({u"%1, %2"_s.arg(users).arg(devices), Bench::number(without, 0), Bench::number(one, 0),
                   Bench::number(two, 0), Bench::number(two / one, 2)});
        if (devices == 1)
            data +=
                u"%1 %2 %3 %4\n"_s.arg(users).arg(without, 0, 'f', 0).arg(one, 0, 'f', 0).arg(two, 0, 'f', 0);
    }
    table.print();
    if (plan.data.isEmpty())
        return;
    QFile file(plan.data);
    if (!file.open(QIODevice::WriteOnly) || file.write(data.toLatin1()) < 0)
        throw std::runtime_error("cannot write " + plan.data.toStdString());
}

void crowdRedis(const Testing::RedisServer &redis, const Plan &plan)
{
    Bench::Table table(u"Sessions in one Redis, each watched by two of four hubs"_s,
                       {u"sessions"_s, u"changes a second"_s, u"KiB each"_s, u"Redis us per change"_s,
                        u"p50 ms"_s, u"p99 ms"_s});
    for (const int sessions : {1000, plan.sessions})
        for (const int each : {1000, 0}) {
            Bench::sayProgress(u"%1 sessions"_s.arg(sessions));
            const auto many = Bench::changeMany(redis, sessions, hubsOfMany, each, plan.seconds);
            table.add({QString::number(sessions), Bench::number(many.changesPerSecond, 0),
                       Bench::number(many.bytesEach / 1024, 1), Bench::number(many.redisUsEach, 1),
                       Bench::number(Bench::quantile(many.latenessMs, 0.5), 2),
                       Bench::number(Bench::quantile(many.latenessMs, 0.99), 2)});
        }
    table.print();
}

void makeFaults(int rounds)
{
    Bench::Table table(u"After a fault, until all agree"_s,
                       {u"Redis is"_s, u"times"_s, u"p50 ms"_s, u"slowest ms"_s, u"music stopped"_s});
    bool met = true;
    for (const Testing::RedisFault &fault : Testing::redisFaults(silence)) {
        Bench::sayProgress(QString::fromLatin1(fault.name));
        const auto figures = Bench::befall(fault, rounds);
        const double slowest = Bench::quantile(figures.agreedMs, 1);
        met = met && slowest <= agreedGoalMs && figures.paused == 0;
        table.add({QString::fromLatin1(fault.name), QString::number(rounds),
                   Bench::number(Bench::quantile(figures.agreedMs, 0.5), 0), Bench::number(slowest, 0),
                   QString::number(figures.paused)});
    }
    table.print();
    Bench::sayGoal(u"all agree within %1 ms, and the music goes on"_s.arg(agreedGoalMs), met);
}

} // namespace

/// What it costs that hubs share their sessions through Redis.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures hubs that share sessions through Redis."_s);
    parser.addHelpOption();
    parser.addOption({u"markdown"_s, u"Prints tables as Markdown."_s});
    parser.addOption({u"changes"_s, u"For the lateness."_s, u"N"_s, u"2000"_s});
    parser.addOption({u"users"_s, u"For the throughput."_s, u"N"_s, u"1000"_s});
    parser.addOption({u"sessions"_s, u"In one Redis."_s, u"N"_s, u"20000"_s});
    parser.addOption({u"seconds"_s, u"Of each figure of the throughput."_s, u"N"_s, u"10"_s});
    parser.addOption({u"data"_s, u"Writes the throughput there, for plot.gp."_s, u"FILE"_s});
    parser.addPositionalArgument(u"sections"_s,
                                 u"lateness, throughput, sessions, faults (all where none is named)."_s);
    parser.addOption({u"faults"_s, u"How often each befalls Redis."_s, u"N"_s, u"100"_s});
    parser.process(application);
    Bench::useMarkdown(parser.isSet(u"markdown"_s));
    const Plan plan{.changes = parser.value(u"changes"_s).toInt(),
                    .users = parser.value(u"users"_s).toInt(),
                    .sessions = parser.value(u"sessions"_s).toInt(),
                    .seconds = parser.value(u"seconds"_s).toInt(),
                    .faults = parser.value(u"faults"_s).toInt(),
                    .data = parser.value(u"data"_s)};
    const QStringList sections = parser.positionalArguments();
    const auto isWanted = [&sections](const QString &name) {
        return sections.isEmpty() || sections.contains(name);
    };
    try {
        Testing::RedisServer redis;
        if (!redis.start())
            throw std::runtime_error(redis.why().toStdString());
        if (isWanted(u"lateness"_s))
            compareLateness(redis, plan);
        if (isWanted(u"throughput"_s))
            compareThroughput(redis, plan);
        if (isWanted(u"sessions"_s))
            crowdRedis(redis, plan);
        if (isWanted(u"faults"_s))
            makeFaults(plan.faults);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
