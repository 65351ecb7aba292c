// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/track.h"

namespace TagLib {
class File;
}

namespace Library {

/// What the tags of a valid file say, and its path where they say nothing.
[[nodiscard]] Track trackOf(const QString &path, Sync::TrackId id, const TagLib::File &file);

} // namespace Library
