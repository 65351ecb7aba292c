// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Seeks {

/// Plays the file in this process and seeks `seeks` times, telling each step with its time on standard
/// output.
[[nodiscard]] int playAndSeek(const QString &path, const QString &strategy, int seeks, int durationMs);

} // namespace Seeks
