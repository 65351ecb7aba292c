// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Bench {

/// Plays in this process what standard input says, a command a line, and tells on standard output the
/// monotonic time at which it began to obey each, and what came of it. @p engine: own or qt, which plays on
/// the device with the id @p device where there is one.
///
///     start MS PATH[|PATH...]   one after the other, without a gap where the engine can
///     seek MS, pause, resume, stop
///     report MS                 from now on tells so often what the position is
///     underruns                 how many there were, from the beginning on
[[nodiscard]] int playAsTold(const QString &engine, const QString &device = {});

} // namespace Bench
