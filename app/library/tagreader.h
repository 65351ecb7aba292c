// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/track.h"

#include <QByteArray>

#include <variant>

namespace Library {

/// Reads one file. Goes by what is in it; whatever that is, the answer is a track or a reason.
[[nodiscard]] std::variant<Track, Problem> readTrack(const QString &path);

/// The picture a file carries, as it lies there: the front cover if there are several, empty if there is
/// none.
[[nodiscard]] QByteArray embeddedCover(const QString &path);

} // namespace Library
