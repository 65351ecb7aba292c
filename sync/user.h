// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Sync {

/// Whose music it is where nobody says otherwise: of all who come over loopback without a token.
inline constexpr QLatin1StringView defaultUser{"1"};

} // namespace Sync
