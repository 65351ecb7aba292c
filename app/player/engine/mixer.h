// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/chunk.h"
#include "app/player/engine/processing.h"

#include <boost/lockfree/spsc_queue.hpp>

#include <atomic>
#include <functional>
#include <optional>
#include <span>

namespace Player {

/// Where something begins in what a sink has pulled.
struct Mark {
    enum class Kind {
        Runs, ///< the media, from `place` on
        Rests, ///< silence, with the media standing at `place`
        Ends, ///< the media is over, or fades out under what follows
    };
    Kind kind = Kind::Rests;
    std::int64_t frame = 0; ///< of all that were pulled
    quint32 serial = 0;
    std::int64_t place = 0; ///< frames from the media's beginning

    bool operator==(const Mark &) const = default;
};

/// That place of a media is to be heard with that frame of all that are pulled.
struct Alignment {
    quint32 serial = 0;
    std::int64_t frame = 0;
    std::int64_t place = 0; ///< frames from the media's beginning; it may lie before that
};

/// What a sink pulls: decoded chunks one after the other, or one fading into the other, with fades where the
/// sound is cut, and the volume. One thread pulls, one pushes, one says what is wanted; none waits for
/// another.
///
/// Chunks come in two lanes, those of even serials and those of odd ones: what follows has its own, so that
/// both can be there at once.
class Mixer
{
public:
    static constexpr std::size_t laneChunks = 64;
    static constexpr std::size_t runChunks = 56; ///< that one media can have there; the others are kept back

    /// Called in the pulling thread: when there are new marks, and when chunks may have been taken.
    struct Listeners {
        std::function<void()> marked;
        std::function<void()> pulled;
    };
    Mixer(const SoundFormat &format, Listeners listeners);
    Q_DISABLE_COPY_MOVE(Mixer)

    [[nodiscard]] const SoundFormat &format() const { return m_format; }

    // The pushing thread's.
    /// What comes after a cut has a few places kept back, so that it need not wait for a pull.
    [[nodiscard]] bool hasRoomFor(const Chunk &chunk) const;
    void push(const Chunk &chunk) { laneOf(chunk.serial).chunks.push(chunk); }
    /// There is enough of @p serial that it does not run dry as soon as it sounds. What follows another
    /// without a gap does not wait for this.
    void letBegin(quint32 serial) { m_mayBegin = serial; }

    // The pulling thread's.
    /// True where a media sounds at the end.
    bool pull(std::span<float> samples);
    /// Between two pulls: what sounded last has faded out already, on its way to be heard.
    void cut() { m_fade = 0; }

    // Of whoever says what is wanted.
    void setPaused(bool paused) { m_paused = paused; }
    /// Of the samples.
    void setGain(float gain) { m_gain = gain; }
    void setEqualization(const Equalization &wanted) { m_processing.setEqualization(wanted); }
    /// Chunks from serial @p from on are wanted, and those of @p keep (none has 0).
    void setWanted(quint32 from, quint32 keep = 0) { m_wanted = (quint64(from) << 32) | keep; }
    /// @p serial does not begin before it is aligned; one at a time, none has 0.
    void hold(quint32 serial) { m_held = serial; }
    /// What was held begins so: after silence, or without what should have been heard by now.
    void align(const Alignment &alignment) { m_alignments.push(alignment); }
    [[nodiscard]] std::optional<Mark> takeMark();
    /// How often there was nothing to pull where there should have been.
    [[nodiscard]] quint64 underruns() const { return m_underruns; }

private:
    struct Lane {
        boost::lockfree::spsc_queue<Chunk, boost::lockfree::capacity<laneChunks>> chunks;
        int taken = 0; ///< frames of the first one; the pulling thread's

        void drop()
        {
            taken = 0;
            chunks.pop();
        }
    };
    /// What fades out under what follows it.
    struct Tail {
        quint32 serial = 0;
        std::int64_t frames = 0; ///< how long the fade is
        std::int64_t done = 0;
    };

    [[nodiscard]] Lane &laneOf(quint32 serial) { return m_lanes.at(serial % 2); }
    [[nodiscard]] const Lane &laneOf(quint32 serial) const { return m_lanes.at(serial % 2); }
    [[nodiscard]] bool isWanted(quint32 serial) const;
    [[nodiscard]] bool isKept(quint32 serial) const;
    [[nodiscard]] Chunk *first(Lane &lane);
    [[nodiscard]] Chunk *next();
    [[nodiscard]] bool mayBegin(const Chunk &chunk) const;
    [[nodiscard]] Chunk *crossed(Chunk &chunk);
    [[nodiscard]] bool isUntouched(const Chunk &chunk) const;
    [[nodiscard]] std::int64_t waitsFor(const Chunk &chunk);
    void skip(quint32 serial, std::int64_t frames);
    void rest(std::span<float> samples, bool starved);
    std::size_t sound(Chunk &chunk, std::span<float> samples, bool down);
    void blendTail(std::span<float> samples);
    bool level(std::span<float> samples, bool down);
    void finish(const Chunk &chunk);
    void mark(Mark::Kind kind);

    const SoundFormat m_format;
    const Listeners m_listeners;
    const float m_fadeStep; ///< for each frame
    std::array<Lane, 2> m_lanes;
    boost::lockfree::spsc_queue<Mark, boost::lockfree::capacity<1024>> m_marks;
    std::atomic_bool m_paused = false;
    std::atomic<float> m_gain = 1;
    std::atomic<quint64> m_wanted = 0;
    std::atomic<quint32> m_mayBegin = 0; ///< and all serials before
    std::atomic<quint64> m_underruns = 0;
    std::atomic<quint32> m_held = 0;
    boost::lockfree::spsc_queue<Alignment, boost::lockfree::capacity<64>> m_alignments;

    // The pulling thread's.
    Processing m_processing;
    Alignment m_alignment; ///< the last one
    std::int64_t m_frame = 0; ///< pulled until now
    quint32 m_serial = 0; ///< what sounded last
    std::int64_t m_place = 0; ///< where that stands
    std::optional<Tail> m_tail;
    bool m_runs = false;
    bool m_over = true; ///< what sounded last came to its end
    float m_fade = 0;
    float m_level = 1; ///< the gain, on its way
};

} // namespace Player
