// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/track.h"

namespace TagLib {
class File;
}

namespace Library {

/// The year in whatever a tag has for a date; zero where there is none.
[[nodiscard]] int yearIn(const QString &date);

/// What the tags of a valid file say, and its path where they say nothing.
[[nodiscard]] Track trackOf(const QString &path, Sync::TrackId id, const TagLib::File &file);

} // namespace Library
