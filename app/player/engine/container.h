// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/deadline.h"
#include "app/player/engine/ffmpeg.h"
#include "app/player/engine/oggchain.h"

#include <QUrl>

#include <optional>
#include <string_view>

namespace Player {

/// A file, or what a server sends, opened: packets of its sound come out. Never opens anything else that
/// the file may name.
class Container
{
public:
    explicit Container(Deadline &deadline)
        : m_deadline(deadline)
    {
    }

    /// Why not, as the second half of a sentence; empty where all is well.
    [[nodiscard]] QString open(const QUrl &url, const ByteRange &range = {});

    [[nodiscard]] AVStream &stream() const { return *m_format->streams[m_stream]; }
    [[nodiscard]] const AVFormatContext &format() const { return *m_format; }
    /// Of the container: what FFmpeg calls it.
    [[nodiscard]] bool is(const char *name) const;
    /// After a read that failed: to where a packet may begin again, at @p time or behind it. False where
    /// there is no more.
    [[nodiscard]] bool skipDamage(std::int64_t time);
    /// Nothing where it is no Ogg, or cannot be looked at. Only before the first packet.
    [[nodiscard]] std::optional<OggShape> oggShape() const;
    [[nodiscard]] bool canSeek() const { return (m_bytes->seekable & AVIO_SEEKABLE_NORMAL) != 0; }
    /// The last bytes in front of the coded sound, of MP3, Musepack and WAV.
    [[nodiscard]] const QByteArray &header() const { return m_header; }

    /// Zero, or what FFmpeg says: AVERROR_EOF at the end.
    [[nodiscard]] int read(AVPacket &packet);
    /// To a packet at @p time or before it, in the stream's time base.
    [[nodiscard]] bool seek(std::int64_t time);
    /// Why no more came, as the second half of a sentence; empty where it came to its end.
    [[nodiscard]] QString lost() const;

private:
    [[nodiscard]] QString openBytes();
    [[nodiscard]] QString probe(const AVInputFormat *&input);
    [[nodiscard]] QString readHeaders(const AVInputFormat &input);
    [[nodiscard]] QString findSound();
    [[nodiscard]] QString headerReason(int error) const;
    void keepHeader();
    [[nodiscard]] bool skipTo(std::string_view sync);
    void wait();

    Deadline &m_deadline;
    QUrl m_url;
    ByteRange m_range;
    Ffmpeg::Bytes m_bytes;
    Ffmpeg::Format m_format; // goes before the bytes it reads
    int m_stream = -1;
    std::int64_t m_skipped = -1; ///< the byte, or the time, that damage was skipped to
    QByteArray m_header;
};

} // namespace Player
