// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Pictures {

/// A few albums with covers, to be looked at. False where there is no ffmpeg, or no room.
[[nodiscard]] bool makeMusic(const QString &folder);

} // namespace Pictures
