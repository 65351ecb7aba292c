// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/sink.h"
#include "app/player/engine/soundformat.h"

#include <QByteArray>

#include <atomic>

struct pa_context;
struct pa_stream;
struct pa_threaded_mainloop;

namespace Player {

namespace Pulse {

/// What a stream is made in. Whoever made it keeps it alive.
struct Context {
    pa_threaded_mainloop *loop = nullptr;
    pa_context *context = nullptr;
};

} // namespace Pulse

/// Both are called in the main loop's thread, or while the stream is made.
struct PulseListeners {
    Sink::Pull pull;
    std::function<void()> failed; ///< the stream is dead: its device went, or somebody ended it
};

/// A stream to a sink of PulseAudio.
class PulseSink final : public Sink
{
public:
    PulseSink(const Pulse::Context &context, const QByteArray &device, const SoundFormat &format,
              PulseListeners listeners);
    ~PulseSink() override;

    [[nodiscard]] std::int64_t heard() const override;
    [[nodiscard]] quint64 underruns() const override { return m_underruns; }

private:
    void write(std::size_t bytes);

    const Pulse::Context m_pulse;
    const SoundFormat m_format;
    const PulseListeners m_listeners;
    pa_stream *m_stream = nullptr;
    std::atomic<quint64> m_underruns = 0;
};

} // namespace Player
