// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHostAddress>
#include <QList>
#include <QString>
#include <QUrl>

namespace Sync::Discovery {

/// A network interface of this machine, as far as addresses are concerned.
struct Interface {
    int index = 0; ///< the system's number for it
    QString name{};
    bool up = true; ///< switched on, and with something at its other end
    bool pointToPoint = false; ///< a tunnel: few others are there
    QList<QHostAddress> addresses{};
};

/// This machine's, as they are now.
[[nodiscard]] QList<Interface> ownInterfaces();

/// Whether an interface of this name leads to containers or virtual machines of its own machine alone.
[[nodiscard]] bool isBridge(const QString &name);

/// All addresses of this machine, or all of one kind.
[[nodiscard]] bool isEverywhere(const QHostAddress &address);

/// Where others on the network reach a hub that listens on @p bound, the best to type first. None where only
/// this machine reaches it.
[[nodiscard]] QList<QHostAddress> reachableAddresses(const QList<Interface> &interfaces,
                                                     const QHostAddress &bound);

/// Where this machine itself reaches a hub that listens on @p bound.
[[nodiscard]] QHostAddress localAddress(const QHostAddress &bound);

/// "SCHEME://ADDRESS:PORT/", with an IPv6 address in brackets.
[[nodiscard]] QUrl urlOf(QLatin1StringView scheme, const QHostAddress &address, quint16 port);
/// Where the hub at "ws://HOST:PORT/" or "wss://HOST:PORT/#sha256=..." answers requests.
[[nodiscard]] QUrl httpUrlOf(const QUrl &hub);

/// The interface that has @p address; zero: none, or all of them.
[[nodiscard]] int interfaceOf(const QList<Interface> &interfaces, const QHostAddress &address);

} // namespace Sync::Discovery
