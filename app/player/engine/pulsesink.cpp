// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/pulsesink.h"

#include "app/player/logging.h"

#include <pulse/pulseaudio.h>

#include <algorithm>
#include <utility>

namespace Player {

namespace {

using namespace std::chrono_literals;

/// What the server holds in all, and how much it asks for at once. It gives its device half of what is left
/// of the first after two of the second: 10 ms with either, as a device that holds another time than before
/// is heard at another time than it says.
struct Holding {
    std::chrono::milliseconds held;
    std::chrono::milliseconds asked;
};
constexpr Holding little{.held = 40ms, .asked = 10ms};
constexpr Holding much{.held = 200ms, .asked = 90ms};
constexpr auto remembered = 500ms; // a server that has its own mind may hold more than it was asked to

constexpr auto fade = 7ms; // a shorter one is heard as a click
constexpr auto onItsWay = 10ms; // what is rewritten, to the server, which goes on meanwhile

pa_buffer_attr bufferOf(const Holding &holding, const pa_sample_spec &sample)
{
    const auto bytes = [&sample](std::chrono::microseconds time) {
        return uint32_t(pa_usec_to_bytes(pa_usec_t(time.count()), &sample));
    };
    return {.maxlength = uint32_t(-1),
            .tlength = bytes(holding.held),
            .prebuf = bytes(little.held) / 2,
            .minreq = bytes(holding.asked),
            .fragsize = uint32_t(-1)};
}

class Lock
{
public:
    explicit Lock(pa_threaded_mainloop *loop)
        : m_loop(loop)
    {
        pa_threaded_mainloop_lock(m_loop);
    }
    ~Lock() { pa_threaded_mainloop_unlock(m_loop); }
    Q_DISABLE_COPY_MOVE(Lock)

private:
    pa_threaded_mainloop *const m_loop;
};

} // namespace

PulseSink::PulseSink(const Pulse::Context &context, const QByteArray &device, const SoundFormat &format,
                     PulseListeners listeners)
    : m_pulse(context)
    , m_format(format)
    , m_listeners(std::move(listeners))
    , m_recent(std::size_t(format.framesIn(remembered) * format.channels))
{
    const Lock lock(m_pulse.loop);
    const pa_sample_spec sample{.format = PA_SAMPLE_FLOAT32NE,
                                .rate = uint32_t(m_format.sampleRate),
                                .channels = uint8_t(m_format.channels)};
    pa_channel_map map; // FFmpeg's own order
    pa_channel_map_init_extend(&map, sample.channels, PA_CHANNEL_MAP_WAVEEX);
    m_stream = pa_stream_new(m_pulse.context, "Music", &sample, &map);
    if (!m_stream) {
        qCWarning(playerLog) << "PulseAudio made no stream:"
                             << pa_strerror(pa_context_errno(m_pulse.context));
        m_listeners.failed();
        return;
    }
    pa_stream_set_write_callback(
        m_stream,
        [](pa_stream *, std::size_t bytes, void *self) { static_cast<PulseSink *>(self)->write(bytes); },
        this);
    pa_stream_set_state_callback(
        m_stream,
        [](pa_stream *stream, void *self) {
            if (pa_stream_get_state(stream) == PA_STREAM_FAILED)
                static_cast<PulseSink *>(self)->m_listeners.failed();
        },
        this);
    pa_stream_set_underflow_callback(
        m_stream, [](pa_stream *, void *self) { static_cast<PulseSink *>(self)->mindUnderflow(); }, this);
    const pa_buffer_attr buffer = bufferOf(little, sample);
    const auto flags = pa_stream_flags_t(PA_STREAM_ADJUST_LATENCY | PA_STREAM_INTERPOLATE_TIMING
                                         | PA_STREAM_AUTO_TIMING_UPDATE);
    if (pa_stream_connect_playback(m_stream, device.constData(), &buffer, flags, nullptr, nullptr) < 0)
        m_listeners.failed();
}

PulseSink::~PulseSink()
{
    if (!m_stream)
        return;
    const Lock lock(m_pulse.loop);
    pa_stream_set_state_callback(m_stream, nullptr, nullptr);
    pa_stream_set_write_callback(m_stream, nullptr, nullptr);
    pa_stream_set_underflow_callback(m_stream, nullptr, nullptr);
    pa_stream_disconnect(m_stream);
    pa_stream_unref(m_stream);
}

std::int64_t PulseSink::heard() const
{
    if (!m_stream)
        return 0;
    const Lock lock(m_pulse.loop);
    pa_usec_t time = 0;
    if (pa_stream_get_time(m_stream, &time) < 0)
        return 0; // not before it was told for the first time
    return m_format.framesIn(std::chrono::microseconds(time)) + m_cutAway;
}

bool PulseSink::isTimed() const
{
    if (!m_stream)
        return false;
    const Lock lock(m_pulse.loop);
    const pa_timing_info *timing = pa_stream_get_timing_info(m_stream);
    return timing && timing->playing != 0;
}

std::optional<std::int64_t> PulseSink::cut(const std::function<void()> &meanwhile)
{
    const Lock lock(m_pulse.loop);
    if (m_holdsMuch)
        hold(false);
    const auto from = firstFree();
    const std::int64_t cutBefore = m_cutAway;
    if (!from || !rewriteFaded(*from))
        return std::nullopt;
    meanwhile();
    const std::int64_t cutAt = m_written + cutBefore;
    give(bytesOf(m_format.framesIn(little.held))); // silence, until there is what follows
    return cutAt;
}

/// The first frame of the stream that the server has surely not given to its device when it hears of it.
std::optional<std::int64_t> PulseSink::firstFree() const
{
    pa_usec_t time = 0;
    const pa_timing_info *timing = m_stream ? pa_stream_get_timing_info(m_stream) : nullptr;
    if (!timing || timing->write_index_corrupt || pa_stream_get_time(m_stream, &time) < 0)
        return std::nullopt;
    return m_format.framesIn(std::chrono::microseconds(time + timing->configured_sink_usec) + onItsWay);
}

/// False where the stream would be over by then anyway.
bool PulseSink::rewriteFaded(std::int64_t from)
{
    const std::int64_t frames = m_format.framesIn(fade);
    if (from + frames >= m_written || !remembers(from))
        return false;
    std::vector<float> faded = recent(from, frames);
    std::span<float> left(faded);
    for (std::int64_t frame = 1; frame <= frames; ++frame) {
        for (float &sample : left.first(std::size_t(m_format.channels)))
            sample *= 1 - float(frame) / float(frames);
        left = left.subspan(std::size_t(m_format.channels));
    }
    m_cutAway += m_written - (from + frames);
    rewrite(from, faded);
    m_sounded = 0;
    m_silentFrom = m_written;
    return true;
}

void PulseSink::hurry()
{
    const Lock lock(m_pulse.loop);
    const auto free = firstFree();
    if (!free)
        return;
    if (m_sounded == 0)
        give(bytesOf(m_format.framesIn(little.asked)));
    const std::int64_t from = std::max(*free, m_silentFrom);
    const std::int64_t begin = m_written - m_sounded;
    if (m_sounded == 0 || begin <= from || !remembers(begin))
        return;
    const std::vector<float> sound = recent(begin, m_sounded);
    m_cutAway += begin - from;
    rewrite(from, sound);
    hold(true);
}

/// Instead of all that was to come from that frame of the stream on.
void PulseSink::rewrite(std::int64_t from, std::span<const float> samples)
{
    pa_stream_write(m_stream, samples.data(), samples.size_bytes(), nullptr, std::int64_t(bytesOf(from)),
                    PA_SEEK_ABSOLUTE);
    m_written = from;
    remember(samples);
}

/// Only what breaks off is heard.
void PulseSink::mindUnderflow()
{
    const std::int64_t at = pa_stream_get_underflow_index(m_stream) / std::int64_t(bytesOf(1));
    if (m_sounded > 0 && at > m_written - m_sounded)
        ++m_underruns;
}

void PulseSink::hold(bool more)
{
    m_holdsMuch = more;
    const pa_buffer_attr buffer = bufferOf(more ? much : little, *pa_stream_get_sample_spec(m_stream));
    if (pa_operation *operation = pa_stream_set_buffer_attr(m_stream, &buffer, nullptr, nullptr))
        pa_operation_unref(operation);
}

void PulseSink::write(std::size_t bytes)
{
    const bool sounds = m_sounded > (m_holdsMuch ? 0 : m_format.framesIn(little.held));
    if (m_holdsMuch != sounds)
        hold(sounds);
    give(bytes);
}

void PulseSink::give(std::size_t bytes)
{
    while (bytes > 0) {
        void *room = nullptr;
        std::size_t size = bytes;
        if (pa_stream_begin_write(m_stream, &room, &size) < 0 || !room || size == 0)
            return;
        size = std::min(size, bytes) / bytesOf(1) * bytesOf(1);
        if (size == 0)
            return;
        const std::span<float> samples(static_cast<float *>(room), size / sizeof(float));
        const bool sounds = m_listeners.pull(samples);
        remember(samples);
        if (!sounds && m_sounded > 0)
            m_silentFrom = m_written;
        m_sounded = sounds ? m_sounded + std::int64_t(size / bytesOf(1)) : 0;
        if (pa_stream_write(m_stream, room, size, nullptr, 0, PA_SEEK_RELATIVE) < 0)
            return;
        bytes -= size;
    }
}

void PulseSink::remember(std::span<const float> samples)
{
    auto at = std::size_t(m_written * m_format.channels);
    for (const float sample : samples)
        m_recent[at++ % m_recent.size()] = sample;
    m_written += std::int64_t(samples.size()) / m_format.channels;
}

bool PulseSink::remembers(std::int64_t from) const
{
    return from >= 0 && (m_written - from) * m_format.channels <= std::int64_t(m_recent.size());
}

std::vector<float> PulseSink::recent(std::int64_t from, std::int64_t frames) const
{
    std::vector<float> samples(std::size_t(frames * m_format.channels));
    auto at = std::size_t(from * m_format.channels);
    for (float &sample : samples)
        sample = m_recent[at++ % m_recent.size()];
    return samples;
}

std::size_t PulseSink::bytesOf(std::int64_t frames) const
{
    return std::size_t(frames * m_format.channels) * sizeof(float);
}

} // namespace Player
