// SPDX-License-Identifier: Apache-2.0
#include "sync/discovery/foundhub.h"

#include "sync/discovery/addresses.h"
#include "sync/discovery/limits.h"
#include "sync/tls/fingerprint.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sync::Discovery {

namespace {

/// As Native::readDeviceId() has it: the id ends up in file names and addresses.
bool isId(const QString &text)
{
    return !text.isEmpty() && text.size() <= Limits::deviceIdBytes && std::ranges::all_of(text, [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'.' || c == u'_' || c == u'-';
    });
}

/// The first entry of a key counts, and keys have no case (RFC 6763, 6.4).
QHash<QByteArray, QByteArray> pairsOf(const QByteArrayList &txt)
{
    QHash<QByteArray, QByteArray> pairs;
    for (const QByteArray &entry : txt) {
        const auto equals = entry.indexOf('=');
        const QByteArray key = entry.first(equals < 0 ? entry.size() : equals).toLower();
        if (!pairs.contains(key))
            pairs.insert(key, equals < 0 ? QByteArray() : entry.sliced(equals + 1));
    }
    return pairs;
}

/// How good an address is to join by: less is better.
int rankOf(const Sighting &sighting)
{
    const bool four = sighting.address.protocol() == QAbstractSocket::IPv4Protocol;
    if (sighting.address.isLoopback())
        return 5;
    if (isBridge(sighting.interface))
        return four ? 3 : 4;
    if (sighting.address.isLinkLocal())
        return four ? 2 : 4;
    return four ? 0 : 1;
}

/// Best first, and each once; of those that are as good, in the order of their digits.
QList<QHostAddress> addressesOf(QList<Sighting> sightings)
{
    std::ranges::sort(sightings, {}, [](const Sighting &sighting) {
        return std::pair(rankOf(sighting), sighting.address.toString());
    });
    QList<QHostAddress> addresses;
    for (const Sighting &sighting : sightings)
        if (!addresses.contains(sighting.address))
            addresses.append(sighting.address);
    return addresses;
}

} // namespace

QByteArrayList txtOf(const HubFacts &facts)
{
    QByteArrayList txt{"id=" + facts.id.toUtf8(), "version=" + facts.version.toUtf8(),
                       "path=" + facts.path.toUtf8()};
    if (facts.tls)
        txt.append("tls=1");
    if (facts.tls && !facts.fingerprint.isEmpty())
        txt.append(Tls::fragmentOf(facts.fingerprint).toLatin1());
    return txt;
}

std::optional<HubFacts> factsFrom(const QByteArrayList &txt)
{
    const auto pairs = pairsOf(txt);
    HubFacts facts{.id = QString::fromUtf8(pairs.value("id")),
                   .version = QString::fromUtf8(pairs.value("version")),
                   .tls = pairs.value("tls") == "1"};
    if (pairs.contains("path"))
        facts.path = QString::fromUtf8(pairs.value("path"));
    if (!isId(facts.id) || !facts.path.startsWith(u'/'))
        return std::nullopt;
    if (facts.tls && pairs.contains("sha256")) {
        const auto fingerprint = Tls::fingerprintFrom(QString::fromLatin1(pairs.value("sha256")));
        if (!fingerprint)
            return std::nullopt;
        facts.fingerprint = *fingerprint;
    }
    return facts;
}

QString serviceName(const QString &name)
{
    QString cut = name;
    while (cut.toUtf8().size() > Limits::serviceNameBytes)
        cut.chop(cut.back().isLowSurrogate() ? 2 : 1);
    return cut;
}

QUrl FoundHub::urlAt(const QHostAddress &address) const
{
    QUrl url = urlOf(facts.tls ? "wss"_L1 : "ws"_L1, address, port);
    if (facts.tls && !facts.fingerprint.isEmpty())
        url.setFragment(Tls::fragmentOf(facts.fingerprint));
    return url;
}

QList<FoundHub> hubsAmong(const QList<Sighting> &sightings, const QString &own)
{
    QHash<QString, QList<Sighting>> byId;
    for (const Sighting &sighting : sightings)
        if (sighting.facts.id != own && sighting.port != 0 && !sighting.address.isNull())
            byId[sighting.facts.id].append(sighting);
    QList<FoundHub> hubs;
    for (auto it = byId.cbegin(); it != byId.cend(); ++it) {
        const Sighting &last = it->last();
        hubs.append({.id = it.key(),
                     .name = last.name,
                     .addresses = addressesOf(*it),
                     .port = last.port,
                     .facts = last.facts});
    }
    std::ranges::sort(hubs, {}, [](const FoundHub &hub) { return std::pair(hub.name, hub.id); });
    return hubs;
}

QList<QUrl> waysInto(const FoundHub &hub, const QUrl &known)
{
    const bool wasSecure = known.scheme() == "wss"_L1;
    if (wasSecure && !Tls::pinIn(known))
        return {known}; // somebody vouches for that name, and not for these addresses
    QList<QUrl> ways;
    for (const QHostAddress &address : hub.addresses) {
        QUrl way = hub.urlAt(address);
        if (wasSecure) {
            way.setScheme(known.scheme());
            way.setFragment(known.fragment());
        }
        ways.append(way);
    }
    return ways;
}

std::variant<FoundHub, SeveralHubs, NoHub> choose(const QList<FoundHub> &hubs, const QString &wanted)
{
    QList<FoundHub> meant;
    for (const FoundHub &hub : hubs) {
        if (hub.id == wanted)
            return hub;
        if (wanted.isEmpty() || hub.name.compare(wanted, Qt::CaseInsensitive) == 0)
            meant.append(hub);
    }
    if (meant.isEmpty())
        return NoHub{};
    if (meant.size() == 1)
        return meant.first();
    SeveralHubs several;
    for (const FoundHub &hub : meant)
        several.names.append(hub.name);
    return several;
}

} // namespace Sync::Discovery
