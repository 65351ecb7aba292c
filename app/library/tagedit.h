// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace Library {

/// Tags of a file, or changes to them: what is not set stays as it is; what is set to nothing (no text, zero,
/// false, no bytes) is taken out. Texts may have several values, as songs have several artists.
struct TagEdit {
    std::optional<QStringList> titles{};
    std::optional<QStringList> artists{};
    std::optional<QStringList> albumArtists{};
    std::optional<QStringList> albums{};
    std::optional<QStringList> dates{}; ///< "2004" or "2004-05-01"
    std::optional<QStringList> genres{};
    std::optional<QStringList> composers{};
    std::optional<int> trackNumber{};
    std::optional<int> trackTotal{};
    std::optional<int> discNumber{};
    std::optional<int> discTotal{};
    std::optional<bool> compilation{};
    std::optional<QByteArray> cover{}; ///< JPEG or PNG: the front cover, or what is shown for want of one

    bool operator==(const TagEdit &) const = default;
};

/// What a file may hold; more is refused.
namespace TagLimits {
inline constexpr qsizetype characters = 1024; ///< as many as are read again
inline constexpr qsizetype values = 64;
inline constexpr int number = 9999;
inline constexpr qsizetype coverBytes = 15 * 1024 * 1024; ///< a FLAC block ends at 16 MiB
} // namespace TagLimits

} // namespace Library
