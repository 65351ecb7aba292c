// SPDX-License-Identifier: Apache-2.0
#include "sync/http/gate.h"

#include "sync/http/signedurl.h"
#include "sync/http/tvaddress.h"
#include "sync/user.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sync::Http {

namespace {

// What sync_player's clients know.
Denied unauthorised()
{
    return {.status = 401, .json = R"({"status":"FAIL","error":"available only to authorized users"})"};
}

Denied denied(int status, const char *code, const char *message)
{
    return {.status = status,
            .json = R"({"error":{"code":")" + QByteArray(code) + R"(","message":")" + message + R"("}})"};
}

// The host of "name:port" or "[::1]:port", lower case; empty where it is neither.
QString hostName(const QByteArray &authority)
{
    const QUrl url(u"http://"_s + QString::fromLatin1(authority), QUrl::StrictMode);
    const bool bare = url.isValid() && url.userInfo().isEmpty() && url.path().isEmpty() && !url.hasQuery()
        && !url.hasFragment();
    return bare ? url.host().toLower() : QString();
}

bool isLoopbackName(const QString &host) { return host == "localhost"_L1 || QHostAddress(host).isLoopback(); }

// Loopback, or one of this machine's addresses talking to itself: a hub bound to one address is reached like
// that.
bool isThisMachine(const Endpoint &endpoint)
{
    return endpoint.peer.isLoopback()
        || endpoint.peer.isEqual(endpoint.local, QHostAddress::TolerantConversion);
}

bool isAddress(const QString &host, const QHostAddress &address)
{
    const QHostAddress named(host);
    return !named.isNull() && named.isEqual(address, QHostAddress::TolerantConversion);
}

bool isOurs(const QString &host, const Endpoint &endpoint, const GateRules &rules)
{
    if (rules.hosts.contains(host))
        return true;
    if (isLoopbackName(host))
        return endpoint.peer.isLoopback();
    return isAddress(host, endpoint.local);
}

bool isOwnOrigin(const QByteArray &origin, const QByteArray &host)
{
    return origin == "http://" + host || origin == "https://" + host;
}

bool isForeignFetch(const RequestHead &head)
{
    if (!head.has("Sec-Fetch-Site"))
        return false;
    const QByteArray site = head.header("Sec-Fetch-Site").value_or(QByteArray());
    const bool followedLink = head.header("Sec-Fetch-Mode") == QByteArray("navigate");
    return site != "none" && site != "same-origin" && !followedLink;
}

bool cameThroughProxy(const RequestHead &head)
{
    return std::ranges::any_of(head.headers, [](const auto &header) {
        const QByteArray name = header.first.toLower();
        return name == "forwarded" || name == "via" || name.startsWith("x-forwarded-") || name == "x-real-ip";
    });
}

std::optional<QByteArray> cookie(const RequestHead &head, const QByteArray &cookieName)
{
    for (const auto &[name, value] : head.headers) {
        if (name.compare("Cookie", Qt::CaseInsensitive) != 0)
            continue;
        for (const QByteArray &pair : value.split(';'))
            if (pair.trimmed().startsWith(cookieName + '='))
                return pair.trimmed().sliced(cookieName.size() + 1);
    }
    return std::nullopt;
}

std::optional<QByteArray> token(const RequestHead &head)
{
    if (!head.has("Authorization"))
        return cookie(head, "session_id");
    const QByteArray value = head.header("Authorization").value_or(QByteArray());
    constexpr QByteArrayView scheme("Bearer ");
    // Another scheme is a credential too, if an unknown one.
    const bool bearer =
        value.first(qMin(value.size(), scheme.size())).compare(scheme, Qt::CaseInsensitive) == 0;
    return bearer ? value.sliced(scheme.size()).trimmed() : QByteArray();
}

bool isIn(const QList<Subnet> &subnets, const QHostAddress &address)
{
    return std::ranges::any_of(subnets, [&](const Subnet &subnet) { return subnet.contains(address); });
}

std::variant<Caller, Denied> callerOf(const SignedUrl &url, const GateRules &rules)
{
    std::optional<Caller> caller =
        url.token == 0 ? Caller{.user = defaultUser} : rules.callerNumbered(url.token);
    if (!caller)
        return unauthorised();
    caller->role = Role::Listener;
    return *caller;
}

/// Of WebSockets it opens those of the native wire alone.
std::variant<Caller, Denied> tvCaller(const RequestHead &head, const GateRules &rules)
{
    const QByteArray token = tvTokenIn(head);
    const bool isPlain = head.path == "/sync" && !head.has("Sec-WebSocket-Protocol");
    if (!token.isEmpty() && !isPlain && rules.tvCallerOf)
        if (const auto caller = rules.tvCallerOf(token))
            return *caller;
    return unauthorised();
}

/// A profile that is gone must not lock anybody out.
QString ownUser(const RequestHead &head, const GateRules &rules)
{
    const QByteArray called = cookie(head, profileCookie).value_or(QByteArray());
    std::optional<QString> user;
    if (!called.isEmpty() && rules.userCalled)
        user = rules.userCalled(QUrl::fromPercentEncoding(called));
    return user.value_or(defaultUser);
}

} // namespace

