// SPDX-License-Identifier: Apache-2.0
#include "bench/support/load.h"
#include "bench/insync/hall.h"
#include "bench/insync/house.h"
#include "bench/insync/offsets.h"
#include "bench/insync/sections.h"
#include "bench/support/report.h"

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Bench {

namespace {

constexpr auto soundsWithin = 30s;
constexpr auto settles = 10s;
constexpr auto before = 10s;
constexpr auto busy = 20s;
constexpr auto after = 20s;
constexpr auto spare = 60s;
constexpr double backWithinMs = 2;
constexpr auto backAfter = 5s;

/// From when on all windows are usable and within; nothing where the last one is not.
std::optional<std::chrono::microseconds> backAt(const std::vector<Window> &windows)
{
    const auto isBack = [](const Window &window) {
        return window.offsetMs && std::abs(*window.offsetMs) <= backWithinMs;
    };
    const auto bad = std::find_if_not(windows.rbegin(), windows.rend(), isBack);
    return bad == windows.rbegin() ? std::nullopt : std::optional(std::prev(bad)->at);
}

void add(Table &table, const QString &name, const std::vector<Window> &windows)
{
    const Figures figures = figuresOf(windows);
    table.add({name, number(100 * figures.usableShare), number(figures.medianMs, 3), number(figures.p95Ms, 3),
               number(figures.mostMs, 3)});
}

void judge(const std::vector<Window> &afterwards, std::chrono::microseconds busyTo)
{
    const auto back = backAt(afterwards);
    sayGoal(u"within %1 ms from %2 s after it on: %3"_s.arg(backWithinMs)
                .arg(backAfter.count())
                .arg(back ? u"%1 s"_s.arg(double((*back - busyTo).count()) / 1e6, 0, 'f', 1) : u"never"_s),
            back && *back - busyTo <= backAfter);
}

} // namespace

void measureLoad(const Plan &plan)
{
    const QTemporaryDir folder;
    const Material material(folder.path(), int((settles + before + busy + after + spare).count()));
    sayProgress(u"load: all processors busy for %1 s"_s.arg(busy.count()));
    Hall hall(plan.sinks);
    const auto house = playingHouse(hall.environment(), material);
    hall.awaitSound(soundsWithin);
    hall.listenFor(settles);
    const auto begin = Testing::monotonicNow();
    hall.listenFor(before);
    const auto busyFrom = Testing::monotonicNow();
    {
        const Load load;
        hall.listenFor(busy);
    }
    const auto busyTo = Testing::monotonicNow();
    hall.listenFor(after + 1s);
    const Tape one = hall.tape(0);
    const Tape other = hall.tape(1);
    const auto afterwards = compare(one, other, busyTo, busyTo + after);
    Table table(u"Two Segues, all processors busy for %1 s"_s.arg(busy.count()),
                {u"windows"_s, u"usable %"_s, u"median ms"_s, u"p95 ms"_s, u"most ms"_s});
    add(table, u"before"_s, compare(one, other, begin, busyFrom));
    add(table, u"busy"_s, compare(one, other, busyFrom, busyTo));
    add(table, u"after"_s, afterwards);
    table.print();
    judge(afterwards, busyTo);
}

} // namespace Bench
