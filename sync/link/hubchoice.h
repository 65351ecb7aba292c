// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

namespace Sync {

/// Which other hub somebody wants to have part in.
struct HubChoice {
    QUrl address{}; ///< "ws://HOST:PORT/"; empty: it is to be found
    QString name{}; ///< or id; empty: the only one there is

    bool operator==(const HubChoice &) const = default;
};

} // namespace Sync
