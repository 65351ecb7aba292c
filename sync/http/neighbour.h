// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUrl>

namespace Sync::Http {

/// Another hub with the same sessions, as this one may read from it.
struct Neighbour {
    QUrl url; ///< "ws://HOST:PORT/", "wss://HOST:PORT/#sha256=...", as it announces itself
    QByteArray key; ///< a token of no device, that lets other hubs in as listeners for as long as it runs

    bool operator==(const Neighbour &) const = default;
};

} // namespace Sync::Http
