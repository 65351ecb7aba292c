// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/equalizer.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Player {

namespace {

constexpr float dbPerSecond = 120;
constexpr double quality = std::numbers::sqrt2; // one octave from edge to edge
constexpr double highest = 0.45; // of the sample rate: a filter further up has no room for its upper edge

} // namespace

Equalizer::Equalizer(const SoundFormat &format)
    : m_format(format)
    , m_memories(std::size_t(format.channels))
{
}

bool Equalizer::process(std::span<float> samples, const Equalization &wanted)
{
    if (m_current == Equalization() && wanted == m_current)
        return false;
    const auto channels = std::size_t(m_format.channels);
    approach(wanted, samples.size() / channels);
    for (std::size_t at = 0; at < samples.size(); ++at) {
        double value = samples[at];
        auto &memories = m_memories[at % channels];
        for (std::size_t band = 0; band < bands; ++band) {
            if (m_current.gainsDb[band] == 0)
                continue;
            const Filter &filter = m_filters[band];
            Memory &memory = memories[band];
            const double out = filter.b0 * value + memory.first;
            memory.first = filter.b1 * value - filter.a1 * out + memory.second;
            memory.second = filter.b2 * value - filter.a2 * out;
            value = out;
        }
        samples[at] = float(value);
    }
    return true;
}

void Equalizer::rest() { std::ranges::fill(m_memories, std::array<Memory, bands>()); }

void Equalizer::approach(const Equalization &wanted, std::size_t frames)
{
    const float step = dbPerSecond * float(frames) / float(m_format.sampleRate);
    for (std::size_t band = 0; band < bands; ++band) {
        float &gain = m_current.gainsDb[band];
        if (gain == wanted.gainsDb[band])
            continue;
        gain += std::clamp(wanted.gainsDb[band] - gain, -step, step);
        m_filters[band] = filterFor(band);
        if (gain == 0)
            for (auto &memories : m_memories)
                memories[band] = {};
    }
}

/// R. Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients": peaking EQ.
Equalizer::Filter Equalizer::filterFor(std::size_t band) const
{
    const double centre = double(Equalization::centresHz.at(band)) / m_format.sampleRate;
    if (centre > highest)
        return {};
    const double amplitude = std::pow(10.0, m_current.gainsDb[band] / 40.0);
    const double angle = 2 * std::numbers::pi * centre;
    const double alpha = std::sin(angle) / (2 * quality);
    const double a0 = 1 + alpha / amplitude;
    return {.b0 = (1 + alpha * amplitude) / a0,
            .b1 = -2 * std::cos(angle) / a0,
            .b2 = (1 - alpha * amplitude) / a0,
            .a1 = -2 * std::cos(angle) / a0,
            .a2 = (1 - alpha / amplitude) / a0};
}

} // namespace Player
