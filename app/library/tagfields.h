// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/tagedit.h"

#include <taglib/tpropertymap.h>

namespace Library {

/// Where a format keeps "7 of 12": in one field, or the 12 in another.
enum class Totals { InNumber, Apart };

/// All fields but the cover.
[[nodiscard]] TagEdit fieldsIn(const TagLib::PropertyMap &tags);
[[nodiscard]] TagLib::PropertyMap changed(TagLib::PropertyMap tags, const TagEdit &edit, Totals totals);

/// Those fields of @p all that @p edit sets.
[[nodiscard]] TagEdit only(TagEdit all, const TagEdit &edit);

/// Why no file can hold this, in a sentence; empty where it can.
[[nodiscard]] QString refusal(const TagEdit &edit);

/// Without empty texts and zero bytes. White space stays: an undo gives back what was there.
[[nodiscard]] TagEdit tidy(TagEdit edit);

} // namespace Library
