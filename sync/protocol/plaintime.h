// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/session/hubclock.h"

#include <QString>

#include <optional>

namespace Sync {

/// A stamp of the plain wire: "2022-05-09T09:09:12+0000", also with "+00:00", any other offset or "Z", with
/// or without a fraction of a second. Nothing for anything else, a stamp without an offset among them.
[[nodiscard]] std::optional<WallTime> parsePlainTime(const QString &text);

/// "2022-05-09T09:09:12+0000"; milliseconds only where they are not zero.
[[nodiscard]] QString plainTime(WallTime time);

} // namespace Sync
