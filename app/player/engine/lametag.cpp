// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/lametag.h"

#include <QtEndian>

#include <algorithm>

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

} // namespace Player
