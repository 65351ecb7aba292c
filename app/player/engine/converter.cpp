// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/converter.h"

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/opt.h>
#include <libswresample/swresample.h>
}

#include <algorithm>

namespace Player {

void Converter::Free::operator()(SwrContext *context) const { swr_free(&context); }

Converter::Converter() = default;
Converter::~Converter() = default;

void Converter::setFormat(const SoundFormat &format)
{
    m_format = format;
    reset();
}

void Converter::reset() { m_context.reset(); }

void Converter::take(AVFrame &frame, std::vector<float> &samples)
{
    if (adapt(frame, samples))
        convert(&frame, samples);
}

void Converter::drain(std::vector<float> &samples)
{
    if (m_context)
        convert(nullptr, samples);
    reset();
}

/// A stream may change on the way, as when stations or parts were joined.
bool Converter::adapt(AVFrame &frame, std::vector<float> &samples)
{
    const SoundFormat from{.sampleRate = frame.sample_rate, .channels = frame.ch_layout.nb_channels};
    if (m_context && from == m_from && frame.format == m_fromSamples)
        return true;
    drain(samples);
    m_from = from;
    m_fromSamples = frame.format;
    // One voice is as loud on two loudspeakers as it was meant to be; FFmpeg takes 3 dB off.
    if (from.channels == 1 && m_format.channels == 2)
        return open(frame, std::vector<double>{1, 1});
    return open(frame, {}) || open(frame, mixOfAll());
}

/// For channels of which nobody says where they belong: each goes to one of ours, none is lost.
std::vector<double> Converter::mixOfAll() const
{
    const int together = (m_from.channels + m_format.channels - 1) / m_format.channels;
    std::vector<double> matrix(std::size_t(m_format.channels * m_from.channels));
    for (int channel = 0; channel < m_from.channels; ++channel)
        matrix[std::size_t(channel % m_format.channels * m_from.channels + channel)] = 1.0 / together;
    return matrix;
}

/// With the usual way to mix channels where the matrix is empty.
bool Converter::open(AVFrame &frame, const std::vector<double> &matrix)
{
    AVChannelLayout wanted{};
    av_channel_layout_default(&wanted, m_format.channels);
    SwrContext *context = nullptr;
    swr_alloc_set_opts2(&context, &wanted, AV_SAMPLE_FMT_FLT, m_format.sampleRate, &frame.ch_layout,
                        AVSampleFormat(frame.format), frame.sample_rate, 0, nullptr);
    av_channel_layout_uninit(&wanted);
    m_context.reset(context);
    if (!context)
        return false;
    av_opt_set_double(context, "rematrix_maxval", 1, 0); // channels mixed together must not clip
    if (!matrix.empty())
        swr_set_matrix(context, matrix.data(), m_from.channels);
    if (swr_init(context) >= 0)
        return true;
    reset();
    return false;
}

void Converter::convert(const AVFrame *frame, std::vector<float> &samples)
{
    const auto channels = std::size_t(m_format.channels);
    const int room = std::max(swr_get_out_samples(m_context.get(), frame ? frame->nb_samples : 0), 0);
    const std::size_t before = samples.size();
    samples.resize(before + std::size_t(room) * channels);
    auto *out = reinterpret_cast<std::uint8_t *>(samples.data() + before);
    const int made = swr_convert(m_context.get(), &out, room,
                                 frame ? const_cast<const std::uint8_t **>(frame->extended_data) : nullptr,
                                 frame ? frame->nb_samples : 0);
    samples.resize(before + std::size_t(std::max(made, 0)) * channels);
}

} // namespace Player
