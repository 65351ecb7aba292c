// SPDX-License-Identifier: Apache-2.0
#include "sync/http/transcoding.h"

#include "sync/http/ranges.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace Sync::Http {

namespace {

constexpr std::array bitrates{32, 48, 64, 96, 128, 160, 192, 256, 320};
constexpr int nameBytes = 16; // of the hash
constexpr int wordsLength = 300;

struct FormatFacts {
    AudioFormat format;
    QLatin1StringView name;
    QLatin1StringView ending;
    QByteArrayView growingType;
    Bitrates bitrates;
    QLatin1StringView codec;
    QLatin1StringView rates; ///< what phones play; "|" between
};

// Opus has no more than 256 kbit/s for one channel, and knows one rate only.
constexpr std::array<FormatFacts, 4> formats{{
    {AudioFormat::Mp3, "mp3"_L1, ".mp3"_L1, "audio/mpeg", {32, 192, 320}, "libmp3lame"_L1, "44100|48000"_L1},
    {AudioFormat::Aac, "aac"_L1, ".m4a"_L1, "audio/aac", {32, 160, 320}, "aac"_L1, "44100|48000"_L1},
    {AudioFormat::Opus, "opus"_L1, ".opus"_L1, "audio/ogg", {32, 128, 256}, "libopus"_L1, "48000"_L1},
    {AudioFormat::Flac, {}, ".flac"_L1, "audio/flac", {}, "flac"_L1, {}},
}};

const FormatFacts &factsOf(AudioFormat format)
{
    return *std::ranges::find(formats, format, &FormatFacts::format);
}

QString seconds(std::chrono::milliseconds time)
{
    return QString::number(double(time.count()) / 1000, 'f', 3);
}

QStringList outputOf(AudioFormat format, const TranscodedNames &names)
{
    switch (format) {
    case AudioFormat::Mp3: // without the frame in front that would be filled in at the end
        return {u"-write_xing"_s, u"0"_s, u"-id3v2_version"_s, u"0"_s, u"-f"_s, u"mp3"_s, names.part};
    case AudioFormat::Aac:
        return {u"-flags"_s, u"+global_header"_s, u"-f"_s, u"tee"_s,
                u"[f=adts]%1|[f=ipod:movflags=+faststart]%2"_s.arg(names.growing, names.part)};
    case AudioFormat::Opus:
        return {u"-f"_s, u"ogg"_s, names.part};
    case AudioFormat::Flac:
        return {u"-f"_s, u"flac"_s, names.part};
    }
    Q_UNREACHABLE();
}

/// How it is to sound: what is cut out stays as it is, but for what was never more than 16 bits.
QStringList qualityOf(const MediaPart &part, const Transcoding &transcoding)
{
    const FormatFacts &facts = factsOf(transcoding.format);
    if (transcoding.format != AudioFormat::Flac)
        return {u"-af"_s,  u"aformat=sample_rates=%1:channel_layouts=mono|stereo"_s.arg(facts.rates),
                u"-c:a"_s, facts.codec,
                u"-b:a"_s, QString::number(transcoding.kilobits) + u'k'};
    constexpr std::array lossy{".mp3"_L1, ".ogg"_L1, ".oga"_L1, ".opus"_L1, ".aac"_L1, ".mpc"_L1};
    const bool isLossy = std::ranges::any_of(
        lossy, [&](const auto &ending) { return part.path.endsWith(ending, Qt::CaseInsensitive); });
    const QStringList words{u"-c:a"_s, facts.codec};
    return isLossy ? words + QStringList{u"-sample_fmt"_s, u"s16"_s} : words;
}

} // namespace

std::optional<AudioFormat> formatNamed(QStringView name)
{
    const auto *const found = std::ranges::find_if(
        formats, [&](const auto &facts) { return !name.isEmpty() && name == facts.name; });
    return found == formats.end() ? std::nullopt : std::optional(found->format);
}

