// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/stream.h"

#include "app/player/engine/reasons.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Player {

namespace {

using std::chrono::microseconds;
using namespace std::chrono_literals;

// Beyond these a header is damaged.
constexpr int slowestRate = 1000;
constexpr int fastestRate = 768'000;
constexpr int mostChannels = 64;
constexpr std::int64_t largestPiece = 1 << 22; // frames; whatever asks for more is damaged
// A format knows what its decoder needs to have heard before: Opus asks for 80 ms, MP3 for a few frames.
constexpr std::array<microseconds, 4> leads{100ms, 1s, 10s, 24h};
// The last page of Vorbis tells where it ends after what was cut off there, and not where it begins: its
// places are only known coming from the page before.
constexpr microseconds lastPage = 10s;
constexpr int damagedInARow = 2000; // packets; whatever comes then is no sound any more

/// iTunes: " 00000000 00000840 000001CA 00000000003F31F6 …", the last of these being the frames there are.
std::int64_t framesInITunSmpb(const AVDictionary *metadata)
{
    const AVDictionaryEntry *entry = av_dict_get(metadata, "iTunSMPB", nullptr, 0);
    const auto fields = QByteArray(entry ? entry->value : "").simplified().split(' ');
    return fields.size() > 3 ? fields[3].toLongLong(nullptr, 16) : 0;
}

bool isLossless(AVCodecID codec)
{
    const AVCodecDescriptor *about = avcodec_descriptor_get(codec);
    return about && (about->props & AV_CODEC_PROP_LOSSLESS) != 0;
}

/// Of the whole numbers that the samples are.
int bitsOf(const AVCodecContext &codec, const AVCodecParameters &parameters)
{
    const AVSampleFormat samples = av_get_packed_sample_fmt(codec.sample_fmt);
    if (!isLossless(parameters.codec_id) || samples == AV_SAMPLE_FMT_FLT || samples == AV_SAMPLE_FMT_DBL)
        return 32;
    int bits = codec.bits_per_raw_sample > 0 ? codec.bits_per_raw_sample : parameters.bits_per_raw_sample;
    if (bits <= 0)
        bits = 8 * av_get_bytes_per_sample(samples);
    return bits <= 16 ? 16 : bits <= 24 ? 24 : 32;
}

} // namespace

QString Stream::open()
{
    QString reason = m_container.open(m_url, m_range);
    return reason.isEmpty() ? openCodec() : reason;
}

QString Stream::openCodec()
{
    const AVCodecParameters &parameters = *m_container.stream().codecpar;
    const AVCodec *codec = avcodec_find_decoder(parameters.codec_id);
    if (!codec)
        return reasonOf(AVERROR_DECODER_NOT_FOUND);
    if (parameters.sample_rate < slowestRate || parameters.sample_rate > fastestRate)
        return impossibleRate(parameters.sample_rate);
    if (parameters.ch_layout.nb_channels < 1 || parameters.ch_layout.nb_channels > mostChannels)
        return impossibleChannels(parameters.ch_layout.nb_channels);
    m_codec.reset(avcodec_alloc_context3(codec));
    avcodec_parameters_to_context(m_codec.get(), &parameters);
    m_codec->pkt_timebase = m_container.stream().time_base; // to know what an encoder put in front
    m_codec->max_samples = largestPiece;
    if (isLossless(parameters.codec_id)) // a lossy one sounds well enough with a wrong bit
        m_codec->err_recognition = AV_EF_CRCCHECK | AV_EF_EXPLODE;
    if (const int opened = avcodec_open2(m_codec.get(), codec, nullptr); opened < 0)
        return reasonOf(opened);
    m_sound = {.sampleRate = m_codec->sample_rate,
               .channels = m_codec->ch_layout.nb_channels,
               .bits = bitsOf(*m_codec, parameters)};
    m_fresh = true;
    m_held = false;
    findLength();
    return {};
}

void Stream::findLength()
{
    const AVStream &stream = m_container.stream();
    if (stream.duration != AV_NOPTS_VALUE)
        m_length = framesIn(stream.duration);
    else if (m_container.format().duration != AV_NOPTS_VALUE)
        m_length = av_rescale(m_container.format().duration, m_sound.sampleRate, AV_TIME_BASE);
    if (m_container.is("mp4")) {
        const std::int64_t frames = framesInITunSmpb(m_container.format().metadata);
        if (frames > 0 && (m_length == 0 || frames < m_length))
            m_length = frames;
        m_limit = m_length;
    }
    if (const auto &tag = m_container.lameTag()) {
        const int inABlock = m_sound.sampleRate < 32000 ? 576 : 1152;
        const std::int64_t frames = tag->blocks * inABlock - tag->delay - tag->padding;
        m_length = frames > 0 ? frames : m_length;
    }
}

