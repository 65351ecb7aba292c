// SPDX-License-Identifier: Apache-2.0
#include "integration/sources/streams.h"

#include <pulse/pulseaudio.h>

#include <tuple>

namespace Testing {

Streams::Streams(const QByteArray &server)
    : m_loop(pa_mainloop_new())
    , m_context(pa_context_new(pa_mainloop_get_api(m_loop), "streams"))
{
    std::ignore = pa_context_connect(m_context, server.constData(), PA_CONTEXT_NOAUTOSPAWN, nullptr);
    while (!isReady() && PA_CONTEXT_IS_GOOD(pa_context_get_state(m_context)))
        pa_mainloop_iterate(m_loop, 1, nullptr);
}

Streams::~Streams()
{
    for (pa_stream *const stream : m_streams)
        pa_stream_unref(stream);
    pa_context_disconnect(m_context);
    pa_context_unref(m_context);
    pa_mainloop_free(m_loop);
}

bool Streams::isReady() const { return pa_context_get_state(m_context) == PA_CONTEXT_READY; }

bool Streams::open(const char *sink, int most)
{
    const pa_sample_spec format{.format = PA_SAMPLE_S16LE, .rate = 44100, .channels = 2};
    pa_stream *const stream = pa_stream_new(m_context, "one of many", &format, nullptr);
    std::ignore = pa_stream_connect_playback(stream, sink, nullptr, PA_STREAM_START_CORKED, nullptr, nullptr);
    m_streams.push_back(stream);
    while (pa_stream_get_state(stream) == PA_STREAM_CREATING)
        pa_mainloop_iterate(m_loop, 1, nullptr);
    if (int(m_streams.size()) > most) {
        pa_stream_disconnect(m_streams.front());
        while (PA_STREAM_IS_GOOD(pa_stream_get_state(m_streams.front())))
            pa_mainloop_iterate(m_loop, 1, nullptr);
        pa_stream_unref(m_streams.front());
        m_streams.pop_front();
    }
    return pa_stream_get_state(stream) == PA_STREAM_READY;
}

} // namespace Testing
