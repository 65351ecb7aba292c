// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/decoder.h"

#include "app/player/engine/converter.h"
#include "app/player/failures.h"

#include <QFile>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace Player {

namespace {

using std::chrono::microseconds;
using namespace std::chrono_literals;

// Beyond these a header is damaged.
constexpr int slowestRate = 1000;
constexpr int fastestRate = 768'000;
constexpr int mostChannels = 64;
// A format knows what its decoder needs to have heard before: Opus asks for 80 ms, MP3 for a few frames.
constexpr std::array<microseconds, 4> leads{100ms, 1s, 10s, 24h};
// The last page of Vorbis tells where it ends after what was cut off there, and not where it begins: its
// places are only known coming from the page before.
constexpr microseconds lastPage = 10s;
constexpr int damagedInARow = 2000; // packets; whatever comes then is no sound any more

template <auto close> struct Closing {
    template <typename T> void operator()(T *it) const { close(&it); }
};
using Container = std::unique_ptr<AVFormatContext, Closing<avformat_close_input>>;
using Codec = std::unique_ptr<AVCodecContext, Closing<avcodec_free_context>>;
using Frame = std::unique_ptr<AVFrame, Closing<av_frame_free>>;
using Packet = std::unique_ptr<AVPacket, Closing<av_packet_free>>;

QString reasonOf(int error)
{
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(error, text.data(), text.size());
    return QString::fromUtf8(text.data());
}

std::string locationOf(const QUrl &url)
{
    return url.isLocalFile() ? "file:" + QFile::encodeName(url.toLocalFile()).toStdString()
                             : url.toEncoded().toStdString();
}

/// A file may name others, as playlists do; those are not opened.
AVDictionary *optionsFor(const QUrl &url)
{
    AVDictionary *options = nullptr;
    av_dict_set(&options, "protocol_whitelist", url.isLocalFile() ? "file" : "http,https,tcp,tls", 0);
    if (!url.isLocalFile()) {
        av_dict_set(&options, "rw_timeout", "10000000", 0); // microseconds
        av_dict_set(&options, "reconnect", "1", 0);
    }
    return options;
}

} // namespace

class Decoder::Private
{
public:
    Private(Media media, const std::atomic_bool &cancelled)
        : m_media(std::move(media))
        , m_cancelled(cancelled)
    {
    }

    /// Why not; empty where all is well.
    QString open();
    void setFormat(const SoundFormat &format);
    void seek(std::int64_t frame);
    std::int64_t read(std::span<float> samples);

    [[nodiscard]] std::int64_t length() const;
    [[nodiscard]] bool lengthIsSure() const;
    [[nodiscard]] QString problem() const;

    SoundFormat native;

private:
    QString openContainer();
    void findEnd();
    QString openCodec();
    bool goTo(std::int64_t nativeFrame, microseconds lead);
    bool decode(); ///< the next piece of sound into m_frame; false at the end
    bool feed(); ///< a packet to the codec; false where there are none left
    void take(int result);
    bool refill();
    [[nodiscard]] std::int64_t placeOf(const AVFrame &frame) const; ///< in native frames
    [[nodiscard]] std::int64_t converted(std::int64_t nativeFrames) const;
    [[nodiscard]] AVStream &stream() const { return *m_container->streams[m_stream]; }

    const Media m_media;
    std::int64_t m_end = 0; ///< native frames, where more than that is decoded; zero: there is no more
    const std::atomic_bool &m_cancelled;
    Container m_container;
    Codec m_codec;
    Converter m_converter;
    Frame m_frame{av_frame_alloc()};
    Packet m_packet{av_packet_alloc()};
    int m_stream = -1;
    SoundFormat m_format;
    std::vector<float> m_ready; ///< converted and not read yet, from m_taken on
    std::size_t m_taken = 0;
    std::int64_t m_toDrop = 0; ///< frames before the place that was asked for
    std::int64_t m_place = 0; ///< of the next frame to be read
    bool m_fresh = true; ///< nothing was decoded yet
    bool m_held = false; ///< m_frame is decoded and not converted yet
    bool m_drained = false; ///< nothing is left to decode
    int m_damagedInARow = 0;
    int m_damaged = 0;
};

QString Decoder::Private::open()
{
    QString reason = openContainer();
    if (reason.isEmpty())
        reason = openCodec();
    if (reason.isEmpty() && m_media.start > 0ms)
        seek(0);
    return reason.isEmpty() ? QString() : whyNot(m_media.url, reason);
}

