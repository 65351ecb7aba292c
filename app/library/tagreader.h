// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/track.h"

#include <variant>

namespace Library {

/// Reads one file. Goes by what is in it; whatever that is, the answer is a track or a reason.
[[nodiscard]] std::variant<Track, Problem> readTrack(const QString &path);

} // namespace Library
