// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bench/seeks/material.h"

#include <QString>

#include <chrono>

namespace Seeks {

/// Follows, in this process, a timeline that began at `origin` on the monotonic clock.
[[nodiscard]] int follow(const QString &path, std::chrono::microseconds origin,
                         std::chrono::milliseconds duration);

/// Two processes on a sound server each follow one timeline, the second joins mid-song. Says in words how far
/// their sounds were apart.
[[nodiscard]] QString playTogether(const QString &backend, const Material &material);

} // namespace Seeks
