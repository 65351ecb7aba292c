// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/routedsite.h"
#include "sync/store/tokens.h"

#include <functional>

namespace Sync {

/// `/api/v1/me` and `/api/v1/tokens`: who asks, and which devices were let in (docs/protocol.md). HTTP
/// thread.
class TokensSite final : public Http::RoutedSite
{
public:
    struct Hooks {
        std::function<QJsonObject()> hub; ///< what this hub says of itself
        /// What came in with that token must go.
        std::function<void(qint64 token)> drop;
    };
    TokensSite(std::shared_ptr<const Tokens> tokens, Hooks hooks);

private:
    using OfOne = Http::Response (TokensSite::*)(const Http::Request &request,
                                                 const Admission &admission) const;
    void addOne(Http::Method method, OfOne serveOne);
    [[nodiscard]] Http::Response me(const Http::Request &request) const;
    [[nodiscard]] Http::Response list() const;
    [[nodiscard]] Http::Response change(const Http::Request &request, const Admission &admission) const;
    [[nodiscard]] Http::Response revoke(const Http::Request &request, const Admission &admission) const;

    const std::shared_ptr<const Tokens> m_tokens;
    const Hooks m_hooks;
};

} // namespace Sync
