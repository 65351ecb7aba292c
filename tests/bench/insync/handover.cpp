// SPDX-License-Identifier: Apache-2.0
#include "bench/insync/hall.h"
#include "bench/insync/house.h"
#include "bench/insync/sections.h"
#include "bench/support/report.h"
#include "bench/support/statistics.h"
#include "support/noise.h"

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Bench {

namespace {

constexpr auto soundsWithin = 30s;
constexpr auto each = 3s; // from one to the next
constexpr auto settles = 5s;
constexpr auto spare = 60s;
constexpr qint64 step = Noise::sampleRate / 1000; // loudness is told of a millisecond
constexpr double audibleFrom = 0.005; // a tenth of the usual loudness of Noise
constexpr qint64 besides = 100 * step; // of where one begins or ends: no fade is left there
constexpr qint64 pieceFrames = 2048;
constexpr qint64 searchedFrames = Noise::sampleRate;
constexpr double silenceGoalMs = 50;
constexpr double overlapGoalMs = 50;
constexpr double placeGoalMs = 20;

struct Handover {
    std::chrono::microseconds at; ///< when it was asked for
    std::size_t from; ///< sinks
    std::size_t to;
};

struct Heard {
    double afterMs; ///< until the new one sounds
    double silenceMs; ///< below zero: both sounded
    std::optional<double> placeMs; ///< the new one is further in the music than the old one would be
};

bool isAudible(const Sound &sound, qint64 first)
{
    const float *samples = sound.samples.data() + first;
    return sound.has(first, step)
        && product(samples, samples, step) > double(step) * std::pow(audibleFrom, 2);
}

std::optional<qint64> firstAudible(const Sound &sound, qint64 from, qint64 to)
{
    for (qint64 at = from; at < to; at += step)
        if (isAudible(sound, at))
            return at;
    return std::nullopt;
}

std::optional<qint64> lastAudible(const Sound &sound, qint64 from, qint64 to)
{
    for (qint64 at = to - step; at >= from; at -= step)
        if (isAudible(sound, at))
            return at + step;
    return std::nullopt;
}

/// @p beganUs: when the music would have begun, as far as that is known.
std::optional<qint64> placeIn(const Sound &whole, const Tape &tape, qint64 first,
                              std::chrono::microseconds near, std::optional<double> &beganUs)
{
    std::optional<qint64> place;
    const double now = tape.timeOf(first, near);
    if (beganUs)
        place = placeOf(tape.sound(), first, pieceFrames, whole,
                        qint64((now - *beganUs) * Noise::sampleRate / 1e6), searchedFrames);
    if (!place)
        place = placeOf(tape.sound(), first, pieceFrames, whole, whole.size() / 2, whole.size());
    if (place)
        beganUs = now - double(*place) * 1e6 / Noise::sampleRate;
    return place;
}

/// Nothing where the new one is not heard, or the old one goes on.
std::optional<Heard> judge(const Handover &handover, const std::array<Tape, 2> &tapes, const Sound &whole,
                           std::optional<double> &beganUs)
{
    const Tape &old = tapes.at(handover.from);
    const Tape &fresh = tapes.at(handover.to);
    const auto until = handover.at + each;
    const auto last = lastAudible(old.sound(), old.frameAt(handover.at), old.frameAt(until));
    const auto first = firstAudible(fresh.sound(), fresh.frameAt(handover.at), fresh.frameAt(until));
    if (!last || !first || isAudible(old.sound(), old.frameAt(until) - step)
        || isAudible(fresh.sound(), fresh.frameAt(handover.at)))
        return std::nullopt;
    const double begins = fresh.timeOf(*first, handover.at);
    Heard heard{.afterMs = (begins - double(handover.at.count())) / 1000,
                .silenceMs = (begins - old.timeOf(*last, handover.at)) / 1000,
                .placeMs = std::nullopt};
    const qint64 behind = *first + besides;
    const qint64 before = *last - besides - pieceFrames;
    const auto oldPlace = placeIn(whole, old, before, handover.at, beganUs);
    if (!oldPlace)
        return heard;
    const double passedUs = fresh.timeOf(behind, handover.at) - old.timeOf(before, handover.at);
    const auto expected = *oldPlace + qint64(passedUs * Noise::sampleRate / 1e6);
    if (const auto place = placeOf(fresh.sound(), behind, pieceFrames, whole, expected, searchedFrames))
        heard.placeMs = double(*place - *oldPlace) * 1000 / Noise::sampleRate - passedUs / 1000;
    return heard;
}

std::vector<Handover> handOver(Hall &hall, House &house, int count)
{
    std::vector<Handover> handovers;
    for (int i = 0; i < count; ++i) {
        const auto to = std::size_t(i + 1) % sinkNames.size();
        sayProgress(u"handover: %1 of %2"_s.arg(i + 1).arg(count));
        handovers.push_back({.at = Testing::monotonicNow(), .from = 1 - to, .to = to});
        house.choose({QString::fromLatin1(sinkNames.at(to))});
        hall.listenFor(each + 100ms);
    }
    return handovers;
}

/// Of all hand-overs that were heard.
struct Figures {
    std::vector<double> afterMs{};
    std::vector<double> silenceMs{};
    std::vector<double> overlapMs{};
    std::vector<double> placeMs{};
};

Figures figuresOf(const std::vector<Heard> &heard)
{
    Figures figures;
    for (const Heard &one : heard) {
        figures.afterMs.push_back(one.afterMs);
        figures.silenceMs.push_back(std::max(0.0, one.silenceMs));
        figures.overlapMs.push_back(std::max(0.0, -one.silenceMs));
        if (one.placeMs)
            figures.placeMs.push_back(std::abs(*one.placeMs));
    }
    return figures;
}

void print(const Figures &figures, int asked)
{
    Table table(u"Handing over between two sinks, %1 of %2 heard"_s.arg(figures.afterMs.size()).arg(asked),
                {u"what"_s, u"times"_s, u"median ms"_s, u"p95 ms"_s, u"most ms"_s});
    const auto row = [&](const QString &name, const std::vector<double> &values) {
        table.add({name, QString::number(values.size()), number(quantile(values, 0.5)),
                   number(quantile(values, 0.95)), number(quantile(values, 1))});
    };
    row(u"from the order to the new one's sound"_s, figures.afterMs);
    row(u"silence"_s, figures.silenceMs);
    row(u"both sound"_s, figures.overlapMs);
    row(u"place in the music, wrong by"_s, figures.placeMs);
    table.print();
}

void judge(const Figures &figures, int asked)
{
    const bool allHeard = int(figures.placeMs.size()) == asked;
    const auto say = [&](const QString &goal, const std::vector<double> &values, double most) {
        sayGoal(goal.arg(most), allHeard && quantile(values, 1) <= most);
    };
    sayGoal(u"none of %1 fails"_s.arg(asked), allHeard);
    say(u"silent for %1 ms or less"_s, figures.silenceMs, silenceGoalMs);
    say(u"both sound for %1 ms or less"_s, figures.overlapMs, overlapGoalMs);
    say(u"place wrong by %1 ms or less"_s, figures.placeMs, placeGoalMs);
}

} // namespace

void measureHandover(const Plan &plan)
{
    const QTemporaryDir folder;
    const Material material(folder.path(), int((settles + spare + plan.handovers * (each + 1s)).count()));
    Hall hall(plan.sinks);
    const auto house = playingHouse(hall.environment(), material);
    hall.awaitSound(soundsWithin);
    house->choose({QString::fromLatin1(sinkNames[0])});
    house->awaitSounding(1);
    hall.listenFor(settles);
    const auto handovers = handOver(hall, *house, plan.handovers);
    sayProgress(u"handover: it is looked for in the recording"_s);
    const std::array tapes{hall.tape(0), hall.tape(1)};
    const Sound whole(material.samples(), Noise::channels);
    std::vector<Heard> heard;
    std::optional<double> beganUs;
    for (const Handover &handover : handovers) {
        if (const auto one = judge(handover, tapes, whole, beganUs))
            heard.push_back(*one);
        else
            sayProgress(u"handover: the %1th failed"_s.arg(&handover - handovers.data() + 1));
    }
    const Figures figures = figuresOf(heard);
    print(figures, plan.handovers);
    judge(figures, plan.handovers);
}

} // namespace Bench
