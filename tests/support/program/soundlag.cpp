// SPDX-License-Identifier: Apache-2.0
#include "support/program/soundlag.h"

#include <cmath>
#include <cstdlib>
#include <numeric>

using std::chrono::milliseconds;

namespace Testing {

namespace {

constexpr int searchMs = 1500;
constexpr double resemblance = 0.6;

// Change of loudness from one millisecond to the next: onsets, which music has many of.
std::vector<double> onsets(const Recording &recording)
{
    const std::size_t perMs = std::size_t(recording.format.sampleRate * recording.format.channels) / 1000;
    std::vector<double> loudness(recording.samples.size() / perMs);
    for (std::size_t ms = 0; ms < loudness.size(); ++ms)
        for (std::size_t i = 0; i < perMs; ++i)
            loudness[ms] += std::abs(int(recording.samples[ms * perMs + i]));
    std::vector<double> smooth(loudness.size());
    constexpr std::size_t window = 8;
    for (std::size_t ms = window; ms < loudness.size(); ++ms)
        smooth[ms] = std::accumulate(loudness.begin() + std::ptrdiff_t(ms - window),
                                     loudness.begin() + std::ptrdiff_t(ms), 0.0);
    std::adjacent_difference(smooth.begin(), smooth.end(), smooth.begin());
    return smooth;
}

double correlation(const std::vector<double> &a, const std::vector<double> &b, int shift)
{
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = searchMs; i + searchMs < int(std::min(a.size(), b.size())); ++i) {
        const double x = a[std::size_t(i)];
        const double y = b[std::size_t(i + shift)];
        ab += x * y;
        aa += x * x;
        bb += y * y;
    }
    return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : 0;
}

} // namespace

std::optional<milliseconds> soundLag(const Recorder &first, const Recorder &second)
{
    const std::vector<double> a = onsets(first.recording());
    const std::vector<double> b = onsets(second.recording());
    int best = 0;
    double most = 0;
    for (int shift = -searchMs; shift <= searchMs; ++shift) {
        const double match = correlation(a, b, shift);
        if (match > most) {
            most = match;
            best = shift;
        }
    }
    if (most < resemblance)
        return std::nullopt;
    const auto between = std::chrono::duration_cast<milliseconds>(second.origin() - first.origin());
    return milliseconds(best) + between;
}

} // namespace Testing
