// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/container.h"

#include "app/player/engine/reasons.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace Player {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 10s; // for a server, each time
constexpr int probeStep = 64 * 1024;
constexpr int mostProbed = 1024 * 1024;
constexpr int tagHeaderSize = 10; // of an ID3v2 tag
constexpr std::size_t largestPiece =
    256UL * 1024 * 1024; // bytes FFmpeg may take at once, whatever a file says
constexpr int mostStreams = 100;
constexpr int mostProbePackets = 50; // plain samples may be something else in disguise: it soon shows
constexpr std::int64_t longestHeader = 4096; // of what is kept

// Those that are recordings. Others name files of their own choice: playlists and the like.
constexpr std::array<std::string_view, 18> known{
    "aac", "aiff", "ape",  "asf", "au",  "caf", "flac", "matroska,webm", "mov,mp4,m4a,3gp,3g2,mj2",
    "mp3", "mpc",  "mpc8", "ogg", "rso", "tta", "w64",  "wav",           "wv"};

std::string locationOf(const QUrl &url, const ByteRange &range)
{
    const std::string whole = url.isLocalFile() ? "file:" + QFile::encodeName(url.toLocalFile()).toStdString()
                                                : url.toEncoded().toStdString();
    return range == ByteRange() ? whole
                                : "subfile,,start," + std::to_string(range.begin) + ",end,"
            + std::to_string(range.end) + ",,:" + whole;
}

/// A file may name others, as playlists do; those are not opened.
AVDictionary *optionsFor(const QUrl &url)
{
    AVDictionary *options = nullptr;
    av_dict_set(&options, "protocol_whitelist",
                url.isLocalFile() ? "file,subfile" : "http,https,tcp,tls,subfile", 0);
    if (!url.isLocalFile()) {
        av_dict_set(&options, "rw_timeout", "4000000", 0); // microseconds
        av_dict_set(&options, "reconnect", "1", 0);
        av_dict_set(&options, "reconnect_delay_max", "3", 0); // seconds; it tries after 0, 1 and 3
    }
    return options;
}

/// A picture of any size may stand in front of the sound.
std::int64_t endOfTags(AVIOContext &bytes)
{
    std::int64_t end = 0;
    for (;;) {
        std::array<unsigned char, tagHeaderSize> head{};
        if (avio_seek(&bytes, end, SEEK_SET) != end
            || avio_read(&bytes, head.data(), tagHeaderSize) != tagHeaderSize
            || std::string_view(reinterpret_cast<const char *>(head.data()), 3) != "ID3"
            || std::ranges::any_of(head.begin() + 6, head.end(), [](unsigned char it) { return it > 0x7f; }))
            return end;
        end += tagHeaderSize + ((head[6] << 21) | (head[7] << 14) | (head[8] << 7) | head[9]);
    }
}

} // namespace

QString Container::open(const QUrl &url, const ByteRange &range)
{
    av_log_set_level(AV_LOG_QUIET); // what is wrong is told in our own words
    av_max_alloc(largestPiece);
    m_url = url;
    m_range = range;
    wait();
    const AVInputFormat *input = nullptr;
    QString reason = openBytes();
    if (reason.isEmpty())
        reason = probe(input);
    if (reason.isEmpty())
        reason = readHeaders(*input);
    return m_deadline.isOver() && !m_deadline.isCancelled() ? reasonOf(AVERROR(ETIMEDOUT)) : reason;
}

QString Container::openBytes()
{
    m_format.reset();
    m_bytes.reset();
    const AVIOInterruptCB interrupt{.callback = Deadline::interrupts, .opaque = &m_deadline};
    AVDictionary *options = optionsFor(m_url);
    AVIOContext *bytes = nullptr;
    const int opened =
        avio_open2(&bytes, locationOf(m_url, m_range).c_str(), AVIO_FLAG_READ, &interrupt, &options);
    av_dict_free(&options);
    m_bytes.reset(bytes);
    return opened < 0 ? reasonOf(opened) : QString();
}

/// By what is in it: a name may be wrong.
QString Container::probe(const AVInputFormat *&input)
{
    const QByteArray name = m_url.fileName().toUtf8();
    if (const std::int64_t end = endOfTags(*m_bytes); avio_seek(m_bytes.get(), end, SEEK_SET) != end)
        return reasonOf(AVERROR_INVALIDDATA);
    std::vector<unsigned char> head;
    int score = 0;
    for (int got = 1; got > 0 && int(head.size()) < mostProbed && score <= AVPROBE_SCORE_RETRY;) {
        const std::size_t before = head.size();
        head.resize(before + probeStep + AVPROBE_PADDING_SIZE);
        got = avio_read(m_bytes.get(), head.data() + before, probeStep);
        head.resize(before + std::size_t(std::max(got, 0)) + AVPROBE_PADDING_SIZE, 0);
        std::fill_n(head.end() - AVPROBE_PADDING_SIZE, AVPROBE_PADDING_SIZE, 0);
        const AVProbeData data{.filename = name.constData(),
                               .buf = head.data(),
                               .buf_size = int(head.size()) - AVPROBE_PADDING_SIZE,
                               .mime_type = nullptr};
        input = av_probe_input_format3(&data, 1, &score);
        head.resize(head.size() - AVPROBE_PADDING_SIZE);
    }
    if (!input)
        return reasonOf(AVERROR_INVALIDDATA);
    if (std::ranges::find(known, std::string_view(input->name)) == known.end())
        return notARecording(QString::fromUtf8(input->long_name));
    if (avio_seek(m_bytes.get(), 0, SEEK_SET) == 0)
        return {};
    return openBytes(); // a server that does not know of places: once more from the beginning
}

