// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/transcoding.h"

#include <span>

namespace Sync::Tv {

/// How a file's sound is packed, as far as players differ in it.
enum class Codec {
    Mp3,
    Aac, ///< in MP4, or bare
    Alac, ///< in MP4 too
    Flac,
    Vorbis,
    Opus,
    Wav,
    Other, ///< nothing but a transcoder takes it
};

/// By the suffix of a file's name. What is MP4 is Aac here: only its inside tells.
[[nodiscard]] Codec codecOf(const QString &path);

/// What televisions of one kind play by themselves.
struct Platform {
    QLatin1StringView name; ///< stands in what they call themselves; in lower case
    quint32 plays = 0; ///< one bit for each Codec
    const char *source; ///< who says so

    [[nodiscard]] bool canPlay(Codec codec) const { return (plays & (1U << unsigned(codec))) != 0; }
};

/// The first that fits counts; the last fits all.
[[nodiscard]] std::span<const Platform> platforms();
/// @p platform and @p player: as the app fills them into an address (`{PLATFORM}`, `{PLAYER}`).
[[nodiscard]] const Platform &platformOf(const QString &platform, const QString &player);

/// What a file is to be turned into for it; nothing: it can be sent as it is. @p isPart: it holds other
/// tracks too, so that this one has to be cut out.
[[nodiscard]] std::optional<Http::AudioFormat> formatFor(const Platform &platform, Codec codec, bool isPart);

} // namespace Sync::Tv
