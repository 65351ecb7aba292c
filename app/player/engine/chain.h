// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/stream.h"

namespace Player {

/// The sound of a file: one stream, or the links of chained Ogg one after the other. Frames are counted in
/// the format of the first.
class Chain
{
public:
    Chain(QUrl url, Deadline &deadline)
        : m_url(std::move(url))
        , m_deadline(deadline)
    {
    }

    /// Why not, as the second half of a sentence; empty where all is well.
    [[nodiscard]] QString open();

    [[nodiscard]] const SoundFormat &format() const { return m_format; }
    /// Zero where it is not known.
    [[nodiscard]] std::int64_t length() const { return m_length; }
    [[nodiscard]] bool lengthIsSure() const { return m_lengthIsSure; }
    /// See Stream.
    [[nodiscard]] bool lengthIsLimit() const { return m_links.size() == 1 && m_stream->lengthIsLimit(); }

    /// Not so in Ogg that was cut off; others do not mark it.
    [[nodiscard]] bool endIsMarked() const { return m_endIsMarked; }

    void seek(std::int64_t frame);
    [[nodiscard]] bool next();
    [[nodiscard]] AVFrame &piece() const { return m_stream->piece(); }
    [[nodiscard]] std::int64_t place() const { return fromLink(m_stream->place()); }
    /// Of the piece.
    [[nodiscard]] std::int64_t end() const { return fromLink(m_stream->place() + piece().nb_samples); }
    [[nodiscard]] bool isBehindDamage() const { return m_stream->isBehindDamage(); }

    [[nodiscard]] Stream::Damage damage() const;
    [[nodiscard]] QString lost() const { return m_stream->lost(); }

private:
    struct Link {
        ByteRange range;
        int sampleRate = 0;
        std::int64_t begin = 0;
    };

    void findLinks(const std::vector<ByteRange> &ranges);
    [[nodiscard]] bool openLink(std::size_t index);
    [[nodiscard]] std::int64_t fromLink(std::int64_t frame) const;

    const QUrl m_url;
    Deadline &m_deadline;
    std::unique_ptr<Stream> m_stream;
    std::vector<Link> m_links;
    std::size_t m_link = 0; ///< the stream's
    SoundFormat m_format;
    std::int64_t m_length = 0;
    bool m_lengthIsSure = false;
    bool m_endIsMarked = true;
    Stream::Damage m_damage; ///< of streams that were left
};

} // namespace Player
