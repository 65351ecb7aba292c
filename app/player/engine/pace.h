// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/sink.h"
#include "app/player/engine/soundformat.h"

#include <boost/lockfree/spsc_queue.hpp>

#include <atomic>
#include <deque>
#include <vector>

struct SwrContext;

namespace Player {

/// Between what is mixed and the sink that pulls it: lets the sound run a little faster or slower than the
/// device, through libswresample's soft compensation, and knows which mixed frame is heard when. While no
/// pace is set samples pass as they are. One thread pulls, another one sets and asks.
class Pace
{
public:
    Pace(const SoundFormat &format, Sink::Pull source);
    ~Pace();
    Q_DISABLE_COPY_MOVE(Pace)

    // The pulling thread's.
    /// True where a media sounds at the end.
    bool pull(std::span<float> samples);
    /// Between two pulls: what it holds back will not be heard.
    void cut();

    // Of whoever sets.
    /// In millionths faster than the device; once set the sound goes through libswresample.
    void set(int ppm);
    /// Samples pass as they are again, from the next silence on.
    void unset() { m_wanted = false; }
    /// Which frame of the source is heard with that frame, of all that were pulled.
    [[nodiscard]] std::int64_t sourceAt(std::int64_t frame);

private:
    struct Free {
        void operator()(SwrContext *context) const;
    };
    /// From that frame on.
    struct Stretch {
        std::int64_t frame = 0;
        double source = 0;
        double rate = 1; ///< frames of the source for one that is pulled
    };

    void obey();
    void restart();
    [[nodiscard]] SwrContext *made() const;
    [[nodiscard]] std::size_t give(std::span<const float> taken, std::span<float> samples);
    [[nodiscard]] std::size_t convert(std::span<const float> taken, std::span<float> samples);
    void remember(std::span<const float> samples);
    /// Frames of the source that were taken and are still to come.
    [[nodiscard]] double heldBack() const;
    void note();

    const SoundFormat m_format;
    const Sink::Pull m_source;
    std::atomic_bool m_wanted = false;
    std::atomic_int m_wantedPpm = 0;
    boost::lockfree::spsc_queue<Stretch, boost::lockfree::capacity<256>> m_news;
    std::deque<Stretch> m_stretches{{}}; ///< of whoever asks

    // The pulling thread's.
    std::unique_ptr<SwrContext, Free> m_context; ///< while there is a pace
    std::vector<float> m_taken;
    std::vector<float> m_last; ///< that was given
    int m_ppm = 0;
    bool m_sounds = false;
    // Frames.
    std::int64_t m_given = 0;
    std::int64_t m_sourced = 0;
    std::int64_t m_notedAt = 0;
    std::int64_t m_toDrop = 0; ///< that come out once more, having been given before
};

} // namespace Player