QString Container::readHeaders(const AVInputFormat &input)
{
    AVFormatContext *format = avformat_alloc_context();
    format->pb = m_bytes.get();
    format->interrupt_callback = {.callback = Deadline::interrupts, .opaque = &m_deadline};
    format->io_open = [](AVFormatContext *, AVIOContext **, const char *, int, AVDictionary **) {
        return AVERROR(EPERM); // what it names is not opened
    };
    format->max_streams = mostStreams;
    format->max_probe_packets = mostProbePackets;
    const int opened = avformat_open_input(&format, m_url.fileName().toUtf8().constData(), &input, nullptr);
    if (opened < 0) // it has closed what it was given
        return std::string_view(input.name).starts_with("mov") && opened == AVERROR_INVALIDDATA
            ? missingIndex()
            : headerReason(opened);
    m_format.reset(format);
    if (is("mp3") || is("mpc") || is("wav"))
        keepHeader();
    return findSound();
}

QString Container::findSound()
{
    if (const int found = avformat_find_stream_info(m_format.get(), nullptr); found < 0)
        return headerReason(found);
    m_stream = av_find_best_stream(m_format.get(), AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0);
    if (m_stream < 0)
        return noSound();
    for (unsigned i = 0; i < m_format->nb_streams; ++i)
        if (AVStream &other = *m_format->streams[i]; int(i) != m_stream) {
            other.discard = AVDISCARD_ALL;
            av_packet_unref(&other.attached_pic); // a cover may be large
        }
    return {};
}

/// What a header makes FFmpeg say is seldom what is the matter.
QString Container::headerReason(int error) const
{
    if (m_bytes->error < 0 && m_bytes->error != AVERROR_EOF)
        return reasonOf(m_bytes->error);
    return reasonOf(error == AVERROR(ENOMEM) || error == AVERROR_DECODER_NOT_FOUND ? error
                                                                                   : AVERROR_INVALIDDATA);
}

/// FFmpeg has read it and stands behind it.
void Container::keepHeader()
{
    const std::int64_t end = avio_tell(m_bytes.get());
    const std::int64_t begin = std::max<std::int64_t>(end - longestHeader, 0);
    m_header.resize(end - begin);
    if (avio_seek(m_bytes.get(), begin, SEEK_SET) != begin
        || avio_read(m_bytes.get(), reinterpret_cast<unsigned char *>(m_header.data()), int(m_header.size()))
            != m_header.size())
        m_header.clear();
    avio_seek(m_bytes.get(), end, SEEK_SET);
}

bool Container::is(const char *name) const
{
    return std::string_view(m_format->iformat->name).find(name) != std::string_view::npos;
}

void Container::wait()
{
    if (!m_url.isLocalFile())
        m_deadline.set(patience);
}

int Container::read(AVPacket &packet)
{
    wait();
    return av_read_frame(m_format.get(), &packet);
}

bool Container::seek(std::int64_t time)
{
    wait();
    m_skipped = -1;
    if (is("mpc8")) { // FFmpeg takes the second place in its table for an earlier one than it is
        const AVIndexEntry *third = avformat_index_get_entry(&stream(), 2);
        time = third && time >= third->timestamp ? time : 0;
    }
    return av_seek_frame(m_format.get(), m_stream, time, AVSEEK_FLAG_BACKWARD) >= 0;
}

bool Container::skipDamage(std::int64_t time)
{
    wait();
    if (m_bytes->error < 0 || m_deadline.isOver())
        return false;
    if (is("wv"))
        return skipTo("wvpk");
    const std::int64_t before = m_skipped;
    if (is("mpc8")) { // by its table
        m_skipped = std::max(time, before + 1);
        return av_seek_frame(m_format.get(), m_stream, m_skipped, 0) >= 0;
    }
    m_skipped = avio_tell(m_bytes.get());
    return m_skipped > before; // it looked as far as that, and may find something behind it
}

bool Container::skipTo(std::string_view sync)
{
    std::size_t found = 0;
    while (found < sync.size() && !avio_feof(m_bytes.get())) {
        const char byte = char(avio_r8(m_bytes.get()));
        found = byte == sync[found] ? found + 1 : byte == sync[0] ? 1 : 0;
    }
    const std::int64_t at = avio_tell(m_bytes.get()) - std::int64_t(sync.size());
    return found == sync.size() && av_seek_frame(m_format.get(), -1, at, AVSEEK_FLAG_BYTE) >= 0;
}

std::optional<OggShape> Container::oggShape() const
{
    const std::int64_t size = is("ogg") && canSeek() ? avio_size(m_bytes.get()) : 0;
    if (size <= 0)
        return {};
    const std::int64_t back = avio_tell(m_bytes.get());
    auto shape = oggShapeOf(size, [this](std::int64_t at, std::span<char> bytes) {
        if (avio_seek(m_bytes.get(), at, SEEK_SET) != at)
            return 0;
        return avio_read(m_bytes.get(), reinterpret_cast<unsigned char *>(bytes.data()), int(bytes.size()));
    });
    avio_seek(m_bytes.get(), back, SEEK_SET);
    return shape;
}

QString Container::lost() const
{
    const int error = m_bytes->error;
    if (m_deadline.isCancelled() || error >= 0 || error == AVERROR_EOF)
        return {};
    return reasonOf(m_deadline.isOver() ? AVERROR(ETIMEDOUT) : error);
}

} // namespace Player
