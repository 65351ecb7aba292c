// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/requesthead.h"
#include "sync/role.h"

#include <QHostAddress>
#include <QStringList>

#include <functional>

namespace Sync::Http {

/// Who asks, and through which of our addresses.
struct Endpoint {
    QHostAddress peer;
    QHostAddress local;
};

/// An address, or all that begin with so many bits of it.
struct Subnet {
    QHostAddress address;
    int bits = 0;

    [[nodiscard]] bool contains(const QHostAddress &other) const;
    bool operator==(const Subnet &) const = default;
};
/// "ADDRESS" or "ADDRESS/BITS"; nothing for anything else.
[[nodiscard]] std::optional<Subnet> subnetFrom(const QString &text);

/// Whether this is one of the addresses of linux-audio-server, whose clients can send no token.
[[nodiscard]] bool isOpenApi(QByteArrayView path);

struct GateRules {
    /// Names this hub answers to besides "localhost" and the address asked; lower case.
    QStringList hosts;
    /// Whose token this is; nothing for an unknown one.
    std::function<std::optional<Caller>(const QByteArray &token)> callerOf;
    /// Whose this token is, where it is a television's; those are nobody's to callerOf, and may be none.
    std::function<std::optional<Caller>(const QByteArray &token)> tvCallerOf;
    /// Whose the token with this number is; nothing for one that is revoked.
    std::function<std::optional<Caller>(qint64 token)> callerNumbered;
    /// Which user this machine itself names, by id or by name; may be none.
    std::function<std::optional<QString>(const QString &called)> userCalled;
    QByteArray urlKey; ///< signs addresses
    QList<Subnet> openTo{}; ///< who needs no token for what isOpenApi()
    std::function<qint64()> nowS; ///< since 1970
};

struct Denied {
    int status = 403;
    QByteArray json;
};

/// May this request be answered at all? A Host that is not ours is 421 (DNS rebinding), a page of another
/// origin 403 (a web page must not drive a local hub), but for what tvaddress.h spares.
[[nodiscard]] std::optional<Denied> checkOrigin(const RequestHead &head, const Endpoint &endpoint,
                                                const GateRules &rules);

/// A page of another origin asks.
[[nodiscard]] bool isForeign(const RequestHead &head);

/// And for whom? A token in `Authorization: Bearer` or the cookie `session_id` names the user; one that
/// cannot send it may have a signed address, and reads only what that is of. Without any this machine itself
/// is trusted, as admin (the cookie `profile` says as which user, and says nothing beside a token), and whom
/// GateRules::openTo names for what isOpenApi(), as a controller of the usual user's; both only where no
/// proxy stands between. What is for televisions takes their tokens and nothing else.
[[nodiscard]] std::variant<Caller, Denied> authorise(const RequestHead &head, const Endpoint &endpoint,
                                                     const GateRules &rules);

} // namespace Sync::Http
