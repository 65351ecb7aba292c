// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/tagedit.h"
#include "app/library/track.h"

#include <variant>

namespace Library {

/// Every field as the file has it, for somebody to edit.
[[nodiscard]] std::variant<TagEdit, Problem> readTags(const QString &path);

/// Changes the given fields of a FLAC, MP3, Ogg Vorbis, Opus, M4A, WAV, AIFF or WavPack file; all others, and
/// the sound, stay. Answers with those fields as they were: writing that is the undo. Where it fails the file
/// is as it was.
[[nodiscard]] std::variant<TagEdit, Problem> writeTags(const QString &path, const TagEdit &edit);

} // namespace Library
