// SPDX-License-Identifier: Apache-2.0
#include "bench/engine/alignment.h"

#include <algorithm>
#include <cmath>

namespace Bench {

namespace {

constexpr float sameAsBefore = 15.F / 16; // what a sample of Noise has of the one before
constexpr float silentBelow = 4.F / 32768;
constexpr double alikeFrom = 0.6;
constexpr qint64 shortPiece = 96; // frames
constexpr qint64 shortStep = 16;
constexpr double shortAlikeFrom = 0.5;
constexpr int mayFail = 64; // pieces in a row: a codec blurs some

/// The straight line a + b*k by which samples of the whole are multiplied in what was heard.
struct Ramp {
    double at = 0;
    double slope = 0;
};

Ramp fitRamp(const Sound &heard, qint64 first, const Sound &whole, qint64 second, qint64 count)
{
    double ww = 0;
    double kww = 0;
    double kkww = 0;
    double hw = 0;
    double khw = 0;
    for (qint64 k = 0; k < count; ++k) {
        const double w = whole.samples[std::size_t(second + k)];
        const double h = heard.samples[std::size_t(first + k)];
        ww += w * w;
        kww += double(k) * w * w;
        kkww += double(k * k) * w * w;
        hw += h * w;
        khw += double(k) * h * w;
    }
    const double determinant = ww * kkww - kww * kww;
    if (determinant <= 0)
        return {.at = 1};
    return {.at = (hw * kkww - khw * kww) / determinant, .slope = (khw * ww - hw * kww) / determinant};
}

} // namespace

// Four sums, for the compiler may not change the order of one.
double product(const float *one, const float *other, qint64 count)
{
    float sums[4] = {};
    qint64 i = 0;
    for (; i + 4 <= count; i += 4)
        for (int k = 0; k < 4; ++k)
            sums[k] += one[i + k] * other[i + k];
    for (; i < count; ++i)
        sums[0] += one[i] * other[i];
    return double(sums[0]) + sums[1] + sums[2] + sums[3];
}

Sound::Sound(std::span<const qint16> interleaved, int channels)
{
    samples.reserve(interleaved.size() / std::size_t(channels));
    for (std::size_t i = 0; i < interleaved.size(); i += std::size_t(channels))
        samples.push_back(float(interleaved[i]) / 32768);
    edges.resize(samples.size());
    for (std::size_t i = 1; i < samples.size(); ++i)
        edges[i] = samples[i] - sameAsBefore * samples[i - 1];
}

bool Sound::isSilent(qint64 first, qint64 count) const
{
    return std::all_of(samples.begin() + first, samples.begin() + first + count,
                       [](float sample) { return std::abs(sample) < silentBelow; });
}

double likeness(const Sound &one, qint64 first, const Sound &other, qint64 second, qint64 count)
{
    const float *a = one.edges.data() + first;
    const float *b = other.edges.data() + second;
    return product(a, b, count) / (std::sqrt(product(a, a, count) * product(b, b, count)) + 1e-12);
}

std::optional<qint64> placeOf(const Sound &heard, qint64 first, qint64 count, const Sound &whole,
                              qint64 expected, qint64 around)
{
    if (!heard.has(first, count) || whole.size() < count)
        return std::nullopt;
    const qint64 from = std::clamp<qint64>(expected - around, 0, whole.size() - count);
    const qint64 to = std::clamp<qint64>(expected + around, 0, whole.size() - count);
    const float *a = heard.edges.data() + first;
    double best = 0;
    qint64 place = from;
    for (qint64 i = from; i <= to; ++i) {
        const double alike = product(a, whole.edges.data() + i, count);
        if (alike > best) {
            best = alike;
            place = i;
        }
    }
    if (best <= 0 || likeness(heard, first, whole, place, count) < alikeFrom)
        return std::nullopt;
    return place;
}

Onset onsetOf(const Sound &heard, qint64 from, const Sound &whole, qint64 place, qint64 earliest)
{
    const qint64 apart = place - from;
    qint64 onset = from;
    int failed = 0;
    for (qint64 at = from; at >= earliest && failed < mayFail; at -= shortStep) {
        if (!heard.has(at, shortPiece) || !whole.has(at + apart, shortPiece))
            break;
        if (likeness(heard, at, whole, at + apart, shortPiece) > shortAlikeFrom) {
            onset = at;
            failed = 0;
        } else {
            ++failed;
        }
    }
    // Where it is faded in, in a straight line, that line says when it began.
    const Ramp ramp = fitRamp(heard, onset + shortPiece, whole, onset + apart + shortPiece, shortPiece);
    const double nothingAt = ramp.slope > 0 ? -ramp.at / ramp.slope : 0;
    const double began =
        double(onset + shortPiece) + nothingAt + 1; // the last frame that is nothing, and one
    const bool fades =
        ramp.slope * double(shortPiece) > 0.1 && std::abs(began - double(onset)) < 2 * shortPiece;
    const double frame = fades ? began : double(onset);
    return {.frame = frame, .place = frame + double(apart)};
}

} // namespace Bench
