// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/routedsite.h"
#include "sync/tv/pollrelay.h"

#include <QHash>

#include <memory>
#include <unordered_map>

namespace Sync::Tv {

/// `/api/sync/poll`: the native wire for televisions whose WebSockets do not work (docs/protocol.md). HTTP
/// thread.
class PollSite final : public Http::RoutedSite
{
public:
    /// @p own: where this hub can be reached by itself, "ws://HOST:PORT".
    explicit PollSite(std::function<QUrl()> own);

private:
    [[nodiscard]] Http::Answer post(const Http::Request &request);
    [[nodiscard]] Http::Answer open(const Http::Request &request);
    [[nodiscard]] Http::Answer hear(const Http::Request &request);
    /// The one that is meant, if it is the caller's.
    [[nodiscard]] std::variant<PollRelay *, Http::Response> find(const Http::Request &request);
    [[nodiscard]] Http::Answer ask(PollRelay &relay, const QByteArray &opened);
    void forget(const QByteArray &poll);

    const std::function<QUrl()> m_own;
    std::unordered_map<QByteArray, std::unique_ptr<PollRelay>> m_relays;
    QObject m_context; // last: nothing reaches this any more when the relays go
};

} // namespace Sync::Tv