QString Decoder::Private::openContainer()
{
    av_log_set_level(AV_LOG_FATAL); // what is wrong is told in our own words
    AVFormatContext *context = avformat_alloc_context();
    context->interrupt_callback = {
        .callback = [](void *cancelled) -> int { return *static_cast<const std::atomic_bool *>(cancelled); },
        .opaque = const_cast<std::atomic_bool *>(&m_cancelled)};
    AVDictionary *options = optionsFor(m_media.url);
    const int opened = avformat_open_input(&context, locationOf(m_media.url).c_str(), nullptr, &options);
    av_dict_free(&options);
    if (opened < 0)
        return reasonOf(opened); // it has closed what it was given
    m_container.reset(context);
    if (const int found = avformat_find_stream_info(context, nullptr); found < 0)
        return reasonOf(found);
    m_stream = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0);
    if (m_stream < 0)
        return reasonOf(m_stream);
    for (unsigned i = 0; i < context->nb_streams; ++i)
        if (int(i) != m_stream)
            context->streams[i]->discard = AVDISCARD_ALL;
    return {};
}

QString Decoder::Private::openCodec()
{
    const AVCodecParameters &parameters = *stream().codecpar;
    const AVCodec *codec = avcodec_find_decoder(parameters.codec_id);
    if (!codec)
        return reasonOf(AVERROR_DECODER_NOT_FOUND);
    m_codec.reset(avcodec_alloc_context3(codec));
    avcodec_parameters_to_context(m_codec.get(), &parameters);
    m_codec->pkt_timebase = stream().time_base; // to know what an encoder put in front
    if (const int opened = avcodec_open2(m_codec.get(), codec, nullptr); opened < 0)
        return reasonOf(opened);
    native = {.sampleRate = m_codec->sample_rate, .channels = m_codec->ch_layout.nb_channels};
    if (native.sampleRate < slowestRate || native.sampleRate > fastestRate || native.channels < 1
        || native.channels > mostChannels)
        return reasonOf(AVERROR_INVALIDDATA);
    setFormat(native);
    findEnd();
    return {};
}

/// What an encoder put behind the sound to fill its last block, where the codec does not know of it.
void Decoder::Private::findEnd()
{
    if (!QByteArrayView(m_container->iformat->name).contains("mp4"))
        return;
    if (stream().duration != AV_NOPTS_VALUE)
        m_end = av_rescale_q(stream().duration, stream().time_base, {1, native.sampleRate});
    // iTunes: " 00000000 00000840 000001CA 00000000003F31F6 …", the last of these being the frames there are.
    if (const AVDictionaryEntry *entry = av_dict_get(m_container->metadata, "iTunSMPB", nullptr, 0)) {
        const auto fields = QByteArray(entry->value).simplified().split(' ');
        const qint64 frames = fields.size() > 3 ? fields[3].toLongLong(nullptr, 16) : 0;
        m_end = frames > 0 && (m_end == 0 || frames < m_end) ? frames : m_end;
    }
}

void Decoder::Private::setFormat(const SoundFormat &format)
{
    m_toDrop = av_rescale(m_toDrop, format.sampleRate, m_format.sampleRate);
    m_format = format;
    m_converter.setFormat(format);
    m_ready.clear();
    m_taken = 0;
}

std::int64_t Decoder::Private::converted(std::int64_t nativeFrames) const
{
    return av_rescale(nativeFrames, m_format.sampleRate, native.sampleRate);
}

std::int64_t Decoder::Private::length() const
{
    if (m_media.length > 0ms)
        return av_rescale(m_media.length.count(), m_format.sampleRate, 1000);
    const auto inRate = [this](std::int64_t time, AVRational base) {
        return av_rescale_q(time, base, {1, m_format.sampleRate});
    };
    const std::int64_t before = av_rescale(m_media.start.count(), m_format.sampleRate, 1000);
    if (m_end > 0)
        return std::max<std::int64_t>(inRate(m_end, {1, native.sampleRate}) - before, 0);
    if (stream().duration != AV_NOPTS_VALUE)
        return std::max<std::int64_t>(inRate(stream().duration, stream().time_base) - before, 0);
    if (m_container->duration != AV_NOPTS_VALUE)
        return std::max<std::int64_t>(inRate(m_container->duration, AV_TIME_BASE_Q) - before, 0);
    return 0;
}

bool Decoder::Private::lengthIsSure() const
{
    return length() > 0 && m_container->duration_estimation_method != AVFMT_DURATION_FROM_BITRATE;
}

void Decoder::Private::seek(std::int64_t frame)
{
    const std::int64_t target = av_rescale(m_media.start.count(), native.sampleRate, 1000)
        + av_rescale(std::max<std::int64_t>(frame, 0), native.sampleRate, m_format.sampleRate);
    m_ready.clear();
    m_taken = 0;
    m_place = frame;
    m_toDrop = 0;
    m_held = false;
    m_drained = false;
    m_converter.reset();
    if (m_fresh && target == 0)
        return;
    for (const microseconds lead : leads)
        if (goTo(target, lead)) {
            if (m_held)
                m_toDrop = converted(target) - converted(placeOf(*m_frame));
            return;
        }
    // It cannot be done; what there is then is as near as can be.
}

