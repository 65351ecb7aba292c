// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/session/hubclock.h"
#include "sync/sources/limits.h"

#include <optional>

namespace Sync::Sources {

/// How a server is followed.
struct FollowWay {
    bool hearsPush = true; ///< else it is polled for ever
    std::chrono::milliseconds pollEvery = Limits::followPollEvery; ///< while no push is up
};

/// When a server that is followed is to be asked how it is, and when to have it push: a value that is told
/// what has come about, and when.
///
/// - It is there while it answers. While it is not, it is asked again and again, with growing pauses.
/// - Once it is there its push is opened, and opened again with growing pauses where it ends.
/// - While the push is up the server is asked only for what the push does not tell; while it is not, every
///   FollowWay::pollEvery. When a push ends the server is asked at once, whether it is there at all.
class FollowPlan
{
public:
    explicit FollowPlan(HubTime now, FollowWay way = {})
        : m_way(way)
        , m_askAt(now)
    {
    }

    /// When to ask it, or to open its push; nothing: not as things are.
    [[nodiscard]] std::optional<HubTime> askAt() const { return m_isAsking ? std::nullopt : m_askAt; }
    [[nodiscard]] std::optional<HubTime> pushAt() const { return m_pushAt; }
    [[nodiscard]] bool isOnline() const { return m_isOnline; }
    [[nodiscard]] bool pushIsUp() const { return m_push == Push::Up; }

    // What has come about; jitter as of backoff()
    void asking(HubTime now);
    void answered(HubTime now);
    void failed(HubTime now, double jitter);
    void opening();
    /// @p tellsAll: what was missed comes by the push.
    void opened(HubTime now, bool tellsAll);
    void ended(HubTime now, double jitter);
    /// The push says that something has changed, and not what.
    void wonder(HubTime now);
    /// Somebody waits for how it is now.
    void hurry(HubTime now);

private:
    enum class Push { Down, Opening, Up };

    FollowWay m_way;
    bool m_isOnline = false;
    bool m_isAsking = false;
    bool m_wonders = false; ///< something has changed since it was asked
    int m_failures = 0;
    int m_endings = 0;
    Push m_push = Push::Down;
    HubTime m_upSince{};
    std::optional<HubTime> m_askAt;
    std::optional<HubTime> m_askedAt;
    std::optional<HubTime> m_pushAt;
};

} // namespace Sync::Sources
