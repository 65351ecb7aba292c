// SPDX-License-Identifier: Apache-2.0
#include "sync/discovery/addresses.h"

#include <QNetworkInterface>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Sync::Discovery {

namespace {

bool isIPv4(const QHostAddress &address) { return address.protocol() == QAbstractSocket::IPv4Protocol; }

/// Whether a hub that listens on @p bound, which is everywhere, has @p address among its own.
bool includes(const QHostAddress &bound, const QHostAddress &address)
{
    return bound == QHostAddress::Any || (bound == QHostAddress::AnyIPv4) == isIPv4(address);
}

struct Candidate {
    int rank = 0; ///< less is better
    QHostAddress address;
    qsizetype place = 0; ///< among all, so that equals keep their order
};

/// Nothing for an address that others cannot use.
std::optional<Candidate> candidate(const Interface &interface, const QHostAddress &address)
{
    if (address.isLoopback() || address.isLinkLocal())
        return std::nullopt;
    return Candidate{.rank = (interface.pointToPoint ? 2 : 0) + (isIPv4(address) ? 0 : 1),
                     .address = address};
}

} // namespace

QList<Interface> ownInterfaces()
{
    QList<Interface> all;
    for (const QNetworkInterface &one : QNetworkInterface::allInterfaces()) {
        const auto flags = one.flags();
        Interface found{.index = one.index(),
                        .name = one.name(),
                        .up = flags.testFlag(QNetworkInterface::IsUp)
                            && flags.testFlag(QNetworkInterface::IsRunning),
                        .pointToPoint = flags.testFlag(QNetworkInterface::IsPointToPoint)};
        for (const QNetworkAddressEntry &entry : one.addressEntries())
            found.addresses.append(entry.ip());
        all.append(found);
    }
    return all;
}

bool isBridge(const QString &name)
{
    static const QRegularExpression bridge(
        u"^(docker\\d+|br-[0-9a-f]{12}|virbr\\d+|lxcbr\\d+|lxdbr\\d+|podman\\d+|cni\\d+|vboxnet\\d+|vmnet\\d+)$"_s);
    return bridge.match(name).hasMatch();
}

bool isEverywhere(const QHostAddress &address)
{
    return address == QHostAddress::Any || address == QHostAddress::AnyIPv4
        || address == QHostAddress::AnyIPv6;
}

QList<QHostAddress> reachableAddresses(const QList<Interface> &interfaces, const QHostAddress &bound)
{
    if (!isEverywhere(bound)) // somebody has named it: it is theirs to judge
        return bound.isLoopback() || bound.isNull() ? QList<QHostAddress>() : QList{bound};
    QList<Candidate> candidates;
    for (const Interface &interface : interfaces) {
        if (!interface.up || isBridge(interface.name))
            continue;
        for (const QHostAddress &address : interface.addresses)
            if (const auto found = candidate(interface, address); found && includes(bound, address))
                candidates.append(*found);
    }
    for (qsizetype i = 0; i < candidates.size(); ++i)
        candidates[i].place = i;
    std::ranges::sort(candidates, {}, [](const Candidate &one) { return std::pair(one.rank, one.place); });
    QList<QHostAddress> addresses;
    for (const Candidate &found : candidates)
        addresses.append(found.address);
    return addresses;
}

QHostAddress localAddress(const QHostAddress &bound)
{
    if (!isEverywhere(bound))
        return bound;
    return bound == QHostAddress::AnyIPv6 ? QHostAddress::LocalHostIPv6 : QHostAddress::LocalHost;
}

QUrl httpUrlOf(const QUrl &hub)
{
    QUrl url = hub;
    url.setScheme(hub.scheme() == "wss"_L1 ? u"https"_s : u"http"_s);
    url.setFragment({});
    return url;
}

QUrl urlOf(QLatin1StringView scheme, const QHostAddress &address, quint16 port)
{
    QUrl url;
    url.setScheme(scheme);
    url.setHost(address.toString());
    url.setPort(port);
    url.setPath(u"/"_s);
    return url;
}

int interfaceOf(const QList<Interface> &interfaces, const QHostAddress &address)
{
    const auto found = std::ranges::find_if(
        interfaces, [&address](const Interface &one) { return one.addresses.contains(address); });
    return found == interfaces.end() ? 0 : found->index;
}

} // namespace Sync::Discovery
