// SPDX-License-Identifier: Apache-2.0
#include "bench/seeks/listening.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace Seeks {

namespace {

constexpr int perMs = Material::samplesPerMs;
constexpr int judgeAfterMs = 800; // by then every engine has settled
constexpr int windowMs = 250;
constexpr int searchMs = 1200;
constexpr int blockMs = 5;
constexpr float silentBelow = 0.0005F;
constexpr double alikeFrom = 0.6;

float loudness(std::span<const float> sound)
{
    const float sum = std::inner_product(sound.begin(), sound.end(), sound.begin(), 0.0F);
    return std::sqrt(sum / float(sound.size()));
}

double likeness(std::span<const float> one, std::span<const float> other)
{
    const double product = std::inner_product(one.begin(), one.end(), other.begin(), 0.0F);
    return product / (double(loudness(one)) * loudness(other) * double(one.size()) + 1e-9);
}

int medianReportError(const Step &step, std::chrono::microseconds heardAt, int placeMs)
{
    std::vector<int> errors;
    for (const auto &said : step.said) {
        const auto apart = int((said.at - heardAt).count() / 1000);
        if (std::abs(apart) < windowMs)
            errors.push_back(said.positionMs - (placeMs + apart));
    }
    std::sort(errors.begin(), errors.end());
    return errors.empty() ? 0 : errors[errors.size() / 2];
}

} // namespace

Listener::Listener(const Material &material, const Testing::Recording &recording,
                   std::chrono::microseconds origin)
    : m_material(material)
    , m_origin(origin)
{
    const auto decimation = size_t(recording.format.sampleRate / (perMs * 1000));
    m_sound.reserve(recording.samples.size() / decimation);
    for (size_t i = 0; i + decimation <= recording.samples.size(); i += decimation) {
        const auto first = recording.samples.begin() + std::ptrdiff_t(i);
        m_sound.push_back(float(std::accumulate(first, first + std::ptrdiff_t(decimation), 0))
                          / float(decimation) / 32768);
    }
}

int Listener::indexOf(std::chrono::microseconds at) const
{
    return int((at - m_origin).count() * perMs / 1000);
}

int Listener::silentMsAfter(int index) const
{
    int silent = 0;
    for (int ms = 0; ms < judgeAfterMs; ms += blockMs) {
        const auto first = size_t(index + ms * perMs);
        if (first + blockMs * perMs <= m_sound.size()
            && loudness(std::span(m_sound).subspan(first, blockMs * perMs)) < silentBelow)
            silent += blockMs;
    }
    return silent;
}

std::optional<int> Listener::placeOf(int index, int expectedMs) const
{
    const auto window = std::span(m_sound).subspan(size_t(index), windowMs * perMs);
    const int last = int(m_material.sound.size()) - windowMs * perMs;
    const int from = std::clamp((expectedMs - searchMs) * perMs, 0, last);
    const int to = std::clamp((expectedMs + searchMs) * perMs, 0, last);
    double best = 0;
    int place = from;
    for (int i = from; i <= to; ++i) {
        const auto alike = likeness(window, std::span(m_material.sound).subspan(size_t(i), windowMs * perMs));
        if (alike > best) {
            best = alike;
            place = i;
        }
    }
    return best >= alikeFrom ? std::optional(place / perMs) : std::nullopt;
}

Heard Listener::judge(const Step &step) const
{
    Heard heard;
    const int index = indexOf(step.at);
    const int judged = index + judgeAfterMs * perMs;
    if (index < 0 || size_t(judged + windowMs * perMs) > m_sound.size())
        return heard;
    heard.silenceMs = silentMsAfter(index);
    if (loudness(std::span(m_sound).subspan(size_t(judged), windowMs * perMs)) < silentBelow)
        return heard;
    const int expected = step.targetMs + judgeAfterMs;
    const auto place = placeOf(judged, expected);
    if (!place) {
        heard.kind = Heard::Kind::Astray;
        return heard;
    }
    heard.kind = Heard::Kind::Right;
    heard.lagMs = expected - *place;
    heard.reportErrorMs = medianReportError(step, step.at + std::chrono::milliseconds(judgeAfterMs), *place);
    return heard;
}

} // namespace Seeks
