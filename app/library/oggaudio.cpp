// SPDX-License-Identifier: Apache-2.0
#include "app/library/oggaudio.h"

#include <QtEndian>

#include <optional>
#include <string_view>

namespace Library {

namespace {

constexpr qsizetype openingBytes = 16 * 1024;
constexpr qsizetype headerBytes = 27;
constexpr qsizetype largestHeader = headerBytes + 255;
constexpr qint64 largestPage = largestHeader + 255 * 255;
constexpr qint64 usualTail = 8 * 1024;
// A comment with a large cover fills many pages; beyond this it is no longer music with tags.
constexpr int maxPages = 4096;

struct Page {
    bool beginsStream = false;
    qint64 granule = 0;
    quint32 serial = 0;
    QByteArray segments;
    qint64 bodyAt = 0;
    qint64 bodyBytes = 0;
};

std::optional<Page> readPage(QIODevice &file, qint64 at)
{
    const QByteArray head = file.seek(at) ? file.read(largestHeader) : QByteArray();
    if (head.size() < headerBytes || !head.startsWith("OggS") || head[4] != 0)
        return std::nullopt;
    Page page{.beginsStream = (head[5] & 0x02) != 0,
              .granule = qFromLittleEndian<qint64>(head.constData() + 6),
              .serial = qFromLittleEndian<quint32>(head.constData() + 14),
              .segments = head.mid(headerBytes, uchar(head[26])),
              .bodyAt = at + headerBytes + uchar(head[26])};
    for (const char segment : page.segments)
        page.bodyBytes += uchar(segment);
    return page;
}

/// How many packets come before the sound; nothing for a stream that holds none.
std::optional<int> headerPackets(const QByteArray &first)
{
    if (first.startsWith("\x01vorbis"))
        return 3;
    if (first.startsWith("OpusHead"))
        return 2;
    if (first.startsWith("\x7f"
                         "FLAC")
        && first.size() >= 9)
        return 1 + std::max<int>(1, qFromBigEndian<quint16>(first.constData() + 7));
    if (first.startsWith("Speex   ") && first.size() >= 72)
        return 2 + int(std::min<quint32>(qFromLittleEndian<quint32>(first.constData() + 68), 100));
    return std::nullopt;
}

/// Takes the sound of one page, counting down the packets before it.
void takePage(QIODevice &file, const Page &page, int &packetsBefore, QByteArray &opening)
{
    qint64 skip = 0;
    auto segment = page.segments.cbegin();
    for (; segment != page.segments.cend() && packetsBefore > 0; ++segment) {
        skip += uchar(*segment);
        if (uchar(*segment) < 255)
            --packetsBefore;
    }
    const qint64 wanted = std::min<qint64>(page.bodyBytes - skip, openingBytes - opening.size());
    if (wanted > 0 && file.seek(page.bodyAt + skip))
        opening += file.read(wanted);
}

qint64 lastGranule(QIODevice &file, quint32 serial)
{
    for (const qint64 tailBytes : {usualTail, 2 * largestPage}) {
        const qint64 from = std::max<qint64>(0, file.size() - tailBytes);
        const QByteArray tail = file.seek(from) ? file.read(tailBytes) : QByteArray();
        const std::string_view bytes(tail.constData(), std::size_t(tail.size()));
        for (std::size_t at = bytes.rfind("OggS"); at != std::string_view::npos;
             at = at > 0 ? bytes.rfind("OggS", at - 1) : std::string_view::npos) {
            const auto page = readPage(file, from + qint64(at));
            if (page && page->serial == serial && page->granule >= 0)
                return page->granule;
        }
    }
    return 0;
}

} // namespace

OggAudio readOgg(QIODevice &file, qint64 begin)
{
    OggAudio audio;
    std::optional<quint32> serial;
    int packetsBefore = 0;
    qint64 at = begin;
    for (int step = 0; step < maxPages && audio.opening.size() < openingBytes; ++step) {
        const auto page = readPage(file, at);
        if (!page)
            break;
        if (!serial && page->beginsStream && file.seek(page->bodyAt)) {
            if (const auto packets = headerPackets(file.read(std::min<qint64>(page->bodyBytes, 80)))) {
                serial = page->serial;
                packetsBefore = *packets;
            }
        }
        if (serial == page->serial)
            takePage(file, *page, packetsBefore, audio.opening);
        at = page->bodyAt + page->bodyBytes;
    }
    if (serial)
        audio.length = lastGranule(file, *serial);
    return audio;
}

} // namespace Library
