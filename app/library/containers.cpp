// SPDX-License-Identifier: Apache-2.0
#include "app/library/containers.h"

#include "app/library/mpegframe.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

// No honest file has more; a hostile one is left after this many steps.
constexpr int maxSteps = 4096;
// How far into a file rubbish may reach before its first frame.
constexpr qint64 frameSearchBytes = 64 * 1024;
// Nearly always it is right there. What follows the longest frame is still seen: a larger look finds the
// same.
constexpr qint64 usualSearchBytes = 8 * 1024;
constexpr qsizetype longestFrameBytes = 4 * 1024;
constexpr auto asfHeader = "\x30\x26\xB2\x75\x8E\x66\xCF\x11\xA6\xD9\x00\xAA\x00\x62\xCE\x6C";
constexpr auto asfData = "\x36\x26\xB2\x75\x8E\x66\xCF\x11\xA6\xD9\x00\xAA\x00\x62\xCE\x6C";
constexpr qsizetype guidBytes = 16;

QByteArray read(QIODevice &file, qint64 at, qint64 size)
{
    return at >= 0 && file.seek(at) ? file.read(size) : QByteArray();
}

qint64 bigEndian32(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}
qint64 littleEndian32(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}

qint64 afterLeadingTags(QIODevice &file)
{
    qint64 at = 0;
    for (int step = 0; step < maxSteps; ++step) {
        const QByteArray head = read(file, at, 10);
        if (head.size() < 10 || !head.startsWith("ID3"))
            break;
        qint64 size = 0;
        for (int i = 6; i < 10; ++i)
            size = size << 7 | (head[i] & 0x7f);
        const bool hasFooter = head[5] & 0x10;
        at += 10 + size + (hasFooter ? 10 : 0);
    }
    return at;
}

/// Bytes of the one tag that ends at @p end; zero where there is none.
qint64 trailingTag(QIODevice &file, qint64 end)
{
    if (read(file, end - 128, 3) == "TAG")
        return 128;
    const QByteArray footer = read(file, end - 32, 32);
    if (footer.size() == 32 && footer.startsWith("APETAGEX")) {
        const bool hasHeader = littleEndian32(footer, 20) & 0x80000000;
        return littleEndian32(footer, 12) + (hasHeader ? 32 : 0);
    }
    if (footer.endsWith("LYRICS200")) {
        bool ok = false;
        const qint64 size = footer.sliced(17, 6).toLongLong(&ok);
        return ok && size >= 0 ? size + 15 : 0;
    }
    return 0;
}

qint64 beforeTrailingTags(QIODevice &file, qint64 begin)
{
    qint64 end = file.size();
    for (int step = 0; step < maxSteps; ++step) {
        const qint64 size = trailingTag(file, end);
        if (size == 0 || end - size < begin)
            break;
        end -= size;
    }
    return end;
}

Audio betweenTags(QIODevice &file, Container container, qint64 begin)
{
    return {.container = container, .begin = begin, .end = beforeTrailingTags(file, begin)};
}

Audio findMpeg(QIODevice &file, qint64 begin)
{
    QByteArray bytes = read(file, begin, usualSearchBytes);
    qsizetype first = firstMpegFrame(bytes);
    if (first < 0 || first + longestFrameBytes > bytes.size()) {
        bytes = read(file, begin, frameSearchBytes);
        first = firstMpegFrame(bytes);
    }
    return first < 0 ? Audio() : betweenTags(file, Container::Mpeg, begin + first);
}

Audio findFlac(QIODevice &file, qint64 begin)
{
    QByteArray digest;
    qint64 at = begin + 4;
    for (int step = 0; step < maxSteps; ++step) {
        const QByteArray head = read(file, at, 4 + 34);
        if (head.size() < 4)
            return {.container = Container::Flac}; // cut off before its sound
        const int type = head[0] & 0x7f;
        if (type == 0 && head.size() == 4 + 34)
            digest = head.sliced(4 + 18, 16);
        at += 4 + (bigEndian32(head, 0) & 0xffffff);
        if (head[0] & 0x80)
            break;
    }
    Audio audio = betweenTags(file, Container::Flac, at);
    if (digest.count('\0') != digest.size())
        audio.signature = digest;
    return audio;
}