bool Subnet::contains(const QHostAddress &other) const
{
    // What came in over a socket for both kinds of addresses is written as the newer kind.
    bool isOld = false;
    const quint32 old = other.toIPv4Address(&isOld);
    const QHostAddress plain = isOld ? QHostAddress(old) : other;
    return plain.protocol() == address.protocol() && plain.isInSubnet(address, bits);
}

std::optional<Subnet> subnetFrom(const QString &text)
{
    const QStringList parts = text.split(u'/');
    QHostAddress address;
    if (parts.size() > 2 || (parts.first().count(u'.') != 3 && !parts.first().contains(u':'))
        || !address.setAddress(parts.first()) || !address.scopeId().isEmpty())
        return std::nullopt;
    const int all = address.protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128;
    bool isNumber = true;
    const int bits = parts.size() == 2 ? parts.last().toInt(&isNumber) : all;
    if (!isNumber || bits < 0 || bits > all)
        return std::nullopt;
    return Subnet{.address = address, .bits = bits};
}

bool isOpenApi(QByteArrayView path)
{
    constexpr QByteArrayView folders[] = {"/api/audio/", "/api/playback/", "/api/players/",
                                          "/api/radio/", "/api/tts/",      "/api/bluetooth/"};
    return path == "/api/players" || path == "/api/events/ws"
        || std::ranges::any_of(folders, [path](QByteArrayView folder) { return path.startsWith(folder); });
}

std::optional<Denied> checkOrigin(const RequestHead &head, const Endpoint &endpoint, const GateRules &rules)
{
    const QByteArray host = head.header("Host").value_or(QByteArray());
    if (!isOurs(hostName(host), endpoint, rules))
        return denied(421, "wrong_host", "this hub does not answer to that name");
    if (isOpenToAnyOrigin(head))
        return std::nullopt;
    if (isForeign(head))
        return denied(403, "foreign_origin", "pages of other sites may not use this hub");
    return std::nullopt;
}

bool isForeign(const RequestHead &head)
{
    const QByteArray host = head.header("Host").value_or(QByteArray());
    const bool foreign =
        head.has("Origin") && !isOwnOrigin(head.header("Origin").value_or(QByteArray()), host);
    return foreign || isForeignFetch(head);
}

std::variant<Caller, Denied> authorise(const RequestHead &head, const Endpoint &endpoint,
                                       const GateRules &rules)
{
    if (isForTv(head))
        return tvCaller(head, rules);
    if (const std::optional<QByteArray> given = token(head)) {
        if (const std::optional<Caller> caller = rules.callerOf(*given))
            return *caller;
        return unauthorised();
    }
    const auto signature = checkSignature(head, rules.urlKey, rules.nowS());
    if (const auto *url = std::get_if<SignedUrl>(&signature))
        return callerOf(*url, rules);
    switch (std::get<SignatureFault>(signature)) {
    case SignatureFault::None:
        break;
    case SignatureFault::Wrong:
        return denied(403, "wrong_signature", "this address was not made by this hub");
    case SignatureFault::Expired:
        return denied(403, "expired_url", "this address was valid for a time only; ask for a new one");
    }
    const QString host = hostName(head.header("Host").value_or(QByteArray()));
    const bool local = isThisMachine(endpoint) && (isLoopbackName(host) || isAddress(host, endpoint.local));
    if (local && !cameThroughProxy(head))
        return Caller{.user = ownUser(head, rules), .role = Role::Admin};
    if (isOpenApi(head.path) && isIn(rules.openTo, endpoint.peer) && !cameThroughProxy(head))
        return Caller{.user = defaultUser, .role = Role::Controller};
    return unauthorised();
}

} // namespace Sync::Http
