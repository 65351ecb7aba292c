// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHostAddress>
#include <QUrl>

#include <optional>

/// Addresses that somebody asks to be played: what the hub will fetch, and what not.
namespace Sync::Sources {

/// Where an address leads.
enum class Reach {
    Public,
    House, ///< a network of one's own: 192.168.0.0/16 and the like
    Never, ///< this machine, a link's own, a cloud's, or none that one machine could have
};
[[nodiscard]] Reach reachOf(const QHostAddress &given);

/// What is wrong with @p url as one to be fetched: anything but http and https, no host, a password. Nothing
/// where it may be looked up.
[[nodiscard]] std::optional<QString> faultOf(const QUrl &url);

/// What is wrong with where @p url leads. A name of the public net must not lead into the house, neither by
/// its own address nor by a redirect (@p from: how far what sent us there reaches; nothing where nobody did);
/// a name or address of the house may, since whoever pushed it could see that.
[[nodiscard]] std::optional<QString> faultOf(const QUrl &url, Reach reach, std::optional<Reach> from);

} // namespace Sync::Sources
