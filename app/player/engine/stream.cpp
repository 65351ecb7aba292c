// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/stream.h"

#include "app/player/engine/reasons.h"

#include <algorithm>
#include <array>
#include <cstdlib>
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
// The last page of Vorbis, or of FLAC in Ogg, tells where it ends after what was cut off there, and not where
// it begins: its places are only known coming from the page before.
constexpr microseconds lastPage = 10s;
constexpr int noticedGaps = 50; // in a second: shorter ones are the rounding of a container
constexpr int damagedInARow = 2000; // packets; whatever comes then is no sound any more

const AVCodec *decoderOf(AVCodecID codec)
{
    // FFmpeg's own makes twice as many frames of two channels (7.1).
    const AVCodec *speex = codec == AV_CODEC_ID_SPEEX ? avcodec_find_decoder_by_name("libspeex") : nullptr;
    return speex ? speex : avcodec_find_decoder(codec);
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
    const AVCodec *codec = decoderOf(parameters.codec_id);
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
    m_extent = extentOf(m_container, m_sound.sampleRate);
    return {};
}

void Stream::seek(std::int64_t frame)
{
    if (m_fresh) // its first piece tells where places begin to count
        m_held = decode();
    if (m_held && m_place <= frame && frame < m_place + m_frame->nb_samples)
        return;
    m_held = false;
    // Behind a seek, what Speex gives is not what was there when played through.
    const bool canSeek = m_container.canSeek() && m_codec->codec_id != AV_CODEC_ID_SPEEX;
    if (canSeek)
        for (const microseconds lead : leads)
            if (goTo(frame, lead))
                return;
    if (frame < m_next || canSeek)
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
    const bool isVorbis = m_codec->codec_id == AV_CODEC_ID_VORBIS;
    const bool isFlac = m_codec->codec_id == AV_CODEC_ID_FLAC && m_container.is("ogg");
    if ((isVorbis || isFlac) && stream.duration != AV_NOPTS_VALUE)
        early = std::min(early, framesIn(stream.duration) - framesOf(lastPage));
    early = std::max<std::int64_t>(early, 0);
    if (!m_container.seek(origin() + av_rescale_q(early, {1, m_sound.sampleRate}, stream.time_base)))
        return false;
    avcodec_flush_buffers(m_codec.get());
    m_next = early;
    m_damagedInARow = 0;
    m_settles = true;
    m_held = decode();
    if (!m_held)
        return true; // nothing there: it lies behind the end
    return m_frame->best_effort_timestamp != AV_NOPTS_VALUE && m_place <= frame;
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

/// What lies before it, if anything, is what an encoder put in front.
std::int64_t Stream::origin() const
{
    const std::int64_t start = m_container.stream().start_time;
    return start == AV_NOPTS_VALUE ? 0 : std::max<std::int64_t>(start, 0);
}

std::int64_t Stream::placeOf(const AVFrame &frame) const
{
    if (frame.best_effort_timestamp == AV_NOPTS_VALUE)
        return m_next;
    const std::int64_t place = framesIn(frame.best_effort_timestamp - origin()) - m_extent.begin;
    const std::int64_t tick = framesIn(1);
    if (tick <= 1 || tick > m_sound.sampleRate / 100)
        return place;
    // Containers that count milliseconds round: blocks follow one another, and most are of one size.
    if (!m_settles && std::abs(place - m_next) <= tick)
        return m_next;
    const std::int64_t block = std::max(frame.nb_samples, 1);
    const std::int64_t before = m_container.stream().codecpar->initial_padding;
    const std::int64_t even = (place + before + block / 2) / block * block - before;
    return std::abs(place - even) <= tick ? even : place;
}

bool Stream::next() { return std::exchange(m_held, false) || decode(); }

bool Stream::decode()
{
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
    const bool isFirst = std::exchange(m_fresh, false);
    // A container may have left something out without a word.
    const bool isMissing = !isFirst && m_place - m_next > m_sound.sampleRate / noticedGaps;
    m_behindDamage = (std::exchange(m_damagedInARow, 0) > 0 || isMissing) && !m_settles;
    if (m_behindDamage && m_damage.places++ == 0)
        m_damage.first = std::min(m_next, m_place);
    if (isFirst && m_place > 0 && !m_behindDamage) {
        m_extent.begin += m_place; // the first block of a codec may have no sound
        m_place = 0;
    }
    m_next = m_place + m_frame->nb_samples;
    m_settles = false;
    m_damage.inARow = false;
}

bool Stream::feed()
{
    while (!m_deadline.isCancelled() && m_damagedInARow < damagedInARow) {
        const int result = m_container.read(*m_packet);
        if (result == AVERROR_EOF && !endsTooEarly())
            return false;
        if (result < 0) {
            take(AVERROR_INVALIDDATA);
            const AVRational frames{1, m_sound.sampleRate};
            if (!m_container.skipDamage(av_rescale_q(m_next, frames, m_container.stream().time_base)))
                return false;
            continue;
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

/// Damage in Musepack may send it past the end of the file.
bool Stream::endsTooEarly() const
{
    return m_container.is("mpc8") && m_next + m_sound.sampleRate < m_extent.length;
}

void Stream::take(int result)
{
    if (result >= 0 || result == AVERROR_EOF)
        return;
    ++m_damagedInARow;
    m_damage.inARow = m_damage.inARow || !m_settles;
}

} // namespace Player