/// False where it comes out behind the place, or nowhere.
bool Decoder::Private::goTo(std::int64_t nativeFrame, microseconds lead)
{
    const std::int64_t origin = stream().start_time == AV_NOPTS_VALUE ? 0 : stream().start_time;
    const auto framesIn = [this](microseconds time) {
        return av_rescale(time.count(), native.sampleRate, 1'000'000);
    };
    std::int64_t early = nativeFrame - framesIn(lead);
    if (m_codec->codec_id == AV_CODEC_ID_VORBIS && stream().duration != AV_NOPTS_VALUE)
        early = std::min(early,
                         av_rescale_q(stream().duration, stream().time_base, {1, native.sampleRate})
                             - framesIn(lastPage));
    early = std::max<std::int64_t>(early, 0);
    const std::int64_t time = origin + av_rescale_q(early, {1, native.sampleRate}, stream().time_base);
    if (av_seek_frame(m_container.get(), m_stream, time, AVSEEK_FLAG_BACKWARD) < 0)
        return false;
    avcodec_flush_buffers(m_codec.get());
    m_drained = false;
    m_held = decode();
    return !m_held || placeOf(*m_frame) <= nativeFrame; // nothing there: it lies behind the end
}

std::int64_t Decoder::Private::placeOf(const AVFrame &frame) const
{
    const std::int64_t origin = stream().start_time == AV_NOPTS_VALUE ? 0 : stream().start_time;
    if (frame.best_effort_timestamp == AV_NOPTS_VALUE)
        return 0;
    return av_rescale_q(frame.best_effort_timestamp - origin, stream().time_base, {1, native.sampleRate});
}

bool Decoder::Private::decode()
{
    m_fresh = false;
    while (!m_cancelled && m_damagedInARow < damagedInARow) {
        const int received = avcodec_receive_frame(m_codec.get(), m_frame.get());
        if (received == 0) {
            m_damagedInARow = 0;
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

bool Decoder::Private::feed()
{
    while (!m_cancelled) {
        const int result = av_read_frame(m_container.get(), m_packet.get());
        if (result == AVERROR_EOF || (result < 0 && avio_feof(m_container->pb)))
            return false;
        if (result < 0) {
            take(result);
            return false;
        }
        const bool ours = m_packet->stream_index == m_stream;
        if (ours)
            take(avcodec_send_packet(m_codec.get(), m_packet.get()));
        av_packet_unref(m_packet.get());
        if (ours)
            return true;
    }
    return false;
}

void Decoder::Private::take(int result)
{
    if (result >= 0 || result == AVERROR_EOF)
        return;
    ++m_damaged;
    ++m_damagedInARow;
}

bool Decoder::Private::refill()
{
    m_ready.clear();
    m_taken = 0;
    while (m_ready.empty() && !m_drained) {
        if (std::exchange(m_held, false) || decode()) {
            m_converter.take(*m_frame, m_ready);
        } else {
            m_drained = true;
            m_converter.drain(m_ready);
        }
        const auto dropped =
            std::min<std::int64_t>(m_toDrop, std::int64_t(m_ready.size()) / m_format.channels);
        m_toDrop -= dropped;
        m_taken = std::size_t(dropped * m_format.channels);
        if (m_taken == m_ready.size()) {
            m_ready.clear();
            m_taken = 0;
        }
    }
    return !m_ready.empty();
}

std::int64_t Decoder::Private::read(std::span<float> samples)
{
    std::size_t limit = samples.size();
    if (m_media.length > 0ms || m_end > 0)
        limit =
            std::min(limit, std::size_t(std::max<std::int64_t>(length() - m_place, 0) * m_format.channels));
    std::size_t done = 0;
    while (done < limit && (m_taken < m_ready.size() || refill())) {
        const std::size_t count = std::min(limit - done, m_ready.size() - m_taken);
        std::copy_n(m_ready.begin() + std::ptrdiff_t(m_taken), count, samples.begin() + std::ptrdiff_t(done));
        m_taken += count;
        done += count;
    }
    const std::int64_t frames = std::int64_t(done) / m_format.channels;
    m_place += frames;
    return frames;
}

QString Decoder::Private::problem() const
{
    return m_damaged == 0 ? QString() : damaged(m_media.url, m_damaged);
}

std::variant<std::unique_ptr<Decoder>, QString> Decoder::open(const Media &media,
                                                              const std::atomic_bool &cancelled)
{
    auto opened = std::make_unique<Private>(media, cancelled);
    if (QString reason = opened->open(); !reason.isEmpty())
        return reason;
    return std::unique_ptr<Decoder>(new Decoder(std::move(opened)));
}

Decoder::Decoder(std::unique_ptr<Private> opened)
    : d(std::move(opened))
{
}

Decoder::~Decoder() = default;

SoundFormat Decoder::native() const { return d->native; }

void Decoder::setFormat(const SoundFormat &format) { d->setFormat(format); }

std::int64_t Decoder::length() const { return d->length(); }

bool Decoder::lengthIsSure() const { return d->lengthIsSure(); }

void Decoder::seek(std::int64_t frame) { d->seek(frame); }

std::int64_t Decoder::read(std::span<float> samples) { return d->read(samples); }

QString Decoder::problem() const { return d->problem(); }

} // namespace Player
