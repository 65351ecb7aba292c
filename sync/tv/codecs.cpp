// SPDX-License-Identifier: Apache-2.0
#include "sync/tv/codecs.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sync::Tv {

namespace {

template <typename... Codecs> constexpr quint32 set(Codecs... codecs)
{
    return ((1U << unsigned(codecs)) | ...);
}

using enum Codec;

// Only what the maker promises for every model of the kind, the oldest too: what is left out is transcoded,
// which always plays; what is wrongly in stays silent.
constexpr std::array<Platform, 9> table{{
    {"tizen"_L1, set(Mp3, Aac, Flac, Wav),
     "developer.samsung.com, TV media specifications 2015 and later: audio files mp3, m4a, flac, wav; ogg "
     "not "
     "from every year"},
    {"samsung"_L1, set(Mp3, Aac),
     "Samsung Smart TV before Tizen (2011-2014): HTML5 and its own player take mp3 and aac"},
    {"netcast"_L1, set(Mp3, Aac), "LG NetCast 2.0 to 4.5, supported media formats: audio mp3, aac"},
    {"webos"_L1, set(Mp3, Aac, Flac, Wav),
     "webostv.developer.lge.com, supported audio formats of webOS TV 1.x to 24: mp3, m4a, wav, flac in all"},
    {"android"_L1, set(Mp3, Aac, Flac, Vorbis, Wav),
     "developer.android.com, supported media formats: all since 4.1; opus in ogg since 5.0 only, no alac"},
    {"ios"_L1, set(Mp3, Aac, Alac, Wav),
     "Apple AVFoundation: aac, alac, mp3, wav in all; flac since iOS 11 only, no ogg"},
    {"mac"_L1, set(Mp3, Aac, Alac, Flac, Wav),
     "Apple AVFoundation since macOS 10.13: aac, alac, flac, mp3, wav; no ogg"},
    {"windows"_L1, set(Mp3, Aac, Alac, Flac, Wav),
     "learn.microsoft.com, supported codecs of UWP on Windows 10 and Xbox: aac, alac, flac, mp3, lpcm in "
     "wav"},
    {""_L1, set(Mp3, Aac), "what every browser of a television plays"},
}};

constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 8> otherNames{{
    {"lg"_L1, "webos"_L1},
    {"web0s"_L1, "webos"_L1},
    {"fire"_L1, "android"_L1},
    {"exo"_L1, "android"_L1},
    {"ipad"_L1, "ios"_L1},
    {"iphone"_L1, "ios"_L1},
    {"uwp"_L1, "windows"_L1},
    {"xbox"_L1, "windows"_L1},
}};

constexpr std::array<std::pair<QLatin1StringView, Codec>, 11> suffixes{{
    {"mp3"_L1, Mp3},
    {"m4a"_L1, Aac},
    {"m4b"_L1, Aac},
    {"mp4"_L1, Aac},
    {"aac"_L1, Aac},
    {"flac"_L1, Flac},
    {"ogg"_L1, Vorbis},
    {"oga"_L1, Vorbis},
    {"opus"_L1, Opus},
    {"wav"_L1, Wav},
    {"wave"_L1, Wav},
}};

} // namespace

Codec codecOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const auto *const found =
        std::ranges::find_if(suffixes, [&](const auto &each) { return each.first == suffix; });
    return found == suffixes.end() ? Other : found->second;
}

std::span<const Platform> platforms() { return table; }

const Platform &platformOf(const QString &platform, const QString &player)
{
    QString named = (platform + u' ' + player).toLower();
    for (const auto &[other, name] : otherNames)
        if (named.contains(other))
            named += u' ' + name;
    return *std::ranges::find_if(table, [&](const Platform &each) { return named.contains(each.name); });
}

std::optional<Http::AudioFormat> formatFor(const Platform &platform, Codec codec, bool isPart)
{
    if (!isPart && platform.canPlay(codec))
        return std::nullopt;
    return Http::AudioFormat::Mp3;
}

} // namespace Sync::Tv
