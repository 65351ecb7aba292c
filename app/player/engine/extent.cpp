// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/extent.h"

#include "app/player/engine/container.h"
#include "app/player/engine/encodertags.h"

#include <algorithm>

namespace Player {

namespace {

constexpr int musepackDelay = 481; // of its filters

bool isStated(const Container &container)
{
    return container.format().duration_estimation_method != AVFMT_DURATION_FROM_BITRATE;
}

/// What the container says itself.
std::int64_t statedLength(const Container &container, int sampleRate)
{
    const AVStream &stream = container.stream();
    const std::int64_t length = stream.duration == AV_NOPTS_VALUE
        ? av_rescale(container.format().duration, sampleRate, AV_TIME_BASE)
        : av_rescale_q(stream.duration, stream.time_base, {1, sampleRate});
    // Opus counts from before what an encoder put in front, but not in MP4.
    const bool isOpus = stream.codecpar->codec_id == AV_CODEC_ID_OPUS && !container.is("mp4");
    return std::max<std::int64_t>(isOpus ? length - stream.codecpar->initial_padding : length, 0);
}

Extent extentOfMp3(const Container &container, int sampleRate)
{
    const auto tag = lameTagIn(container.header());
    const int inABlock = sampleRate < 32000 ? 576 : 1152;
    const std::int64_t frames = tag ? tag->blocks * inABlock - tag->delay - tag->padding : 0;
    return {.length = frames > 0 ? frames : statedLength(container, sampleRate),
            .isSure = frames > 0 || isStated(container)};
}

/// Encoders write what they put in front as an edit list or as iTunes does: FFmpeg knows both, but not the
/// end.
Extent extentOfMp4(const Container &container, int sampleRate)
{
    const std::int64_t stated = statedLength(container, sampleRate);
    const AVDictionaryEntry *tag = av_dict_get(container.format().metadata, "iTunSMPB", nullptr, 0);
    const std::int64_t told = tag ? framesInITunSmpb(tag->value) : 0;
    return {.length = told > 0 && (stated == 0 || told < stated) ? told : stated,
            .isSure = true,
            .isLimit = true};
}

/// A file that is cut off has fewer bytes than its header says; FFmpeg believes the file.
Extent extentOfWav(const Container &container, int sampleRate)
{
    const int inAFrame = container.stream().codecpar->block_align;
    const bool isPlain = av_get_exact_bits_per_sample(container.stream().codecpar->codec_id) > 0;
    const std::int64_t bytes = isPlain && inAFrame > 0 ? soundBytesInWav(container.header()) : 0;
    return {.length = bytes > 0 ? bytes / inAFrame : statedLength(container, sampleRate),
            .isSure = bytes > 0 || isStated(container)};
}

} // namespace

Extent extentOf(const Container &container, int sampleRate)
{
    if (container.is("mp4"))
        return extentOfMp4(container, sampleRate);
    if (container.is("mp3"))
        return extentOfMp3(container, sampleRate);
    if (container.is("wav"))
        return extentOfWav(container, sampleRate);
    Extent extent{.length = statedLength(container, sampleRate), .isSure = isStated(container)};
    if (container.is("mpc")) {
        extent.begin = musepackDelay;
        if (const auto frames = framesInMusepack(container.header()); frames > 0) {
            extent.length = frames;
            extent.isSure = true;
            extent.isLimit = true;
        }
    }
    return extent;
}

} // namespace Player
