// SPDX-License-Identifier: Apache-2.0
#include "bench/insync/offsets.h"
#include "bench/insync/sections.h"
#include "bench/support/report.h"
#include "support/noise.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Bench {

namespace {

constexpr int seconds = 10;
constexpr std::chrono::microseconds began = 1000s; // by the monotonic clock
constexpr qint64 blockFrames = 441;
constexpr double toleratedMs = 0.05;

struct Trial {
    const char *name;
    double shiftMs; ///< the second one is so much later
    double speed; ///< of the second one
    bool isSame;
};

constexpr Trial trials[] = {
    {.name = "at once", .shiftMs = 0, .speed = 1, .isSame = true},
    {.name = "17 frames later", .shiftMs = 17'000.0 / Noise::sampleRate, .speed = 1, .isSame = true},
    {.name = "80.3 ms earlier", .shiftMs = -80.3, .speed = 1, .isSame = true},
    {.name = "400 ms later", .shiftMs = 400, .speed = 1, .isSame = true},
    {.name = "3 ms later, and 0.1 % faster", .shiftMs = 3, .speed = 1.001, .isSame = true},
    {.name = "something else", .shiftMs = 0, .speed = 1, .isSame = false},
};

/// As a recorder gets it: blocks that are late, most of them a little and some of them a lot.
Tape tapeOf(std::vector<qint16> samples, quint32 seed)
{
    std::mt19937 random(seed);
    std::vector<Tape::Arrival> arrivals;
    const auto frames = qint64(samples.size()) / Noise::channels;
    for (qint64 i = blockFrames; i <= frames; i += blockFrames) {
        const std::chrono::microseconds late(20 + random() % (random() % 4 == 0 ? 5000 : 200));
        arrivals.push_back(
            {.at = began + std::chrono::microseconds(i * 1'000'000 / Noise::sampleRate) + late, .frames = i});
    }
    Testing::Recording recording{.format = {.sampleRate = Noise::sampleRate, .channels = Noise::channels},
                                 .samples = std::move(samples)};
    return {recording, std::move(arrivals)};
}

/// What the second sink plays: linear between samples, as simple resamplers have it.
std::vector<qint16> playedBy(const Trial &trial, const std::vector<qint16> &original)
{
    const auto source = trial.isSame ? original : Noise::make(int(original.size()) / Noise::channels, 99);
    std::vector<qint16> played(original.size());
    for (std::size_t frame = 0; frame < played.size() / Noise::channels; ++frame) {
        const double at = (double(frame) - trial.shiftMs * Noise::sampleRate / 1000) * trial.speed;
        const auto whole = std::floor(at);
        if (whole < 0 || std::size_t(whole) + 1 >= source.size() / Noise::channels)
            continue;
        const auto first = std::size_t(whole) * Noise::channels;
        played[frame * Noise::channels] = qint16(
            std::lround(source[first] + (at - whole) * (source[first + Noise::channels] - source[first])));
    }
    return played;
}

/// How much later the second one is at that time. Its speed counts from its beginning.
double expectedMs(const Trial &trial, std::chrono::microseconds at)
{
    const double middle = double((at - began + 50ms).count()) / 1000;
    return middle / trial.speed + trial.shiftMs - middle;
}

double worstMs(const Trial &trial, const std::vector<Window> &windows)
{
    double worst = 0;
    for (const Window &window : windows)
        if (window.offsetMs)
            worst = std::max(worst, std::abs(*window.offsetMs - expectedMs(trial, window.at)));
    return worst;
}

} // namespace

void measureNothing(const Plan &)
{
    const auto original = Noise::make(seconds * Noise::sampleRate, 7);
    const Tape one = tapeOf(original, 1);
    Table table(u"What is known finds itself"_s, {u"the second one is"_s, u"usable %"_s, u"wrong by ms"_s});
    bool good = true;
    for (const Trial &trial : trials) {
        const Tape other = tapeOf(playedBy(trial, original), 2);
        const auto windows = compare(one, other, began + 1s, began + seconds * 1s - 1s);
        const double usable = figuresOf(windows).usableShare;
        const double worst = worstMs(trial, windows);
        table.add({QString::fromLatin1(trial.name), number(100 * usable), number(worst, 3)});
        good = good && usable == (trial.isSame ? 1 : 0) && worst <= toleratedMs;
    }
    table.print();
    if (!good)
        throw std::runtime_error("what is known is not found");
}

} // namespace Bench
