// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/pulsesink.h"

#include "app/player/logging.h"

#include <pulse/pulseaudio.h>

#include <algorithm>
#include <utility>

namespace Player {

namespace {

using namespace std::chrono_literals;

// What the server holds in all: less is heard sooner, more outlasts a busy machine.
constexpr std::chrono::milliseconds held = 40ms;

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
        m_stream, [](pa_stream *, void *self) { ++static_cast<PulseSink *>(self)->m_underruns; }, this);
    const auto bytes = uint32_t(pa_usec_to_bytes(std::chrono::microseconds(held).count(), &sample));
    const pa_buffer_attr buffer{.maxlength = uint32_t(-1),
                                .tlength = bytes,
                                .prebuf = bytes / 2,
                                .minreq = bytes / 4,
                                .fragsize = uint32_t(-1)};
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
    return m_format.framesIn(std::chrono::microseconds(time));
}

void PulseSink::write(std::size_t bytes)
{
    while (bytes > 0) {
        void *room = nullptr;
        std::size_t size = bytes;
        if (pa_stream_begin_write(m_stream, &room, &size) < 0 || !room || size == 0)
            return;
        const std::size_t frame = sizeof(float) * std::size_t(m_format.channels);
        size = std::min(size, bytes) / frame * frame;
        if (size == 0)
            return;
        m_listeners.pull({static_cast<float *>(room), size / sizeof(float)});
        if (pa_stream_write(m_stream, room, size, nullptr, 0, PA_SEEK_RELATIVE) < 0)
            return;
        bytes -= size;
    }
}

} // namespace Player
