// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

/// Every bound on what a person, or a file given by one, may make us keep or read.
namespace Personal::Limits {

inline constexpr qsizetype playlistItems = 100'000;
inline constexpr qsizetype nameCharacters = 200;
inline constexpr int playsKept = 100'000; ///< the counts remember the older ones
inline constexpr int playsOver = 1'000; ///< so many more until the oldest are dropped at once
inline constexpr qsizetype stations = 1'000;
inline constexpr qsizetype pushedStations = 50; ///< by their address alone; the oldest go
inline constexpr qsizetype urlCharacters = 2'048;
inline constexpr qint64 listFileBytes = 32 * 1024 * 1024;
inline constexpr qsizetype listFileLines = 400'000;

} // namespace Personal::Limits
