// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/mixer.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace Player {

namespace {

constexpr int fadesPerSecond = 150; // a cut of less than 7 ms is a click, more is a delay
constexpr std::size_t keptBack = 8; // chunks
constexpr std::size_t refilledBelow =
    Mixer::chunks / 2; // to wake a thread for each costs more than to decode

} // namespace

Mixer::Mixer(const SoundFormat &format, Listeners listeners)
    : m_format(format)
    , m_listeners(std::move(listeners))
    , m_fadeStep(float(fadesPerSecond) / float(format.sampleRate))
{
}

bool Mixer::hasRoomFor(const Chunk &chunk) const
{
    return m_chunks.write_available() > (chunk.first ? 0 : keptBack);
}

std::optional<Mark> Mixer::takeMark()
{
    Mark mark;
    return m_marks.pop(mark) ? std::optional(mark) : std::nullopt;
}

bool Mixer::isWanted(quint32 serial) const
{
    const quint64 wanted = m_wanted;
    return serial >= quint32(wanted >> 32) || serial == quint32(wanted);
}

// What is not wanted any more goes, but what sounds only once it has faded.
Chunk *Mixer::front()
{
    while (m_chunks.read_available() > 0) {
        Chunk &chunk = m_chunks.front();
        if (isWanted(chunk.serial) || (chunk.serial == m_serial && m_fade > 0 && m_runs))
            return &chunk;
        m_taken = 0;
        m_chunks.pop();
    }
    return nullptr;
}

void Mixer::pull(std::span<float> samples)
{
    const auto channels = std::size_t(m_format.channels);
    while (!samples.empty()) {
        const bool paused = m_paused;
        Chunk *chunk = front();
        if (chunk && m_taken == 0 && chunk->first && !paused)
            m_fade = chunk->fadesIn ? std::min(m_fade, 0.F) : 1;
        if (!chunk || (paused && m_fade <= 0)) {
            rest(samples, !chunk && !paused);
            break;
        }
        const std::size_t frames = sound(*chunk, samples, paused || !isWanted(chunk->serial));
        samples = samples.subspan(frames * channels);
        if (m_taken == chunk->frames)
            finish(*chunk);
    }
    if (m_chunks.read_available() < refilledBelow)
        m_listeners.pulled();
}

std::size_t Mixer::sound(Chunk &chunk, std::span<float> samples, bool down)
{
    const auto channels = std::size_t(m_format.channels);
    std::size_t frames = std::min(samples.size() / channels, std::size_t(chunk.frames - m_taken));
    if (down) // and no further than until it cannot be heard
        frames = std::min(frames, std::size_t(std::ceil(m_fade / m_fadeStep)) + 1);
    m_place = chunk.place + m_taken;
    if (frames > 0 && (!std::exchange(m_runs, true) || m_serial != chunk.serial)) {
        m_serial = chunk.serial;
        m_over = false;
        mark({.kind = Mark::Kind::Runs, .frame = m_frame, .serial = m_serial, .place = m_place});
    }
    const float *from = chunk.samples.data() + std::size_t(m_taken) * channels;
    const float wanted = m_gain;
    if (!down && m_fade >= 1 && m_level == wanted && wanted == 1) {
        std::copy_n(from, frames * channels, samples.begin());
    } else {
        const float step = down ? -m_fadeStep : m_fadeStep;
        for (std::size_t frame = 0; frame < frames; ++frame) {
            m_fade = std::clamp(m_fade + step, 0.F, 1.F);
            m_level += std::clamp(wanted - m_level, -m_fadeStep, m_fadeStep);
            for (std::size_t channel = 0; channel < channels; ++channel)
                samples[frame * channels + channel] = from[frame * channels + channel] * m_fade * m_level;
        }
    }
    m_taken += int(frames);
    m_place += std::int64_t(frames);
    m_frame += std::int64_t(frames);
    return frames;
}

void Mixer::finish(const Chunk &chunk)
{
    if (chunk.last && isWanted(chunk.serial)) {
        m_over = true;
        m_serial = chunk.serial; // it may have no sound at all
        m_place = chunk.place + chunk.frames;
        mark({.kind = Mark::Kind::Ends, .frame = m_frame, .serial = m_serial, .place = m_place});
    }
    m_taken = 0;
    m_chunks.pop();
}

void Mixer::rest(std::span<float> samples, bool starved)
{
    std::ranges::fill(samples, 0.F);
    m_fade = 0;
    m_level = m_gain;
    if (std::exchange(m_runs, false)) {
        if (starved && !m_over && isWanted(m_serial))
            ++m_underruns;
        mark({.kind = Mark::Kind::Rests, .frame = m_frame, .serial = m_serial, .place = m_place});
    }
    m_frame += std::int64_t(samples.size()) / m_format.channels;
}

void Mixer::mark(const Mark &mark)
{
    m_marks.push(mark); // nobody who listens leaves a thousand of them
    m_listeners.marked();
}

} // namespace Player
