// SPDX-License-Identifier: Apache-2.0
#include "sync/admissionrules.h"

#include "sync/limits.h"
#include "sync/logging.h"

#include <QDateTime>

#include <algorithm>

namespace Sync {

namespace {

Caller callerOf(const Admission &admission)
{
    // Who came in with a word in an address lets nobody else in.
    return {.user = admission.user,
            .role = admission.tv ? std::min(admission.role, Role::Controller) : admission.role,
            .token = admission.id,
            .device = admission.device};
}

std::optional<QString> idOf(const Users &users, const QString &called)
{
    try {
        const auto user = users.called(called);
        return user ? std::optional(user->id) : std::nullopt;
    } catch (const DatabaseError &error) {
        qCWarning(httpLog) << error.what();
        return std::nullopt;
    }
}

/// @p ofTv: whether it is a television's. One kind is worth nothing where the other belongs.
std::optional<Caller> callerIn(const Tokens &tokens, const QByteArray &token, bool ofTv)
{
    const auto admission = tokens.find(token);
    if (!admission || admission->tv != ofTv)
        return std::nullopt;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (now - admission->seenMs >= std::chrono::milliseconds(Limits::seenEvery).count()) {
        try {
            tokens.see(admission->id, now);
        } catch (const DatabaseError &error) {
            qCWarning(httpLog) << error.what(); // it may come in all the same
        }
    }
    return callerOf(*admission);
}

} // namespace

Http::GateRules admissionRules(const std::shared_ptr<const Tokens> &tokens,
                               const std::shared_ptr<const Users> &users)
{
    return {.hosts = {},
            .callerOf = [tokens](const QByteArray &token) -> std::optional<Caller> {
                return tokens ? callerIn(*tokens, token, false) : std::nullopt;
            },
            .tvCallerOf = [tokens](const QByteArray &token) -> std::optional<Caller> {
                return tokens ? callerIn(*tokens, token, true) : std::nullopt;
            },
            .callerNumbered = [tokens](qint64 token) -> std::optional<Caller> {
                const auto admission = tokens ? tokens->admission(token) : std::nullopt;
                return admission ? std::optional(callerOf(*admission)) : std::nullopt;
            },
            .userCalled = [users](const QString &called) -> std::optional<QString> {
                return users ? idOf(*users, called) : std::nullopt;
            },
            .urlKey = {},
            .nowS = QDateTime::currentSecsSinceEpoch};
}

} // namespace Sync
