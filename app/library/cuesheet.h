// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <chrono>
#include <optional>
#include <variant>

namespace Library {

/// A song within a larger file.
struct CueTrack {
    QString file{}; ///< as the sheet names it: usually one beside the sheet
    int number = 0;
    QString title{};
    QString performer{};
    std::chrono::milliseconds start{0};
    std::optional<std::chrono::milliseconds> end{}; ///< nothing where it reaches to the file's end

    bool operator==(const CueTrack &) const = default;
};

struct CueSheet {
    QString title{};
    QString performer{};
    QString date{};
    QString genre{};
    QList<CueTrack> tracks{};

    bool operator==(const CueSheet &) const = default;
};

/// The line a sheet fails at, and why, in a sentence.
struct CueError {
    int line = 0; ///< from 1; zero where it is the whole
    QString reason{};

    bool operator==(const CueError &) const = default;
};

namespace CueLimits {
inline constexpr qsizetype bytes = 1024 * 1024;
inline constexpr qsizetype tracks = 999;
inline constexpr qsizetype characters = 1024;
} // namespace CueLimits

/// UTF-8 where it is that or says so, otherwise Latin-1. A track without a performer has the sheet's. What
/// lies between a track's INDEX 00 and its INDEX 01 is heard at the end of the one before.
[[nodiscard]] std::variant<CueSheet, CueError> parseCueSheet(const QByteArray &bytes);

} // namespace Library
