// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/protocol/hubmessages.h"

#include <QUrl>

namespace Sync {

/// Of the hubs with the same session those that a device of the hub at @p home can reach: what another
/// machine calls itself on its own loopback is not there from here.
[[nodiscard]] QList<QUrl> waysTo(const Native::OtherHubs &others, const QUrl &home);

/// Which hub to try after so many failures: the one that is meant first, and then all in turns.
[[nodiscard]] QUrl hubAfter(int failures, const QUrl &home, const QList<QUrl> &others);

} // namespace Sync
