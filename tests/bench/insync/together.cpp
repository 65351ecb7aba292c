// SPDX-License-Identifier: Apache-2.0
#include "bench/insync/hall.h"
#include "bench/insync/house.h"
#include "bench/insync/offsets.h"
#include "bench/insync/qtpair.h"
#include "bench/insync/sections.h"
#include "bench/insync/snapcast.h"
#include "bench/support/report.h"

#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Bench {

namespace {

constexpr auto soundsWithin = 30s;
constexpr auto settles = 10s; // Snapcast's clients take their time
constexpr auto spare = 60s; // of music: what starts takes long on a busy machine
constexpr double aimedMedianMs = 0.5;
constexpr double aimedP95Ms = 1;
constexpr double medianFloorMs = 1;
constexpr double p95FloorMs = 2.5;
constexpr double usableFloor = 0.85;
constexpr double timesSnapcast = 10;
constexpr double recordingErrorMs = 0.2;

struct Run {
    QString name;
    std::chrono::microseconds begin;
    std::vector<Window> windows;
    Figures figures;
    Figures recording; ///< one sink against itself
    double clockErrorMs;
    double lateMs;
};

std::unique_ptr<System> start(const QString &name, const Hall &hall, const Material &material,
                              const Plan &plan)
{
    if (name == "segue"_L1)
        return playingHouse(hall.environment(), material);
    if (name == "snapcast"_L1)
        return std::make_unique<Snapcast>(hall.environment(), material);
    if (name == "qmediaplayer"_L1)
        return std::make_unique<QtPair>(hall.environment(), material, plan.backend);
    throw std::runtime_error("there is no system " + name.toStdString());
}

Run listen(const QString &name, const Material &material, const Plan &plan)
{
    sayProgress(u"together: %1"_s.arg(name));
    Hall hall(plan.sinks);
    const auto system = start(name, hall, material, plan);
    hall.awaitSound(soundsWithin);
    hall.listenFor(settles);
    const auto begin = Testing::monotonicNow();
    const auto end = begin + plan.time;
    hall.listenFor(plan.time + 1s);
    sayProgress(u"together: %1 is compared"_s.arg(name));
    const Tape one = hall.tape(0);
    const Tape other = hall.tape(1);
    auto windows = compare(one, other, begin, end);
    const Figures figures = figuresOf(windows);
    return {.name = name,
            .begin = begin,
            .windows = std::move(windows),
            .figures = figures,
            .recording = figuresOf(compare(one, hall.again(), begin, end)),
            .clockErrorMs = clockErrorMs(one, other, begin, end),
            .lateMs = one.lateMs(begin, end)};
}

void print(const std::vector<Run> &runs)
{
    Table table(u"Two sinks, how far apart"_s,
                {u"system"_s, u"usable %"_s, u"median ms"_s, u"p95 ms"_s, u"most ms"_s,
                 u"the second later by, median ms"_s, u"one sink against itself, most ms"_s,
                 u"clock of the recording, ms"_s, u"recorder late by, p95 ms"_s});
    for (const Run &run : runs) {
        const Figures &figures = run.figures;
        const bool isAny = figures.usableShare > 0;
        const auto figure = [&](double value) { return isAny ? number(value, 3) : u"-"_s; };
        table.add({run.name, number(100 * figures.usableShare), figure(figures.medianMs),
                   figure(figures.p95Ms), figure(figures.mostMs), figure(figures.signedMedianMs),
                   number(run.recording.mostMs, 3), number(run.clockErrorMs, 3), number(run.lateMs, 1)});
    }
    table.print();
}

const Run *find(const std::vector<Run> &runs, QLatin1StringView name)
{
    const auto found = std::ranges::find(runs, name, &Run::name);
    return found == runs.end() ? nullptr : &*found;
}

void judge(const std::vector<Run> &runs)
{
    double error = 0;
    for (const Run &run : runs)
        error = std::max({error, run.recording.mostMs, run.clockErrorMs});
    sayGoal(
        u"the recording itself is wrong by %1 ms at most: %2"_s.arg(recordingErrorMs).arg(error, 0, 'f', 3),
        error <= recordingErrorMs);
    const Run *segue = find(runs, "segue"_L1);
    if (segue == nullptr)
        return;
    const Figures &own = segue->figures;
    const bool isAny = own.usableShare > 0;
    sayGoal(u"two Segues: median %1 ms, 95 of 100 within %2 ms"_s.arg(aimedMedianMs).arg(aimedP95Ms),
            isAny && own.medianMs <= aimedMedianMs && own.p95Ms <= aimedP95Ms);
    sayGoal(u"the least: median %1 ms, 95 of 100 within %2 ms, %3 % of windows usable"_s.arg(medianFloorMs)
                .arg(p95FloorMs)
                .arg(100 * usableFloor),
            own.medianMs <= medianFloorMs && own.p95Ms <= p95FloorMs && own.usableShare >= usableFloor);
    if (const Run *snapcast = find(runs, "snapcast"_L1); snapcast && snapcast->figures.usableShare > 0) {
        const double ratio = own.medianMs / snapcast->figures.medianMs;
        sayGoal(u"no more than %1 times as far apart as Snapcast, by the medians: %2"_s.arg(timesSnapcast)
                    .arg(ratio, 0, 'f', 1),
                isAny && ratio <= timesSnapcast);
    }
}

/// A block for each system, which plot.gp finds by its number: seconds, and how much later the second sink
/// is.
void write(const std::vector<Run> &runs, const QString &path)
{
    QFile file(path);
    QString text;
    for (const Run &run : runs) {
        text += u"%1\n"_s.arg(run.name);
        for (const Window &window : run.windows)
            if (window.offsetMs)
                text += u"%1 %2\n"_s.arg(double((window.at - run.begin).count()) / 1e6, 0, 'f', 1)
                            .arg(*window.offsetMs, 0, 'f', 4);
        text += "\n\n"_L1;
    }
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        throw std::runtime_error("cannot write " + path.toStdString());
}

} // namespace

void measureTogether(const Plan &plan)
{
    const QTemporaryDir folder;
    const Material material(folder.path(), int((plan.time + settles + spare).count()));
    std::vector<Run> runs;
    for (const QString &name : plan.systems) {
        if (name == "snapcast"_L1 && !Snapcast::isInstalled())
            sayLoudly(u"NOT COMPARED: snapserver and snapclient are not installed"_s);
        else
            runs.push_back(listen(name, material, plan));
    }
    print(runs);
    judge(runs);
    if (!plan.data.isEmpty())
        write(runs, plan.data);
}

} // namespace Bench
