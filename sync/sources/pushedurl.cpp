// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/pushedurl.h"

#include "sync/sources/limits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sync::Sources {

namespace {

struct Network {
    const char *address;
    int bits;
};

constexpr Network house[] = {
    {"10.0.0.0", 8}, {"172.16.0.0", 12}, {"192.168.0.0", 16}, {"100.64.0.0", 10}, {"fc00::", 7}};

// Besides loopback, link-local and multicast addresses, which Qt knows.
constexpr Network never[] = {
    {"0.0.0.0", 8},      {"192.0.0.0", 24}, {"192.0.2.0", 24}, {"198.18.0.0", 15}, {"198.51.100.0", 24},
    {"203.0.113.0", 24}, {"240.0.0.0", 4},  {"::", 96},        {"100::", 64},      {"2001::", 32},
    {"2001:db8::", 32},  {"fec0::", 10},    {"fd00:ec2::", 32}};

// IPv4 within IPv6, by way of which a network could be reached by another name.
constexpr Network wrapped[] = {{"2002::", 16}, {"64:ff9b::", 96}};

template <std::size_t count> bool isIn(const Network (&networks)[count], const QHostAddress &address)
{
    return std::ranges::any_of(networks, [&address](const Network &network) {
        const QHostAddress base(QString::fromLatin1(network.address));
        return base.protocol() == address.protocol() && address.isInSubnet(base, network.bits);
    });
}

QHostAddress unmapped(const QHostAddress &address)
{
    bool isOld = false;
    const quint32 old = address.toIPv4Address(&isOld);
    return isOld ? QHostAddress(old) : address;
}

/// Whether a name tells that it is one of the house: without a dot, or below what is never delegated.
bool isHouseName(const QString &host)
{
    constexpr QLatin1StringView ends[] = {".local"_L1,    ".lan"_L1,         ".home"_L1,     ".home.arpa"_L1,
                                          ".internal"_L1, ".localdomain"_L1, ".fritz.box"_L1};
    return (!host.contains(u'.') && !host.contains(u':'))
        || std::ranges::any_of(ends, [&host](QLatin1StringView end) { return host.endsWith(end); });
}

} // namespace

Reach reachOf(const QHostAddress &given)
{
    const QHostAddress address = unmapped(given);
    if (isIn(wrapped, address))
        return Reach::Never;
    if (address.isNull() || address.isLoopback() || address.isLinkLocal() || address.isMulticast()
        || address.isBroadcast() || isIn(never, address))
        return Reach::Never;
    return isIn(house, address) ? Reach::House : Reach::Public;
}

std::optional<QString> faultOf(const QUrl &url)
{
    if (!url.isValid() || url.toEncoded().size() > Limits::urlBytes)
        return u"this is no address that could be played"_s;
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
        return u"only addresses that begin with http: or https: can be fetched"_s;
    if (url.host().isEmpty() || !url.userInfo().isEmpty())
        return u"an address needs a host, and must not carry a password"_s;
    return std::nullopt;
}

std::optional<QString> faultOf(const QUrl &url, Reach reach, std::optional<Reach> from)
{
    switch (reach) {
    case Reach::Public:
        return std::nullopt;
    case Reach::Never:
        return u"%1 leads to this machine itself or to no address of a network; nothing is fetched there"_s
            .arg(url.host());
    case Reach::House:
        break;
    }
    const bool named = isHouseName(url.host().toLower()) || !QHostAddress(url.host()).isNull();
    if (from == Reach::Public || (!from && !named))
        return u"%1 leads from the internet into this network; nothing is fetched there"_s.arg(url.host());
    return std::nullopt;
}

} // namespace Sync::Sources