bool Stream::lengthIsSure() const
{
    return m_length > 0 && m_container.format().duration_estimation_method != AVFMT_DURATION_FROM_BITRATE;
}

void Stream::seek(std::int64_t frame)
{
    m_held = false;
    if (m_fresh && frame == 0)
        return;
    if (m_container.canSeek())
        for (const microseconds lead : leads)
            if (goTo(frame, lead))
                return;
    if (frame < m_next || m_container.canSeek())
        (void)startOver(); // and all up to there is decoded for nothing
}

/// False where it comes out behind the place, or nowhere.
bool Stream::goTo(std::int64_t frame, microseconds lead)
{
    const AVStream &stream = m_container.stream();
    const auto framesOf = [this](microseconds time) {
        return av_rescale(time.count(), m_sound.sampleRate, 1'000'000);
    };
    std::int64_t early = frame - framesOf(lead);
    if (m_codec->codec_id == AV_CODEC_ID_VORBIS && stream.duration != AV_NOPTS_VALUE)
        early = std::min(early, framesIn(stream.duration) - framesOf(lastPage));
    early = std::max<std::int64_t>(early, 0);
    const std::int64_t origin = stream.start_time == AV_NOPTS_VALUE ? 0 : stream.start_time;
    if (!m_container.seek(origin + av_rescale_q(early, {1, m_sound.sampleRate}, stream.time_base)))
        return false;
    avcodec_flush_buffers(m_codec.get());
    m_next = early;
    m_damagedInARow = 0;
    m_settles = true;
    m_held = decode();
    return !m_held || m_place <= frame; // nothing there: it lies behind the end
}

bool Stream::startOver()
{
    m_next = 0;
    return open().isEmpty();
}

std::int64_t Stream::framesIn(std::int64_t time) const
{
    return av_rescale_q(time, m_container.stream().time_base, {1, m_sound.sampleRate});
}

std::int64_t Stream::placeOf(const AVFrame &frame) const
{
    const AVStream &stream = m_container.stream();
    const std::int64_t origin = stream.start_time == AV_NOPTS_VALUE ? 0 : stream.start_time;
    if (frame.best_effort_timestamp == AV_NOPTS_VALUE)
        return m_next;
    return framesIn(frame.best_effort_timestamp - origin);
}

bool Stream::next() { return std::exchange(m_held, false) || decode(); }

bool Stream::decode()
{
    m_fresh = false;
    m_behindDamage = false;
    while (!m_deadline.isCancelled() && m_damagedInARow < damagedInARow) {
        const int received = avcodec_receive_frame(m_codec.get(), m_frame.get());
        if (received == 0) {
            takePiece();
            return true;
        }
        if (received == AVERROR_EOF)
            return false;
        if (received != AVERROR(EAGAIN))
            take(received);
        else if (!feed())
            avcodec_send_packet(m_codec.get(), nullptr);
    }
    return false;
}

void Stream::takePiece()
{
    m_place = placeOf(*m_frame);
    m_next = m_place + m_frame->nb_samples;
    m_behindDamage = std::exchange(m_damagedInARow, 0) > 0 && !std::exchange(m_settles, false);
    if (m_behindDamage && m_damage.places++ == 0)
        m_damage.first = m_place;
    m_damage.inARow = false;
}

bool Stream::feed()
{
    while (!m_deadline.isCancelled()) {
        const int result = m_container.read(*m_packet);
        if (result == AVERROR_EOF || (result < 0 && avio_feof(m_container.format().pb)))
            return false;
        if (result < 0) {
            take(result);
            return false;
        }
        const bool ours = m_packet->stream_index == m_container.stream().index;
        if (ours)
            take(avcodec_send_packet(m_codec.get(), m_packet.get()));
        av_packet_unref(m_packet.get());
        if (ours)
            return true;
    }
    return false;
}

void Stream::take(int result)
{
    if (result >= 0 || result == AVERROR_EOF)
        return;
    ++m_damagedInARow;
    m_damage.inARow = m_damage.inARow || !m_settles;
}

} // namespace Player