Audio findMp4(QIODevice &file)
{
    Audio largest{.container = Container::Mp4};
    const qint64 fileEnd = file.size();
    qint64 at = 0;
    for (int step = 0; step < maxSteps && at < fileEnd; ++step) {
        const QByteArray head = read(file, at, 16);
        if (head.size() < 8)
            break;
        qint64 headBytes = 8;
        qint64 size = bigEndian32(head, 0);
        if (size == 1 && head.size() == 16) {
            headBytes = 16;
            size = qFromBigEndian<qint64>(head.constData() + 8);
        } else if (size == 0) {
            size = fileEnd - at;
        }
        if (size < headBytes)
            break;
        const qint64 end = size > fileEnd - at ? fileEnd : at + size;
        if (head.sliced(4, 4) == "mdat" && end - at - headBytes > largest.end - largest.begin)
            largest = {.container = Container::Mp4, .begin = at + headBytes, .end = end};
        at = end;
    }
    return largest;
}

/// RIFF and its elder brother IFF differ in the order of bytes and in what they call the sound.
Audio findChunk(QIODevice &file, Container container)
{
    const QByteArray wanted = container == Container::Wav ? QByteArray("data") : QByteArray("SSND");
    const qint64 fileEnd = file.size();
    qint64 at = 12;
    for (int step = 0; step < maxSteps && at < fileEnd; ++step) {
        const QByteArray head = read(file, at, 8);
        if (head.size() < 8)
            break;
        const qint64 size = container == Container::Wav ? littleEndian32(head, 4) : bigEndian32(head, 4);
        if (head.startsWith(wanted))
            return {.container = container, .begin = at + 8, .end = std::min(at + 8 + size, fileEnd)};
        at += 8 + size + (size & 1);
    }
    return {.container = container};
}

Audio findAsf(QIODevice &file)
{
    constexpr qint64 dataHeaderBytes = 50;
    const qint64 fileEnd = file.size();
    qint64 at = 0;
    for (int step = 0; step < maxSteps && at < fileEnd; ++step) {
        const QByteArray head = read(file, at, 24);
        const qint64 size = head.size() == 24 ? qFromLittleEndian<qint64>(head.constData() + 16) : 0;
        if (size < 24)
            break;
        const qint64 end = size > fileEnd - at ? fileEnd : at + size;
        if (head.startsWith(QByteArrayView(asfData, guidBytes)))
            return {.container = Container::Asf, .begin = at + dataHeaderBytes, .end = end};
        at = end;
    }
    return {.container = Container::Asf};
}

} // namespace

Audio findAudio(QIODevice &file)
{
    const qint64 begin = afterLeadingTags(file);
    const QByteArray head = read(file, begin, guidBytes);
    const QByteArray kind = head.mid(8, 4);
    if (head.startsWith("fLaC"))
        return findFlac(file, begin);
    if (head.startsWith("OggS"))
        return {.container = Container::Ogg, .begin = begin, .end = file.size()};
    if (head.mid(4, 4) == "ftyp")
        return findMp4(file);
    if ((head.startsWith("RIFF") || head.startsWith("RF64")) && kind == "WAVE")
        return findChunk(file, Container::Wav);
    if (head.startsWith("FORM") && (kind == "AIFF" || kind == "AIFC"))
        return findChunk(file, Container::Aiff);
    if (head.startsWith("wvpk"))
        return betweenTags(file, Container::WavPack, begin);
    if (head.startsWith(QByteArrayView(asfHeader, guidBytes)))
        return findAsf(file);
    if (head.startsWith("MAC ") || head.startsWith("MPCK") || head.startsWith("MP+")
        || head.startsWith("TTA1"))
        return betweenTags(file, Container::Other, begin);
    return findMpeg(file, begin);
}

} // namespace Library
