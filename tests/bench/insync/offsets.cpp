// SPDX-License-Identifier: Apache-2.0
#include "bench/insync/offsets.h"

#include "bench/support/statistics.h"
#include "support/noise.h"

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;

namespace Bench {

namespace {

constexpr auto windowLength = 100ms;
constexpr qint64 windowFrames = Noise::sampleRate * windowLength.count() / 1000;
constexpr qint64 searchedFrames = Noise::sampleRate / 2; // to either side
constexpr qint64 coarseStep = 4; // frames; samples of Noise that lie so near are alike
// A window is usable where one place is alike and no other is half as much. Of noise that differs the likest
// of all places reaches 0.3; sound whose speed is being corrected by 0.1 % still has 0.9.
constexpr double alikeFrom = 0.7;
constexpr double otherPlacesBelow = 0.5;
constexpr qint64 samePlaceFrames = 2 * Noise::sampleRate / 1000;
constexpr auto clockPiece = 20s; // what one place on the clock is made of

/// Sums of squares of a part of a sound, each as quickly as any other.
class Energies
{
public:
    Energies(const Sound &sound, qint64 first, qint64 end)
        : m_first(first)
        , m_sums{0}
    {
        m_sums.reserve(std::size_t(end - first + 1));
        for (qint64 at = first; at < end; ++at)
            m_sums.push_back(m_sums.back() + std::pow(double(sound.samples[std::size_t(at)]), 2));
    }
    [[nodiscard]] double operator()(qint64 first) const
    {
        const auto at = std::size_t(first - m_first);
        return m_sums[at + windowFrames] - m_sums[at];
    }

private:
    qint64 m_first;
    std::vector<double> m_sums; ///< of all before
};

struct Place {
    qint64 frame = 0;
    double alike = 0;
};

std::optional<qint64> clearPlace(const std::vector<Place> &places)
{
    const Place best = *std::ranges::max_element(places, {}, &Place::alike);
    double next = 0;
    for (const Place &place : places)
        if (std::abs(place.frame - best.frame) > samePlaceFrames)
            next = std::max(next, place.alike);
    if (best.alike < alikeFrom || next > otherPlacesBelow * best.alike)
        return std::nullopt;
    return best.frame;
}

/// Where @p other has what is at @p first of @p one. Unlike placeOf() it also stands a sound that is played a
/// little faster or slower.
std::optional<qint64> find(const Sound &one, qint64 first, const Sound &other, qint64 expected)
{
    const qint64 from = std::max<qint64>(0, expected - searchedFrames);
    const qint64 to = std::min(other.size() - windowFrames, expected + searchedFrames);
    if (!one.has(first, windowFrames) || one.isSilent(first, windowFrames) || from > to)
        return std::nullopt;
    const Energies energies(other, from, to + windowFrames);
    const float *wanted = one.samples.data() + first;
    const double energy = product(wanted, wanted, windowFrames);
    const auto placeAt = [&](qint64 at) {
        const double both = product(wanted, other.samples.data() + at, windowFrames);
        return Place{.frame = at, .alike = both / (std::sqrt(energy * energies(at)) + 1e-12)};
    };
    std::vector<Place> places;
    for (qint64 at = from; at <= to; at += coarseStep)
        places.push_back(placeAt(at));
    const auto coarse = clearPlace(places);
    if (!coarse)
        return std::nullopt;
    places.clear();
    for (qint64 at = std::max(from, *coarse - coarseStep); at <= std::min(to, *coarse + coarseStep); ++at)
        places.push_back(placeAt(at));
    return std::ranges::max_element(places, {}, &Place::alike)->frame;
}

} // namespace

std::vector<Window> compare(const Tape &one, const Tape &other, std::chrono::microseconds from,
                            std::chrono::microseconds to)
{
    std::vector<Window> windows;
    for (auto at = from; at + windowLength <= to; at += windowLength) {
        const qint64 first = one.frameAt(at);
        const auto found = find(one.sound(), first, other.sound(), other.frameAt(at));
        windows.push_back({.at = at, .offsetMs = std::nullopt});
        if (found)
            windows.back().offsetMs = (other.timeOf(*found, at) - one.timeOf(first, at)) / 1000;
    }
    return windows;
}

Figures figuresOf(const std::vector<Window> &windows)
{
    std::vector<double> offsets;
    for (const Window &window : windows)
        if (window.offsetMs)
            offsets.push_back(*window.offsetMs);
    if (offsets.empty())
        return {};
    Figures figures{.usableShare = double(offsets.size()) / double(windows.size()),
                    .signedMedianMs = quantile(offsets, 0.5)};
    for (double &offset : offsets)
        offset = std::abs(offset);
    figures.medianMs = quantile(offsets, 0.5);
    figures.p95Ms = quantile(offsets, 0.95);
    figures.mostMs = quantile(offsets, 1);
    return figures;
}

double clockErrorMs(const Tape &one, const Tape &other, std::chrono::microseconds from,
                    std::chrono::microseconds to)
{
    std::vector<double> apart;
    for (auto at = from + clockPiece / 2; at + clockPiece / 2 <= to; at += clockPiece)
        apart.push_back(other.originUs(at) - one.originUs(at));
    if (apart.empty())
        return 0;
    const auto [least, most] = std::ranges::minmax(apart);
    return (most - least) / 1000;
}

} // namespace Bench
