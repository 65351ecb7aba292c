// SPDX-License-Identifier: Apache-2.0
#include "app/player/follower.h"

#include <algorithm>

namespace Player {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

milliseconds toleranceFor(const Target &target)
{
    return target.together ? Following::togetherTolerance : Following::aloneTolerance;
}

} // namespace

Action Follower::next(const std::optional<Target> &target, const Own &own, TimePoint now)
{
    if (!target)
        return own.condition == Condition::Idle ? Action(Hold{}) : Action(Stop{});
    if (own.key != target->key)
        return begin(*target, own, now);
    switch (own.condition) {
    case Condition::Failed:
        return Hold{};
    case Condition::Loading:
        m_cold = m_cold || target->paused;
        return target->paused ? Action(Pause{}) : Action(Hold{});
    case Condition::Idle: // came to its end; only a seek back into it is a reason to play again
        return own.position - target->position >= Following::wishedFrom ? begin(*target, own, now)
                                                                        : Action(Hold{});
    case Condition::Paused:
        return target->paused ? keepPaused(*target, own) : goOn(*target, own, now);
    case Condition::Sounding:
        return target->paused ? Action(Pause{}) : stayClose(*target, own, now);
    }
    return Hold{};
}

Action Follower::begin(const Target &target, const Own &own, TimePoint now)
{
    m_cold = target.paused;
    if (target.paused)
        return Start{.from = std::max(target.position, 0ms), .paused = true};
    if (target.position < -own.delays.start)
        return Hold{}; // asked again in time
    m_aimedAt = now;
    // A track that only now begins is heard from its first note where nobody else would hear the difference.
    const bool fromTheTop = !target.together && target.position < Following::wishedFrom;
    return Start{.from = fromTheTop ? 0ms : std::max(target.position + own.delays.start, 0ms),
                 .paused = false};
}

Action Follower::keepPaused(const Target &target, const Own &own)
{
    if (std::chrono::abs(target.position - own.position) <= Following::pausedTolerance)
        return Hold{};
    m_cold = true;
    return Jump{.to = std::max(target.position, 0ms)};
}

Action Follower::goOn(const Target &target, const Own &own, TimePoint now)
{
    const bool near = std::chrono::abs(target.position - own.position) <= toleranceFor(target);
    if (!near || (m_cold && target.together))
        return begin(target, own, now);
    m_cold = false;
    return Resume{};
}

Action Follower::stayClose(const Target &target, const Own &own, TimePoint now)
{
    if (m_aimedAt && now - *m_aimedAt < Following::settling)
        return Hold{};
    const auto error = target.position - own.position;
    if (std::chrono::abs(error) <= toleranceFor(target))
        return Hold{};
    if (!mayJump(error, now))
        return Hold{};
    m_aimedAt = now;
    return Jump{.to = std::max(target.position + own.delays.jump, 0ms)};
}

bool Follower::mayJump(milliseconds error, TimePoint now)
{
    if (std::chrono::abs(error) >= Following::wishedFrom)
        return true;
    if (m_correctedAt && now - *m_correctedAt < m_patience)
        return false;
    const bool helped = !m_correctedAt || now - *m_correctedAt > 2 * m_patience;
    m_patience = helped ? Following::patience : std::min(2 * m_patience, Following::patienceAtMost);
    m_correctedAt = now;
    return true;
}

} // namespace Player
