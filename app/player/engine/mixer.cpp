// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/mixer.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace Player {

namespace {

constexpr int fadesPerSecond = 150; // a cut of less than 7 ms is a click, more is a delay
constexpr std::size_t refilledBelow = Mixer::laneChunks / 2; // to wake a thread costs more than to decode

} // namespace

Mixer::Mixer(const SoundFormat &format, Listeners listeners)
    : m_format(format)
    , m_listeners(std::move(listeners))
    , m_fadeStep(float(fadesPerSecond) / float(format.sampleRate))
    , m_processing(format)
{
}

bool Mixer::hasRoomFor(const Chunk &chunk) const
{
    return laneOf(chunk.serial).chunks.write_available() > (chunk.first ? 0 : laneChunks - runChunks);
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

/// What is not wanted any more goes, but what sounds only once it has faded. A tail goes with what covers it.
bool Mixer::isKept(quint32 serial) const
{
    const bool sounds = m_runs && m_fade > 0;
    if (m_tail && serial == m_tail->serial)
        return sounds || isWanted(m_serial);
    if (serial == m_serial)
        return sounds || isWanted(serial);
    return serial > m_serial && isWanted(serial);
}

Chunk *Mixer::first(Lane &lane)
{
    while (lane.chunks.read_available() > 0) {
        Chunk &chunk = lane.chunks.front();
        if (isKept(chunk.serial))
            return &chunk;
        lane.drop();
    }
    return nullptr;
}

/// What is to sound now: more of what sounded last, or what follows once that is over.
Chunk *Mixer::next()
{
    Chunk *found = nullptr;
    for (Lane &lane : m_lanes) {
        Chunk *chunk = first(lane);
        if (chunk && (!m_tail || chunk->serial != m_tail->serial)
            && (!found || chunk->serial < found->serial))
            found = chunk;
    }
    if (found && found->serial != m_serial && !m_over && isWanted(m_serial))
        return nullptr;
    return found && mayBegin(*found) ? found : nullptr;
}

bool Mixer::mayBegin(const Chunk &chunk) const
{
    if (!isUntouched(chunk))
        return true;
    if (chunk.serial == m_held && chunk.serial != m_alignment.serial)
        return false;
    const bool follows = m_runs && m_over;
    return follows || chunk.serial <= m_mayBegin;
}

bool Mixer::isUntouched(const Chunk &chunk) const { return chunk.first && laneOf(chunk.serial).taken == 0; }

/// How many frames of silence come before it. What is late goes without its beginning.
std::int64_t Mixer::waitsFor(const Chunk &chunk)
{
    if (chunk.serial != m_alignment.serial || !isUntouched(chunk))
        return 0;
    const std::int64_t early = m_alignment.frame + chunk.place - m_alignment.place - m_frame;
    if (early < 0) {
        m_fade = 0;
        skip(chunk.serial, -early);
    }
    return std::max<std::int64_t>(early, 0);
}

void Mixer::skip(quint32 serial, std::int64_t frames)
{
    Lane &lane = laneOf(serial);
    for (Chunk *chunk = first(lane); frames > 0 && chunk && chunk->serial == serial; chunk = first(lane)) {
        const auto skipped = std::min<std::int64_t>(frames, chunk->frames - lane.taken);
        lane.taken += int(skipped);
        frames -= skipped;
        if (lane.taken == chunk->frames)
            finish(*chunk);
    }
}

/// What may begin before this one's end, if it is time for that.
Chunk *Mixer::crossed(Chunk &chunk)
{
    if (m_tail || m_over || chunk.serial != m_serial || chunk.total == 0 || !isWanted(m_serial))
        return nullptr;
    Lane &lane = laneOf(m_serial + 1);
    Chunk *after = first(lane);
    const std::int64_t left = chunk.total - m_place;
    if (!after || !after->first || lane.taken > 0 || left <= 0 || left > after->overlap)
        return nullptr;
    m_tail = {.serial = m_serial, .frames = left};
    mark(Mark::Kind::Ends);
    m_over = true;
    return after;
}

bool Mixer::pull(std::span<float> samples)
{
    const auto channels = std::size_t(m_format.channels);
    while (m_alignments.pop(m_alignment)) { }
    while (!samples.empty()) {
        const bool paused = m_paused;
        Chunk *chunk = next();
        if (const std::int64_t silent = chunk && !paused ? waitsFor(*chunk) : 0; silent > 0) {
            const auto frames = std::min(samples.size() / channels, std::size_t(silent));
            rest(samples.first(frames * channels), false);
            samples = samples.subspan(frames * channels);
            continue;
        }
        chunk = next(); // some of it may have been skipped
        if (Chunk *after = chunk && !paused ? crossed(*chunk) : nullptr)
            chunk = after;
        else if (chunk && isUntouched(*chunk) && !paused && !(m_runs && m_over))
            m_fade = chunk->fadesIn ? 0 : 1;
        if (!chunk || (paused && m_fade <= 0)) {
            rest(samples, !chunk && !paused);
            break;
        }
        const std::size_t frames = sound(*chunk, samples, paused || !isWanted(chunk->serial));
        samples = samples.subspan(frames * channels);
        if (laneOf(chunk->serial).taken == chunk->frames)
            finish(*chunk);
    }
    if (laneOf(m_serial).chunks.read_available() < refilledBelow || m_tail)
        m_listeners.pulled();
    return m_runs;
}

/// How many frames it gave.
std::size_t Mixer::sound(Chunk &chunk, std::span<float> samples, bool down)
{
    Lane &lane = laneOf(chunk.serial);
    const auto channels = std::size_t(m_format.channels);
    std::size_t frames = std::min(samples.size() / channels, std::size_t(chunk.frames - lane.taken));
    if (down) // and no further than until it cannot be heard
        frames = std::min(frames, std::size_t(std::ceil(m_fade / m_fadeStep)) + 1);
    m_place = chunk.place + lane.taken;
    if (frames > 0 && (!std::exchange(m_runs, true) || m_serial != chunk.serial)) {
        if (m_tail && m_serial != chunk.serial && m_serial != m_tail->serial) // cut off as well
            m_tail.reset();
        m_serial = chunk.serial;
        m_over = false;
        mark(Mark::Kind::Runs);
    }
    const std::span<float> out = samples.first(frames * channels);
    std::copy_n(chunk.samples.data() + std::size_t(lane.taken) * channels, out.size(), out.begin());
    lane.taken += int(frames);
    m_place += std::int64_t(frames);
    m_frame += std::int64_t(frames);
    const bool alone = !m_tail;
    if (m_tail)
        blendTail(out);
    const bool unchanged = level(out, down) && alone && chunk.exact;
    m_processing.process(out, unchanged);
    return frames;
}

/// Adds the tail to what follows it. The sum of their powers stays the same.
void Mixer::blendTail(std::span<float> samples)
{
    Lane &lane = laneOf(m_tail->serial);
    const auto channels = std::size_t(m_format.channels);
    for (; !samples.empty() && m_tail->done < m_tail->frames; ++m_tail->done) {
        const float angle = float(m_tail->done) / float(m_tail->frames) * std::numbers::pi_v<float> / 2;
        const float rise = std::sin(angle);
        for (float &sample : samples.first(channels))
            sample *= rise;
        Chunk *chunk = first(lane);
        while (chunk && chunk->serial == m_tail->serial && lane.taken == chunk->frames) {
            lane.drop();
            chunk = first(lane);
        }
        if (chunk
            && chunk->serial == m_tail->serial) { // else it comes too late, or has ended before its time
            const float *from = chunk->samples.data() + std::size_t(lane.taken++) * channels;
            const float fall = std::cos(angle);
            for (std::size_t channel = 0; channel < channels; ++channel)
                samples[channel] += from[channel] * fall;
        }
        samples = samples.subspan(channels);
    }
    if (m_tail->done == m_tail->frames)
        m_tail.reset();
}

/// Fades and the volume; true where it left everything as it was.
bool Mixer::level(std::span<float> samples, bool down)
{
    const float wanted = m_gain;
    if (!down && m_fade >= 1 && m_level == wanted && wanted == 1)
        return true;
    const auto channels = std::size_t(m_format.channels);
    const float step = down ? -m_fadeStep : m_fadeStep;
    for (; !samples.empty(); samples = samples.subspan(channels)) {
        m_fade = std::clamp(m_fade + step, 0.F, 1.F);
        m_level += std::clamp(wanted - m_level, -m_fadeStep, m_fadeStep);
        for (float &sample : samples.first(channels))
            sample *= m_fade * m_level;
    }
    return false;
}

void Mixer::finish(const Chunk &chunk)
{
    if (chunk.last && isWanted(chunk.serial)) {
        m_over = true;
        m_serial = chunk.serial; // it may have no sound at all
        m_place = chunk.place + chunk.frames;
        mark(Mark::Kind::Ends);
    }
    laneOf(chunk.serial).drop();
}

void Mixer::rest(std::span<float> samples, bool starved)
{
    std::ranges::fill(samples, 0.F);
    m_fade = 0;
    m_level = m_gain;
    m_processing.rest();
    if (std::exchange(m_runs, false)) {
        if (starved && !m_over && isWanted(m_serial))
            ++m_underruns;
        mark(Mark::Kind::Rests);
    }
    m_frame += std::int64_t(samples.size()) / m_format.channels;
}

void Mixer::mark(Mark::Kind kind)
{
    // nobody who listens leaves a thousand of them
    m_marks.push({.kind = kind, .frame = m_frame, .serial = m_serial, .place = m_place});
    m_listeners.marked();
}

} // namespace Player
