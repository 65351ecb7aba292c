// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/followplan.h"

#include "sync/link/backoff.h"

#include <algorithm>
#include <utility>

namespace Sync::Sources {

void FollowPlan::asking(HubTime now)
{
    m_isAsking = true;
    m_wonders = false;
    m_askedAt = now;
    m_askAt.reset();
}

void FollowPlan::answered(HubTime now)
{
    m_isAsking = false;
    m_failures = 0;
    if (!std::exchange(m_isOnline, true) && m_way.hearsPush && m_push == Push::Down) {
        m_endings = 0;
        m_pushAt = now;
    }
    if (std::exchange(m_wonders, false))
        wonder(now);
    else if (m_push != Push::Up)
        m_askAt = now + m_way.pollEvery;
}

void FollowPlan::failed(HubTime now, double jitter)
{
    m_isAsking = false;
    m_wonders = false;
    m_isOnline = false;
    m_pushAt.reset();
    m_askAt = now + backoff(m_failures++, jitter);
}

void FollowPlan::opening()
{
    m_push = Push::Opening;
    m_pushAt.reset();
}

void FollowPlan::opened(HubTime now, bool tellsAll)
{
    m_push = Push::Up;
    m_upSince = now;
    if (tellsAll && m_isOnline && !m_isAsking)
        m_askAt.reset();
    else
        hurry(now);
}

void FollowPlan::ended(HubTime now, double jitter)
{
    const bool wasUp = std::exchange(m_push, Push::Down) == Push::Up;
    if (wasUp && now - m_upSince >= m_way.pollEvery)
        m_endings = 0; // one that ends as soon as it is up counts as one that fails
    if (m_isOnline)
        m_pushAt = now + backoff(m_endings++, jitter);
    if (wasUp)
        hurry(now);
}

void FollowPlan::wonder(HubTime now)
{
    if (m_isAsking) {
        m_wonders = true;
        return;
    }
    HubTime at = now + Limits::followAskAfter;
    if (m_askedAt)
        at = std::max(at, *m_askedAt + Limits::followAskApart);
    m_askAt = std::min(at, m_askAt.value_or(at));
}

void FollowPlan::hurry(HubTime now)
{
    if (m_isAsking)
        m_wonders = true;
    else
        m_askAt = now;
}

} // namespace Sync::Sources
