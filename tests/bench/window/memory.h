// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace Bench {

/// What a process has for itself alone and no file holds, in KiB; zero where it is gone.
[[nodiscard]] qint64 anonymousKib(qint64 process);

/// How long this process has been there, in milliseconds, to 10.
[[nodiscard]] double sinceStartMs();

} // namespace Bench
