// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/container.h"
#include "app/player/engine/extent.h"
#include "app/player/engine/soundformat.h"

namespace Player {

/// The sound of one container, piece by piece as its codec gives it. Frames are counted in the format it has
/// there, from its beginning, without what an encoder put in front of it or behind it.
class Stream
{
public:
    struct Damage {
        int places = 0; ///< how often there was sound again behind damage
        std::int64_t first = 0; ///< where the first began
        bool inARow = false; ///< nothing good has come since
    };

    Stream(QUrl url, const ByteRange &range, Deadline &deadline)
        : m_url(std::move(url))
        , m_range(range)
        , m_deadline(deadline)
    {
    }

    /// Why not, as the second half of a sentence; empty where all is well.
    [[nodiscard]] QString open();

    [[nodiscard]] const SoundFormat &format() const { return m_sound; }
    /// Zero where it is not known.
    [[nodiscard]] std::int64_t length() const { return m_extent.length; }
    /// What is decoded behind it is not the sound's.
    [[nodiscard]] bool lengthIsLimit() const { return m_extent.isLimit; }
    /// It is not guessed from how many bytes there are.
    [[nodiscard]] bool lengthIsSure() const { return m_extent.isSure && m_extent.length > 0; }

    /// The next piece is the one with that frame, or as near to it as can be.
    void seek(std::int64_t frame);
    /// The next piece; false at the end.
    [[nodiscard]] bool next();
    [[nodiscard]] AVFrame &piece() const { return *m_frame; }
    /// Of the piece; it may lie before the beginning.
    [[nodiscard]] std::int64_t place() const { return m_place; }
    /// There was damage right in front of the piece.
    [[nodiscard]] bool isBehindDamage() const { return m_behindDamage; }

    [[nodiscard]] const Damage &damage() const { return m_damage; }
    /// Of Ogg; only before the first piece.
    [[nodiscard]] std::optional<OggShape> oggShape() const { return m_container.oggShape(); }
    [[nodiscard]] QString lost() const { return m_container.lost(); }

private:
    [[nodiscard]] QString openCodec();
    [[nodiscard]] bool goTo(std::int64_t frame, std::chrono::microseconds lead);
    [[nodiscard]] bool startOver();
    [[nodiscard]] bool decode();
    [[nodiscard]] bool feed();
    [[nodiscard]] bool endsTooEarly() const;
    void take(int result);
    void takePiece();
    [[nodiscard]] std::int64_t origin() const;
    [[nodiscard]] std::int64_t placeOf(const AVFrame &frame) const;
    [[nodiscard]] std::int64_t framesIn(std::int64_t time) const;

    const QUrl m_url;
    const ByteRange m_range;
    Deadline &m_deadline;
    Container m_container{m_deadline};
    Ffmpeg::Codec m_codec;
    Ffmpeg::Frame m_frame{av_frame_alloc()};
    Ffmpeg::Packet m_packet{av_packet_alloc()};
    SoundFormat m_sound;
    Extent m_extent;
    std::int64_t m_place = 0;
    std::int64_t m_next = 0; ///< where the next piece belongs, if its container does not say
    bool m_fresh = true; ///< nothing was decoded yet
    bool m_settles = false; ///< what is damaged right behind a seek was not asked for
    bool m_held = false; ///< the piece is decoded and was not given out
    bool m_behindDamage = false;
    int m_damagedInARow = 0;
    Damage m_damage;
};

} // namespace Player
