// SPDX-License-Identifier: Apache-2.0
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <memory>

/// What FFmpeg's libraries hand out, so that it is given back. Only the decoder's parts include this.
namespace Player::Ffmpeg {

template <auto close> struct Closing {
    template <typename T> void operator()(T *it) const { close(&it); }
};
using Bytes = std::unique_ptr<AVIOContext, Closing<avio_closep>>;
using Format = std::unique_ptr<AVFormatContext, Closing<avformat_close_input>>;
using Codec = std::unique_ptr<AVCodecContext, Closing<avcodec_free_context>>;
using Frame = std::unique_ptr<AVFrame, Closing<av_frame_free>>;
using Packet = std::unique_ptr<AVPacket, Closing<av_packet_free>>;

} // namespace Player::Ffmpeg
