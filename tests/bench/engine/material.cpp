// SPDX-License-Identifier: Apache-2.0
#include "bench/engine/material.h"

#include "bench/support/report.h"
#include "support/noise.h"

using namespace Qt::StringLiterals;

namespace Bench {

namespace {

struct Format {
    const char *name;
    const char *suffix;
    const char *options;
    bool isLossless = false;
    bool isMp3 = false;
};

constexpr Format formats[] = {
    {.name = "FLAC 44.1/16", .suffix = "flac", .options = "", .isLossless = true},
    {.name = "FLAC 96/24",
     .suffix = "96.flac",
     .options = "-ar 96000 -sample_fmt s32 -bits_per_raw_sample 24"},
    {.name = "WAV", .suffix = "wav", .options = "", .isLossless = true},
    {.name = "MP3 CBR", .suffix = "mp3", .options = "-c:a libmp3lame -b:a 192k", .isMp3 = true},
    {.name = "MP3 VBR", .suffix = "vbr.mp3", .options = "-c:a libmp3lame -q:a 2", .isMp3 = true},
    {.name = "Vorbis", .suffix = "ogg", .options = "-c:a libvorbis -q:a 6"},
    {.name = "Opus", .suffix = "opus", .options = "-c:a libopus -b:a 192k"},
    {.name = "AAC", .suffix = "m4a", .options = "-c:a aac -b:a 256k"},
    {.name = "ALAC", .suffix = "alac.m4a", .options = "-c:a alac", .isLossless = true},
    {.name = "WavPack", .suffix = "wv", .options = "-c:a wavpack", .isLossless = true},
};

} // namespace

Material::Material(const QString &folder, int seconds)
    : m_folder(folder)
    , m_samples(Noise::make(seconds * Noise::sampleRate, 7))
{
}

std::vector<Piece> Material::inAllFormats() const
{
    std::vector<Piece> pieces;
    for (const Format &format : formats) {
        const QString path = m_folder + "/noise."_L1 + QLatin1StringView(format.suffix);
        const auto options = QString::fromLatin1(format.options).split(u' ', Qt::SkipEmptyParts);
        const auto name = QString::fromLatin1(format.name);
        if (Noise::write(path, m_samples, options))
            pieces.push_back(
                {.name = name, .path = path, .isLossless = format.isLossless, .isMp3 = format.isMp3});
        else
            sayLoudly(u"NOT MEASURED: ffmpeg makes no %1"_s.arg(name));
    }
    return pieces;
}

std::optional<QString> Material::cut(const QString &name, int begin, int frames,
                                     const QStringList &options) const
{
    const auto first = m_samples.begin() + std::ptrdiff_t(begin) * Noise::channels;
    QString path = m_folder + '/'_L1 + name;
    if (!Noise::write(path, {first, first + std::ptrdiff_t(frames) * Noise::channels}, options))
        return std::nullopt;
    return path;
}

} // namespace Bench
