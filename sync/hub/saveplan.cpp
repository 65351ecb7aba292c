// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/saveplan.h"

#include "sync/limits.h"

#include <algorithm>

namespace Sync {

SavePlan::Next SavePlan::changed()
{
    m_dirty = true;
    return m_state == State::Idle ? startDelay() : Next::Wait;
}

SavePlan::Next SavePlan::wanted()
{
    if (stored())
        return Next::Wait;
    m_wanted = true;
    return m_state == State::Busy || m_failures > 0 ? Next::Wait : write();
}

SavePlan::Next SavePlan::delayOver() { return write(); }

SavePlan::Next SavePlan::written(Saved saved)
{
    switch (saved) {
    case Saved::Yes:
        m_failures = 0;
        m_state = State::Idle;
        if (m_dirty)
            return m_wanted ? write() : startDelay();
        m_wanted = false;
        return Next::Wait;
    case Saved::Conflict:
    case Saved::Unclear:
        m_dirty = true;
        return Next::Read;
    case Saved::Failed:
        return failed();
    }
    Q_UNREACHABLE();
}

SavePlan::Next SavePlan::versionRead(bool ok) { return ok ? write() : failed(); }

std::chrono::milliseconds SavePlan::delay() const
{
    if (m_failures == 0)
        return Limits::writeWithin;
    constexpr int mostDoublings = 10;
    return std::min(Limits::rewriteFirst * (1 << std::min(m_failures - 1, mostDoublings)),
                    Limits::rewriteLast);
}

SavePlan::Next SavePlan::write()
{
    m_dirty = false;
    m_state = State::Busy;
    return Next::Write;
}

SavePlan::Next SavePlan::failed()
{
    m_dirty = true;
    ++m_failures;
    return startDelay();
}

SavePlan::Next SavePlan::startDelay()
{
    m_state = State::Delaying;
    return Next::StartDelay;
}

} // namespace Sync
