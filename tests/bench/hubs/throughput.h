// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

namespace Bench {

/// How many seeks a second the hubs at @p ports carry out, of so many users with so many devices each, spread
/// over the hubs. Every device seeks again as soon as it has heard of its last. Throws std::runtime_error.
[[nodiscard]] double changesPerSecond(const QList<quint16> &ports, int users, int devicesEach, int seconds);

} // namespace Bench
