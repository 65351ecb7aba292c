// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/sink.h"
#include "app/player/engine/soundformat.h"

#include <QByteArray>

#include <atomic>
#include <optional>
#include <vector>

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

/// A stream to a sink of PulseAudio. The server holds little while nothing sounds, so that what is to come is
/// heard soon, and more once it does: that costs less and outlasts a busy machine.
class PulseSink final : public Sink
{
public:
    PulseSink(const Pulse::Context &context, const QByteArray &device, const SoundFormat &format,
              PulseListeners listeners);
    ~PulseSink() override;

    [[nodiscard]] std::int64_t heard() const override;
    [[nodiscard]] bool isTimed() const override;
    std::optional<std::int64_t> cut(const std::function<void()> &meanwhile) override;
    void hurry() override;
    [[nodiscard]] quint64 underruns() const override { return m_underruns; }

private:
    void write(std::size_t bytes);
    void give(std::size_t bytes);
    void hold(bool more);
    void mindUnderflow();
    void rewrite(std::int64_t from, std::span<const float> samples);
    void remember(std::span<const float> samples);
    [[nodiscard]] bool remembers(std::int64_t from) const;
    [[nodiscard]] std::vector<float> recent(std::int64_t from, std::int64_t frames) const;
    [[nodiscard]] std::optional<std::int64_t> firstFree() const;
    [[nodiscard]] bool rewriteFaded(std::int64_t from);
    [[nodiscard]] std::size_t bytesOf(std::int64_t frames) const;

    const Pulse::Context m_pulse;
    const SoundFormat m_format;
    const PulseListeners m_listeners;
    pa_stream *m_stream = nullptr;
    std::atomic<quint64> m_underruns = 0;

    // Under the loop's lock. Frames.
    bool m_holdsMuch = false;
    std::int64_t m_written = 0; ///< in the stream, less what was cut
    std::int64_t m_cutAway = 0;
    std::int64_t m_sounded = 0; ///< at the end of it
    std::int64_t m_silentFrom = 0; ///< up to where that begins
    std::vector<float> m_recent; ///< the last of what was written, in a ring
};

} // namespace Player
