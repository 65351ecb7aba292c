// SPDX-License-Identifier: Apache-2.0
#include "bench/engine/child.h"
#include "bench/engine/ear.h"
#include "bench/engine/material.h"
#include "bench/engine/sections.h"
#include "bench/support/load.h"
#include "bench/support/processcost.h"
#include "bench/support/report.h"
#include "support/noise.h"

#include <QTemporaryDir>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Bench {

namespace {

constexpr int seconds = 60; // of each file
constexpr auto between = 3s; // a person seeks or skips twice a minute
constexpr auto sampledEach = 30s;
constexpr double warmUpShare = 0.2;
constexpr std::size_t samplesAtLeast = 10;
constexpr double flatBelowKibAnHour = 1024;

struct Sample {
    double hours;
    double kib; ///< anonymous
    double allocatedKib;
};

struct Soaked {
    std::vector<Sample> memory{};
    int orders = 0;
    qint64 underruns = 0;
    double minutes = 0;
};

/// One of what a person does. The albums of two are for joints.
QString nextOrder(std::mt19937 &random, const std::vector<Piece> &pieces)
{
    const auto any = [&] { return pieces[random() % pieces.size()].path; };
    const auto dice = random() % 10;
    if (dice < 5)
        return u"seek %1"_s.arg(random() % ((seconds - 5) * 1000));
    if (dice < 8)
        return u"start 0 %1|%2"_s.arg(any(), any());
    if (dice < 9)
        return u"start %1 %2|%3"_s.arg((seconds - 2) * 1000).arg(any(), any());
    return u"pause"_s;
}

std::optional<Soaked> soak(Child &child, const std::vector<Piece> &pieces, std::chrono::minutes time)
{
    std::mt19937 random(11);
    Soaked soaked;
    const auto before = child.order(u"underruns"_s);
    const auto begin = Testing::monotonicNow();
    auto sampled = begin - sampledEach;
    bool paused = true;
    while (before && Testing::monotonicNow() < begin + time) {
        const QString order = soaked.orders == 0 ? u"start 0 "_s + pieces.front().path
            : paused                             ? u"resume"_s
                                                 : nextOrder(random, pieces);
        paused = order == "pause"_L1;
        if (!child.order(order))
            return std::nullopt;
        ++soaked.orders;
        Stage::pass(between);
        const auto counted = child.order(u"underruns"_s);
        if (!counted)
            return std::nullopt;
        if (counted->value - before->value > soaked.underruns)
            sayProgress(u"soak: %1 underruns after order %2: %3"_s
                            .arg(counted->value - before->value - soaked.underruns)
                            .arg(soaked.orders)
                            .arg(order.section(u' ', 0, 1)));
        soaked.underruns = counted->value - before->value;
        const auto now = Testing::monotonicNow();
        if (now - sampled >= sampledEach) {
            sampled = now;
            const auto allocated = child.order(u"allocated"_s);
            if (!allocated)
                return std::nullopt;
            soaked.memory.push_back({.hours = double((now - begin).count()) / 3.6e9,
                                     .kib = double(anonymousKib(child.processId())),
                                     .allocatedKib = double(allocated->value)});
            sayProgress(u"soak: %1 of %2 minutes, %3 KiB, %4 of them allocated"_s.arg((now - begin) / 1min)
                            .arg(time.count())
                            .arg(soaked.memory.back().kib)
                            .arg(allocated->value));
        }
    }
    soaked.minutes = double((Testing::monotonicNow() - begin).count()) / 6e7;
    return soaked;
}

/// KiB an hour, after what a new process takes anyway; nothing for too short a time.
std::optional<double> slopeOf(std::vector<Sample> memory, double Sample::*what)
{
    memory.erase(memory.begin(), memory.begin() + std::ptrdiff_t(double(memory.size()) * warmUpShare));
    if (memory.size() < samplesAtLeast)
        return std::nullopt;
    double hours = 0;
    double kib = 0;
    for (const Sample &sample : memory) {
        hours += sample.hours / double(memory.size());
        kib += sample.*what / double(memory.size());
    }
    double above = 0;
    double below = 0;
    for (const Sample &sample : memory) {
        above += (sample.hours - hours) * (sample.*what - kib);
        below += (sample.hours - hours) * (sample.hours - hours);
    }
    return above / below;
}

QStringList rowOf(const QString &name, const Soaked &soaked)
{
    const auto slope = slopeOf(soaked.memory, &Sample::kib);
    const auto allocatedSlope = slopeOf(soaked.memory, &Sample::allocatedKib);
    const auto [least, most] = std::ranges::minmax(soaked.memory, {}, &Sample::kib);
    return {name,
            number(soaked.minutes),
            QString::number(soaked.orders),
            QString::number(soaked.underruns),
            number(soaked.memory.front().kib / 1024),
            number(soaked.memory.back().kib / 1024),
            number(least.kib / 1024),
            number(most.kib / 1024),
            slope ? number(*slope, 0) : u"-"_s,
            number(soaked.memory.back().allocatedKib / 1024),
            allocatedSlope ? number(*allocatedSlope, 0) : u"-"_s};
}

} // namespace

bool measureSoak(const Plan &plan)
{
    const QTemporaryDir folder;
    const Material material(folder.path(), seconds);
    const auto pieces = material.inAllFormats();
    Stage stage;
    Child child;
    if (pieces.empty() || !stage.open(Noise::sampleRate, false)
        || !child.start(stage.server().environment(), u"own"_s)
        || !child.order(u"report 200"_s)) // counts underruns before a new device forgets them
        return false;
    const auto quiet = soak(child, pieces, std::chrono::minutes(plan.soakMinutes));
    std::optional<Soaked> busy;
    if (quiet && plan.busyMinutes > 0) {
        const Load load;
        busy = soak(child, pieces, std::chrono::minutes(plan.busyMinutes));
    }
    if (!quiet || (plan.busyMinutes > 0 && !busy)) {
        sayLoudly(u"The player died."_s);
        return false;
    }
    Table table(u"Soak"_s,
                {u"machine"_s, u"minutes"_s, u"orders"_s, u"underruns"_s, u"anonymous MiB, first"_s,
                 u"last"_s, u"least"_s, u"most"_s, u"KiB an hour"_s, u"allocated MiB, last"_s,
                 u"KiB an hour"_s});
    table.add(rowOf(u"as it is"_s, *quiet));
    if (busy)
        table.add(rowOf(u"all processors busy"_s, *busy));
    table.print();
    const auto slope = slopeOf(quiet->memory, &Sample::kib);
    const auto allocatedSlope = slopeOf(quiet->memory, &Sample::allocatedKib);
    if (slope && allocatedSlope) {
        sayGoal(u"anonymous memory flat: %1 KiB an hour"_s.arg(number(*slope, 0)),
                *slope < flatBelowKibAnHour);
        sayGoal(u"allocated memory flat: %1 KiB an hour"_s.arg(number(*allocatedSlope, 0)),
                *allocatedSlope < flatBelowKibAnHour);
    } else
        sayLoudly(u"NOT MEASURED: too few minutes for the slope of the memory"_s);
    sayGoal(u"no underrun where nothing else runs: %1"_s.arg(quiet->underruns), quiet->underruns == 0);
    return true;
}

} // namespace Bench
