// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/routedsite.h"
#include "sync/store/tokens.h"
#include "sync/store/users.h"

namespace Sync {

/// `/api/v1/users` and `/api/v1/me/user`: whose music there is, and whose this device plays
/// (docs/protocol.md). HTTP thread.
class UsersSite final : public Http::RoutedSite
{
public:
    struct Hooks {
        /// What came in with that token must go, and come back as somebody else.
        std::function<void(qint64 token)> sendOff;
        /// Ends the sessions of @p user and calls @p done with true; or with false, where it has devices
        /// here. Of any thread, and calls on any.
        std::function<void(const QString &user, const std::function<void(bool)> &done)> close;
    };
    UsersSite(std::shared_ptr<const Users> users, std::shared_ptr<const Tokens> tokens, Hooks hooks);

private:
    [[nodiscard]] Http::Response list() const;
    [[nodiscard]] Http::Response create(const Http::Request &request) const;
    [[nodiscard]] Http::Response rename(const Http::Request &request, const QByteArray &id) const;
    [[nodiscard]] Http::Answer remove(const Http::Request &request, const QByteArray &id);
    [[nodiscard]] Http::Response enter(const Http::Request &request) const;
    [[nodiscard]] Http::Response removeNow(const User &user, bool everything) const;

    const std::shared_ptr<const Users> m_users;
    const std::shared_ptr<const Tokens> m_tokens;
    const Hooks m_hooks;
    QObject m_context; ///< what comes back to this thread
};

} // namespace Sync