QByteArray nameOf(AudioFormat format) { return factsOf(format).name.toString().toLatin1(); }

Bitrates bitratesOf(AudioFormat format) { return factsOf(format).bitrates; }

Transcoding transcodingAt(AudioFormat format, int kilobits)
{
    const auto *const step = std::ranges::lower_bound(bitrates, kilobits);
    const int most = bitratesOf(format).most;
    return {.format = format, .kilobits = step == bitrates.end() ? most : std::min(*step, most)};
}

TranscodedNames transcodedNames(const MediaPart &part, qint64 sourceBytes, qint64 sourceTimeMs,
                                const Transcoding &transcoding)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QFile::encodeName(part.path));
    for (const qint64 number : {sourceBytes, sourceTimeMs, qint64(part.start.count()),
                                qint64(part.length.count()), qint64(transcoding.kilobits)})
        hash.addData('\n' + QByteArray::number(number));
    const QString name = QString::fromLatin1(hash.result().first(nameBytes).toHex());
    const bool both = transcoding.format == AudioFormat::Aac;
    const QString finished = name + factsOf(transcoding.format).ending;
    return {.finished = finished,
            .part = finished + ".part"_L1,
            .growing = finished + (both ? ".growing"_L1 : ".part"_L1)};
}

bool isTranscodedName(const QString &name)
{
    return std::ranges::any_of(formats, [&](const FormatFacts &facts) {
        return name.size() == 2 * nameBytes + facts.ending.size() && name.endsWith(facts.ending);
    });
}

bool growsReadably(AudioFormat format) { return format != AudioFormat::Flac; }

QByteArray growingType(AudioFormat format) { return factsOf(format).growingType.toByteArray(); }

QStringList ffmpegArguments(const MediaPart &part, const Transcoding &transcoding,
                            const TranscodedNames &names)
{
    QStringList words{u"-nostdin"_s,      u"-v"_s,  u"error"_s, u"-progress"_s, u"pipe:1"_s,
                      u"-stats_period"_s, u"0.1"_s, u"-y"_s};
    if (part.start.count() > 0)
        words << u"-ss"_s << seconds(part.start);
    if (part.length.count() > 0)
        words << u"-t"_s << seconds(part.length);
    // A playlist that calls itself music must not make it fetch anything.
    words << u"-protocol_whitelist"_s << u"file"_s << u"-i"_s << "file:"_L1 + part.path;
    words << u"-map"_s << u"0:a:0"_s << u"-map_metadata"_s << u"-1"_s << u"-map_chapters"_s << u"-1"_s;
    return words + qualityOf(part, transcoding) + outputOf(transcoding.format, names);
}

std::optional<std::chrono::microseconds> doneIn(QByteArrayView progressLine)
{
    constexpr QByteArrayView key{"out_time_us="};
    if (!progressLine.startsWith(key))
        return std::nullopt;
    bool isNumber = false;
    const qint64 time = progressLine.sliced(key.size()).trimmed().toByteArray().toLongLong(&isNumber);
    return isNumber ? std::optional(std::chrono::microseconds(time)) : std::nullopt;
}

QString lastWords(const QByteArray &said, const MediaPart &part)
{
    QString words = QString::fromUtf8(said.trimmed());
    words = words.sliced(words.lastIndexOf(u'\n') + 1);
    words.replace("file:"_L1 + part.path, "the file"_L1).replace(part.path, "the file"_L1);
    return words.isEmpty() ? u"it did not say why"_s : words.left(wordsLength);
}

bool takesGrowing(const RequestHead &head)
{
    // Browsers ask for a range from 0 on of all they play, and take the whole for it.
    constexpr qint64 all = std::numeric_limits<qint64>::max();
    const auto asked = chooseRange(head, {.size = all});
    const auto *const part = std::get_if<Part>(&asked);
    return head.takesChunks && (!part || (part->first == 0 && part->count == all));
}

} // namespace Sync::Http
