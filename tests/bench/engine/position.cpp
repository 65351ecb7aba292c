// SPDX-License-Identifier: Apache-2.0
#include "bench/engine/child.h"
#include "bench/engine/ear.h"
#include "bench/engine/material.h"
#include "bench/engine/sections.h"
#include "bench/support/report.h"
#include "bench/support/statistics.h"
#include "support/noise.h"

#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Bench {

namespace {

constexpr int tracks = 12;
constexpr int secondsEach = 15;
constexpr int framesEach = secondsEach * Noise::sampleRate;
constexpr int reportEachMs = 20;
constexpr qint64 window = 512; // 12 ms: what sounds right then
constexpr qint64 half = window / 2;
constexpr qint64 searched = 60LL * Noise::sampleRate / 1000;
constexpr double goalMs = 3;

enum class When { Steady, AfterStart, AfterSeek, AfterPause, AfterResume, AtJoint };
constexpr std::array names = {"nothing happened for half a second",
                              "after the start",
                              "after a seek",
                              "after a pause",
                              "after a resume",
                              "around a joint"};
constexpr auto afterwards = 500ms;

struct Count {
    std::vector<double> offMs{}; ///< reported minus recorded
    int onItsWay = 0; ///< what was ordered is reported, and not heard yet
    int silent = 0;
    int lost = 0; ///< neither
};
using Counts = std::array<Count, names.size()>;

struct Event {
    std::chrono::microseconds at;
    When when;
};

/// Seeks, pauses and resumes, and lets joints come, for so long.
bool use(Child &child, int seconds)
{
    const auto until = Testing::monotonicNow() + std::chrono::seconds(seconds);
    for (int i = 0; Testing::monotonicNow() < until; ++i) {
        // Not so far that the last seconds of a track, and its joint, are never played.
        if (!child.order(u"seek %1"_s.arg(500 + i * 1237 % ((secondsEach - 3) * 1000))))
            return false;
        Stage::pass(2500ms);
        if (i % 3 == 0) {
            if (!child.order(u"pause"_s))
                return false;
            Stage::pass(i % 6 == 0 ? 700ms : 7s); // once kept, once let go of the device
            if (!child.order(u"resume"_s))
                return false;
            Stage::pass(2s);
        }
        if (i % 4 == 1) {
            if (!child.order(u"seek %1"_s.arg((secondsEach - 2) * 1000)))
                return false;
            Stage::pass(6s);
        }
    }
    return true;
}

std::vector<Event> eventsOf(const std::vector<Child::Said> &said)
{
    std::vector<Event> events;
    for (const auto &one : said) {
        if (one.what == "start")
            events.push_back({one.at, When::AfterStart});
        else if (one.what == "seek")
            events.push_back({one.at, When::AfterSeek});
        else if (one.what == "pause")
            events.push_back({one.at, When::AfterPause});
        else if (one.what == "resume")
            events.push_back({one.at, When::AfterResume});
        else if (one.what == "ended")
            events.push_back({one.at, When::AtJoint});
    }
    std::ranges::sort(events, {}, &Event::at);
    return events;
}

When momentOf(std::chrono::microseconds at, const std::vector<Event> &events)
{
    const auto later = std::ranges::upper_bound(events, at, {}, &Event::at);
    if (later != events.end() && later->when == When::AtJoint && later->at - at < afterwards)
        return When::AtJoint;
    if (later == events.begin())
        return When::Steady;
    const Event &last = *std::prev(later);
    // Paused it stays, until something else happens.
    return last.when == When::AfterPause || at - last.at < afterwards ? last.when : When::Steady;
}

void judge(const Child::Said &report, const Ear &ear, const Sound &whole, Count &count)
{
    const qint64 now = ear.frameAt(report.at);
    const qint64 first = now - half;
    if (!ear.sound().has(first, window))
        return;
    if (ear.sound().isSilent(first, window)) {
        ++count.silent;
        return;
    }
    const qint64 reported = report.other * framesEach + report.value * Noise::sampleRate / 1'000'000;
    const auto place = placeOf(ear.sound(), first, window, whole, reported - half, searched);
    if (place)
        count.offMs.push_back(double(reported - *place - half) * 1000 / Noise::sampleRate);
    else
        ++count.lost;
}

/// Between a seek and its first sound the target is reported: those are not lost.
Counts judgeAll(const std::vector<Child::Said> &said, const Ear &ear, const Sound &whole)
{
    constexpr auto soon = 80ms;
    const auto events = eventsOf(said);
    Counts counts;
    for (const auto &one : said) {
        if (one.what != "position")
            continue;
        Count &count = counts[std::size_t(momentOf(one.at, events))];
        const int lost = count.lost;
        judge(one, ear, whole, count);
        const bool recently = std::ranges::any_of(events, [&](const Event &event) {
            return event.when != When::AtJoint && one.at >= event.at && one.at - event.at < soon;
        });
        if (count.lost > lost && recently) {
            --count.lost;
            ++count.onItsWay;
        }
    }
    return counts;
}

double worstOf(const std::vector<double> &all)
{
    double worst = 0;
    for (const double one : all)
        worst = std::abs(one) > std::abs(worst) ? one : worst;
    return worst;
}

bool reportCounts(const Counts &counts, qint64 underruns)
{
    Table table(u"Position"_s,
                {u"when"_s, u"reports"_s, u"median off ms"_s, u"p5 ms"_s, u"p95 ms"_s, u"worst ms"_s,
                 u"on its way"_s, u"silent"_s, u"lost"_s});
    double worst = 0;
    int lost = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const Count &count = counts[i];
        const auto share = [&](double part) { return number(quantile(count.offMs, part), 2); };
        table.add({QString::fromLatin1(names[i]), QString::number(count.offMs.size()), share(0.5),
                   share(0.05), share(0.95), number(worstOf(count.offMs), 2), QString::number(count.onItsWay),
                   QString::number(count.silent), QString::number(count.lost)});
        worst = std::max(worst, std::abs(worstOf(count.offMs)));
        lost += count.lost;
    }
    table.print();
    sayGoal(
        u"reported and recorded %1 ms apart or less, always: at most %2 ms, %3 reports not found, %4 underruns"_s
            .arg(goalMs)
            .arg(number(worst, 2))
            .arg(lost)
            .arg(underruns),
        worst <= goalMs && lost == 0);
    return true;
}

} // namespace

