// SPDX-License-Identifier: Apache-2.0
#include "app/library/mpegframe.h"

#include <array>

namespace Library {

namespace {

constexpr qsizetype headerBytes = 4;

using Rates = std::array<int, 15>; // kbit/s by index; free format (0) is not told from noise and not accepted
constexpr Rates version1Layer1{0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448};
constexpr Rates version1Layer2{0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384};
constexpr Rates version1Layer3{0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
constexpr Rates version2Layer1{0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256};
constexpr Rates version2Layer23{0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
constexpr std::array<int, 3> version1SampleRates{44100, 48000, 32000};

struct Header {
    int version; // 1, 2, or 3 for "2.5"
    int layer;
    int rateIndex;
    int sampleRateIndex;
    int padding;
};

bool parse(QByteArrayView bytes, Header &header)
{
    if (bytes.size() < headerBytes)
        return false;
    const auto at = [bytes](qsizetype i) { return int(uchar(bytes[i])); };
    constexpr std::array<int, 4> versions{3, 0, 2, 1};
    header = {.version = versions[size_t((at(1) >> 3) & 3)],
              .layer = 4 - ((at(1) >> 1) & 3),
              .rateIndex = at(2) >> 4,
              .sampleRateIndex = (at(2) >> 2) & 3,
              .padding = (at(2) >> 1) & 1};
    return at(0) == 0xff && (at(1) & 0xe0) == 0xe0 && header.version != 0 && header.layer != 4
        && header.rateIndex != 0 && header.rateIndex != 15 && header.sampleRateIndex != 3;
}

const Rates &ratesOf(const Header &header)
{
    if (header.version != 1)
        return header.layer == 1 ? version2Layer1 : version2Layer23;
    return header.layer == 1 ? version1Layer1 : header.layer == 2 ? version1Layer2 : version1Layer3;
}

int lengthOf(const Header &header)
{
    const int bitsPerSecond = ratesOf(header)[size_t(header.rateIndex)] * 1000;
    const int divisor = header.version == 1 ? 1 : header.version == 2 ? 2 : 4;
    const int sampleRate = version1SampleRates[size_t(header.sampleRateIndex)] / divisor;
    if (header.layer == 1)
        return (12 * bitsPerSecond / sampleRate + header.padding) * 4;
    const int samplesPerByte = header.layer == 3 && header.version != 1 ? 72 : 144;
    return samplesPerByte * bitsPerSecond / sampleRate + header.padding;
}

bool sameKind(const Header &a, const Header &b)
{
    return a.version == b.version && a.layer == b.layer && a.sampleRateIndex == b.sampleRateIndex;
}

} // namespace

int mpegFrameLength(QByteArrayView bytes)
{
    Header header;
    return parse(bytes, header) ? lengthOf(header) : 0;
}

qsizetype firstMpegFrame(QByteArrayView bytes)
{
    for (qsizetype at = 0; at + headerBytes <= bytes.size(); ++at) {
        Header header;
        if (!parse(bytes.sliced(at, headerBytes), header))
            continue;
        const qsizetype next = at + lengthOf(header);
        Header following;
        if (next == bytes.size()
            || (next + headerBytes <= bytes.size() && parse(bytes.sliced(next, headerBytes), following)
                && sameKind(header, following)))
            return at;
    }
    return -1;
}

} // namespace Library
