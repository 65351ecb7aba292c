// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayList>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>
#include <variant>

namespace Sync::Discovery {

/// What a hub says of itself beside its name, address and port: the TXT record (docs/protocol.md).
struct HubFacts {
    QString id;
    QString version{};
    QString path = QStringLiteral("/sync"); ///< of its WebSockets
    bool tls = false; ///< it is spoken to by https and wss
    QByteArray fingerprint{}; ///< SHA-256 of its certificate; empty: not told. Only with tls

    bool operator==(const HubFacts &) const = default;
};

[[nodiscard]] QByteArrayList txtOf(const HubFacts &facts);
/// Nothing where it is no hub's, or a hub's that this version cannot follow. What is unknown is passed over.
[[nodiscard]] std::optional<HubFacts> factsFrom(const QByteArrayList &txt);

/// @p name as an announcement can carry it: 63 bytes of UTF-8, cut between characters.
[[nodiscard]] QString serviceName(const QString &name);

/// A hub as it was seen on one interface, by one of the two protocols.
struct Sighting {
    QString name; ///< as it is announced
    QString interface{};
    QHostAddress address;
    quint16 port = 0;
    HubFacts facts;
};

/// Another hub of this network.
struct FoundHub {
    QString id;
    QString name;
    QList<QHostAddress> addresses; ///< at least one, best first
    quint16 port = 0;
    HubFacts facts;

    /// Where its WebSockets are: "ws://ADDRESS:PORT/" or "wss://ADDRESS:PORT/#sha256=...".
    [[nodiscard]] QUrl urlAt(const QHostAddress &address) const;
    bool operator==(const FoundHub &) const = default;
};

/// Each hub once, in the order of their names; without the one whose id is @p own. Where sightings differ the
/// last one is believed.
[[nodiscard]] QList<FoundHub> hubsAmong(const QList<Sighting> &sightings, const QString &own);

/// By which addresses to go into a hub, best first; at least one. @p known: by which one it has let this
/// device in before, or empty. What was relied on there is not given up for an announcement, which anybody
/// can make: neither TLS, nor the certificate, nor the name for which somebody vouches.
[[nodiscard]] QList<QUrl> waysInto(const FoundHub &hub, const QUrl &known);

/// No hub is there that was meant; nor several.
struct NoHub {
};
/// These might be meant.
struct SeveralHubs {
    QStringList names;
};
/// Which hub somebody means by @p wanted, its name or its id; empty: the only one that is there.
[[nodiscard]] std::variant<FoundHub, SeveralHubs, NoHub> choose(const QList<FoundHub> &hubs,
                                                                const QString &wanted);

} // namespace Sync::Discovery