bool measurePosition(const Plan &plan)
{
    const QTemporaryDir folder;
    const Material material(folder.path(), tracks * secondsEach);
    const Sound whole(material.samples(), Noise::channels);
    QStringList paths;
    for (int i = 0; i < tracks; ++i) {
        const auto path = material.cut(u"%1.flac"_s.arg(i), i * framesEach, framesEach);
        if (!path)
            return false;
        paths << *path;
    }
    Stage stage;
    Child child;
    if (!stage.open(Noise::sampleRate) || !child.start(stage.server().environment(), u"own"_s)
        || !child.order(u"report %1"_s.arg(reportEachMs)))
        return false;
    sayProgress(u"position: %1 s"_s.arg(plan.positionSeconds));
    // Left alone for a third of the time, the last one; all of it begins anew then.
    for (const int seconds : {plan.positionSeconds * 2 / 3, 0}) {
        if (!child.order(u"start 0 "_s + paths.join(u'|')))
            return false;
        if (seconds > 0 && !use(child, seconds))
            return false;
        if (seconds == 0)
            Stage::pass(std::chrono::seconds(plan.positionSeconds / 3));
    }
    const auto underruns = child.order(u"underruns"_s);
    return underruns && reportCounts(judgeAll(child.said(), stage.listen(), whole), underruns->value);
}

} // namespace Bench
