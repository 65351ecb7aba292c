// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/encodertags.h"

#include <QByteArrayList>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace Player {

namespace {

constexpr quint32 tellsBlocks = 1;
constexpr quint32 tellsBytes = 2;
constexpr quint32 hasContents = 4;
constexpr quint32 tellsQuality = 8;
constexpr qsizetype numberSize = 4;
constexpr qsizetype contentsSize = 100;
constexpr qsizetype delayOffset = 21; // behind LAME's name, its settings and the peak

} // namespace

std::optional<LameTag> lameTagIn(QByteArrayView bytes)
{
    const qsizetype at = std::max(bytes.lastIndexOf("Xing"), bytes.lastIndexOf("Info"));
    if (at < 0 || bytes.size() < at + 3 * numberSize)
        return {};
    const auto *flagged = bytes.data() + at + numberSize;
    const auto flags = qFromBigEndian<quint32>(flagged);
    if ((flags & tellsBlocks) == 0)
        return {};
    LameTag tag{.blocks = qFromBigEndian<quint32>(flagged + numberSize)};
    const qsizetype lame = at + 3 * numberSize + ((flags & tellsBytes) != 0 ? numberSize : 0)
        + ((flags & hasContents) != 0 ? contentsSize : 0) + ((flags & tellsQuality) != 0 ? numberSize : 0);
    if (bytes.size() >= lame + delayOffset + numberSize) {
        const quint32 both = qFromBigEndian<quint32>(bytes.data() + lame + delayOffset) >> 8;
        tag.delay = int(both >> 12);
        tag.padding = int(both & 0xfff);
    }
    return tag;
}

std::int64_t framesInMusepack(QByteArrayView bytes)
{
    constexpr qsizetype restOfHeader = 2 + 1 + 4 + 1; // its name and size, a checksum, the version
    const qsizetype at = bytes.indexOf("MPCKSH");
    std::array<std::int64_t, 2> numbers{}; // frames, and how many of them are silent and not there
    qsizetype next = at + 4 + restOfHeader;
    for (std::int64_t &number : numbers)
        for (bool more = at >= 0; more && next < bytes.size() && number < (1LL << 50); ++next) {
            number = (number << 7) | (bytes[next] & 0x7f);
            more = (bytes[next] & 0x80) != 0;
        }
    return std::max<std::int64_t>(numbers[0] - numbers[1], 0);
}

std::int64_t soundBytesInWav(QByteArrayView bytes)
{
    constexpr quint32 unknownFrom = 0x7ffff000; // what is written before it is known, or does not fit
    const qsizetype at = bytes.size() - 2 * numberSize;
    if (at < 0 || !bytes.sliced(at).startsWith("data"))
        return 0;
    const auto size = qFromLittleEndian<quint32>(bytes.data() + at + numberSize);
    return size < unknownFrom ? size : 0;
}

// " 00000000 00000840 000001CA 00000000003F31F6 …", the last of these being the frames there are.
std::int64_t framesInITunSmpb(QByteArrayView tag)
{
    const auto fields = tag.toByteArray().simplified().split(' ');
    return fields.size() > 3 ? fields[3].toLongLong(nullptr, 16) : 0;
}

} // namespace Player
