// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/pace.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/opt.h>
#include <libswresample/swresample.h>
}

#include <algorithm>
#include <cmath>
#include <utility>

namespace Player {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t takenAtOnce = 256; // frames
constexpr std::size_t remembered = 256; // frames: more than the filter is long
constexpr int compensatedFor = 1'000'000'000; // frames: much longer than until it is said again
constexpr int million = 1'000'000;
constexpr int finely = 1000; // parts of a frame
constexpr auto notedEvery = 1s; // libswresample rounds the pace that it was asked for

} // namespace

void Pace::Free::operator()(SwrContext *context) const { swr_free(&context); }

Pace::Pace(const SoundFormat &format, Sink::Pull source)
    : m_format(format)
    , m_source(std::move(source))
    , m_taken(takenAtOnce * std::size_t(format.channels))
    , m_last(remembered * std::size_t(format.channels))
{
}

Pace::~Pace() = default;

void Pace::set(int ppm)
{
    m_wantedPpm = ppm;
    m_wanted = true;
}

std::int64_t Pace::sourceAt(std::int64_t frame)
{
    Stretch stretch;
    while (m_news.pop(stretch))
        m_stretches.push_back(stretch);
    while (m_stretches.size() > 1 && m_stretches[1].frame <= frame)
        m_stretches.pop_front();
    const Stretch &now = m_stretches.front();
    return std::llround(now.source + double(frame - now.frame) * now.rate);
}

bool Pace::pull(std::span<float> samples)
{
    obey();
    const auto channels = std::size_t(m_format.channels);
    if (!m_context) {
        m_sounds = m_source(samples);
        m_given += std::int64_t(samples.size() / channels);
        m_sourced += std::int64_t(samples.size() / channels);
        remember(samples);
        return m_sounds;
    }
    for (std::size_t taken = 0; !samples.empty(); taken = takenAtOnce) {
        if (taken > 0)
            m_sounds = m_source(m_taken);
        m_sourced += std::int64_t(taken);
        const std::size_t made = give(std::span(m_taken).first(taken * channels), samples);
        m_given += std::int64_t(made);
        samples = samples.subspan(made * channels);
    }
    return m_sounds;
}

void Pace::cut()
{
    std::ranges::fill(m_last, 0.F);
    if (!m_context)
        return;
    restart();
    note();
}

/// Between two pulls, or at the beginning of one.
void Pace::obey()
{
    const bool wanted = m_wanted;
    if (wanted != bool(m_context) && (wanted || !m_sounds)) {
        m_context.reset();
        if (wanted)
            restart();
        note();
    }
    if (!m_context)
        return;
    const int ppm = m_wantedPpm;
    if (ppm != m_ppm || m_given - m_notedAt >= m_format.framesIn(notedEvery)) {
        m_ppm = ppm;
        swr_set_compensation(m_context.get(), -ppm * (compensatedFor / million), compensatedFor);
        note();
    }
}

/// With what was given last in front, so that it goes on without a break.
void Pace::restart()
{
    m_context.reset(made());
    m_ppm = 0;
    if (!m_context)
        return;
    std::vector<float> again(m_last.size());
    (void)convert(m_last, again);
    m_toDrop = std::llround(heldBack());
}

SwrContext *Pace::made() const
{
    AVChannelLayout layout{};
    av_channel_layout_default(&layout, m_format.channels);
    SwrContext *context = nullptr;
    swr_alloc_set_opts2(&context, &layout, AV_SAMPLE_FMT_FLT, m_format.sampleRate, &layout, AV_SAMPLE_FMT_FLT,
                        m_format.sampleRate, 0, nullptr);
    av_channel_layout_uninit(&layout);
    if (!context)
        return nullptr;
    av_opt_set_int(context, "flags", SWR_FLAG_RESAMPLE, 0); // also where the rates are equal
    if (swr_init(context) >= 0)
        return context;
    swr_free(&context);
    return nullptr;
}

std::size_t Pace::give(std::span<const float> taken, std::span<float> samples)
{
    while (m_toDrop > 0) {
        std::vector<float> again(std::size_t(m_toDrop * m_format.channels));
        const std::size_t made = convert(std::exchange(taken, {}), again);
        if (made == 0)
            return 0;
        m_toDrop -= std::int64_t(made);
    }
    const std::size_t made = convert(taken, samples);
    remember(samples.first(made * std::size_t(m_format.channels)));
    return made;
}

/// How many frames came out; what they leave of @p taken comes out next time.
std::size_t Pace::convert(std::span<const float> taken, std::span<float> samples)
{
    const auto channels = std::size_t(m_format.channels);
    // Without any address it would take this for the end.
    const auto *in = reinterpret_cast<const std::uint8_t *>(taken.empty() ? m_taken.data() : taken.data());
    auto *out = reinterpret_cast<std::uint8_t *>(samples.data());
    const int made =
        swr_convert(m_context.get(), &out, int(samples.size() / channels), &in, int(taken.size() / channels));
    return std::size_t(std::max(made, 0));
}

void Pace::remember(std::span<const float> samples)
{
    const std::size_t kept = std::min(samples.size(), m_last.size());
    std::shift_left(m_last.begin(), m_last.end(), std::ptrdiff_t(kept));
    std::ranges::copy(samples.last(kept), m_last.end() - std::ptrdiff_t(kept));
}

double Pace::heldBack() const
{
    return double(swr_get_delay(m_context.get(), std::int64_t(m_format.sampleRate) * finely)) / finely;
}

void Pace::note()
{
    m_notedAt = m_given;
    const double heard = double(m_sourced) - (m_context ? heldBack() - double(m_toDrop) : 0);
    m_news.push({.frame = m_given, .source = heard, .rate = m_context ? 1 + double(m_ppm) / million : 1});
}

} // namespace Player
