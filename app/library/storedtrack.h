// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/track.h"

#include <QVariantList>

namespace Library {

/// Writes a track's row of the catalogue, over what is there of it; its values are trackRow().
[[nodiscard]] const QString &storeTrackSql();
[[nodiscard]] QVariantList trackRow(const Track &track, WallTime added);

} // namespace Library
