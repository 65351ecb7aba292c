// SPDX-License-Identifier: Apache-2.0
#include "sync/link/otherhubs.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sync {

QList<QUrl> waysTo(const Native::OtherHubs &others, const QUrl &home)
{
    QList<QUrl> ways;
    for (const Native::OtherHub &hub : others.hubs) {
        const QUrl url(hub.url, QUrl::StrictMode);
        const bool isSocket = url.scheme() == "ws"_L1 || url.scheme() == "wss"_L1;
        const bool isNear = QHostAddress(url.host()).isLoopback();
        if (isSocket && (!isNear || QHostAddress(home.host()).isLoopback()))
            ways.append(url);
    }
    return ways;
}

QUrl hubAfter(int failures, const QUrl &home, const QList<QUrl> &others)
{
    const QList<QUrl> all = QList{home} + others;
    return all.at(std::max(failures - 1, 0) % all.size());
}

} // namespace Sync
