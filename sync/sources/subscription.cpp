// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/subscription.h"

#include "sync/http/parameters.h"
#include "sync/session/tracks.h"

using namespace Qt::StringLiterals;

namespace Sync::Sources {

std::variant<Subscription, QByteArray> readSubscription(const QByteArray &query)
{
    if (query.isEmpty())
        return Subscription{.bursts = true};
    Http::Parameters parameters(query);
    Subscription wanted;
    wanted.sources = parameters.text("source").split(u',', Qt::SkipEmptyParts);
    constexpr quint64 never = maxId + 1;
    const quint64 since = parameters.number("since", never, 0, maxId);
    if (const auto refused = parameters.refusal())
        return refused->body;
    if (since != never)
        wanted.since = since;
    return wanted;
}

} // namespace Sync::Sources
