// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace Sync {

/// What nobody can guess: so many random bytes of the system's, as letters, digits, '-' and '_'.
[[nodiscard]] QByteArray randomText(int bytes);

} // namespace Sync
