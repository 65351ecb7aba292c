// SPDX-License-Identifier: Apache-2.0
#include "app/player/follower.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace Player {

using namespace std::chrono_literals;
using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace {

milliseconds toleranceFor(const Target &target)
{
    return target.together ? Following::togetherTolerance : Following::aloneTolerance;
}

bool isExact(const Target &target, const Own &own) { return target.together && own.exact; }

milliseconds rounded(microseconds time) { return std::chrono::round<milliseconds>(time); }

microseconds medianOf(const std::deque<microseconds> &times)
{
    std::vector<microseconds> sorted(times.begin(), times.end());
    std::ranges::sort(sorted);
    return sorted[sorted.size() / 2];
}

/// What an output that aligns itself is to have decoded by the time it can begin.
milliseconds aheadOf(const Target &target)
{
    return std::max(rounded(target.position) + Following::alignedAhead, target.from);
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
    m_revision = target.revision;
    m_errors.clear();
    if (target.paused)
        return Start{.from = std::max(rounded(target.position), 0ms), .paused = true};
    if (isExact(target, own))
        return beginExactly(target, now);
    if (target.position < -own.delays.start)
        return Hold{}; // asked again in time
    m_aimedAt = now;
    // A track that only now begins is heard from its first note where nobody else would hear the difference.
    const bool fromTheTop = !target.together && target.position < Following::wishedFrom;
    return Start{.from = fromTheTop ? 0ms : std::max(rounded(target.position) + own.delays.start, 0ms),
                 .paused = false};
}

/// Half a second later and right: what begins by a bad clock takes longer to come to where it should be.
Action Follower::beginExactly(const Target &target, TimePoint now)
{
    if (!m_unsureSince)
        m_unsureSince = now;
    if (!target.sure && now - *m_unsureSince < Following::unsureAtMost)
        return Hold{};
    m_unsureSince.reset();
    m_aimedAt = now;
    return Start{.from = aheadOf(target), .paused = false};
}

Action Follower::keepPaused(const Target &target, const Own &own)
{
    if (std::chrono::abs(target.position - own.position) <= Following::pausedTolerance)
        return Hold{};
    m_cold = true;
    return Jump{.to = std::max(rounded(target.position), 0ms)};
}

Action Follower::goOn(const Target &target, const Own &own, TimePoint now)
{
    const bool near = std::chrono::abs(target.position - own.position) <= toleranceFor(target);
    if (!near || isExact(target, own) || (m_cold && target.together))
        return begin(target, own, now);
    m_cold = false;
    return Resume{};
}

Action Follower::stayClose(const Target &target, const Own &own, TimePoint now)
{
    const bool leaps = isExact(target, own) && m_revision != target.revision;
    const auto settling = isExact(target, own) ? Following::exactSettling : Following::settling;
    if (!leaps && m_aimedAt && now - *m_aimedAt < settling)
        return Hold{};
    const auto error = target.position - own.position;
    if (isExact(target, own))
        return keepInTime(error, target, now);
    m_errors.clear();
    if (std::chrono::abs(error) <= toleranceFor(target))
        return Hold{};
    if (!mayJump(error, now))
        return Hold{};
    m_aimedAt = now;
    return Jump{.to = std::max(rounded(target.position) + own.delays.jump, 0ms)};
}

/// A proportional controller: the drift of two crystals, 100 ppm at most, leaves it 0.1 ms off.
Action Follower::keepInTime(microseconds error, const Target &target, TimePoint now)
{
    const bool leapt = std::exchange(m_revision, target.revision) != target.revision;
    m_errors.push_back(error);
    if (m_errors.size() > Following::errorsJudged)
        m_errors.pop_front();
    const microseconds judged = leapt ? error : medianOf(m_errors);
    const bool sure = leapt || m_errors.size() == Following::errorsJudged;
    if (sure && std::chrono::abs(judged) > Following::exactTolerance) {
        m_aimedAt = now;
        m_errors.clear();
        return Jump{.to = aheadOf(target)};
    }
    const auto ppm = judged * 1'000'000 / microseconds(Following::caughtUpIn);
    return Nudge{.ppm = std::clamp(int(ppm), -Following::mostPpm, Following::mostPpm)};
}

bool Follower::mayJump(microseconds error, TimePoint now)
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
