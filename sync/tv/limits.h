// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/limits.h"

namespace Sync::Limits {

inline constexpr quint64 tvPageUsual = 60; ///< so many entries of a list at a time, where nobody says
inline constexpr quint64 tvPageMost = 200;
inline constexpr qsizetype tvPlaylistItems = 300; ///< of a longer list those around what plays
inline constexpr std::chrono::milliseconds pollWaits = 10s;
inline constexpr std::chrono::milliseconds pollGoneAfter = 9s; ///< while no request waits
inline constexpr qsizetype polls = 128;
inline constexpr qsizetype pollMessages = 256; ///< that wait; then it is over
inline constexpr qsizetype pollMessagesAtOnce = 32; ///< in one request

} // namespace Sync::Limits
