// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/timelineoutput.h"

#include <utility>

namespace Player {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

void TimelineOutput::setTimeline(const std::optional<Timeline> &timeline)
{
    const bool wasTogether = m_timeline.has_value();
    m_timeline = timeline;
    if (wasTogether == timeline.has_value() || !m_sink.isOpen())
        return;
    m_sink.setPace(timeline ? std::optional(0) : std::nullopt);
}

void TimelineOutput::setPace(int ppm)
{
    if (m_timeline && m_sink.isOpen())
        m_sink.setPace(ppm);
}

/// Has the mixer begin what it holds where the timeline says.
void TimelineOutput::align()
{
    if (!m_run || !m_isHeld || !m_sink.isOpen())
        return;
    if (!m_timeline)
        return m_sink.mixer()->hold(0); // alone again meanwhile
    if (!m_sink.isTimed())
        return m_alignAgain.start();
    const auto passed = std::chrono::steady_clock::now() - m_timeline->at;
    const auto place = m_timeline->place + std::chrono::duration_cast<std::chrono::microseconds>(passed);
    m_sink.mixer()->align({.serial = m_run->serial,
                           .frame = m_sink.heard(),
                           .place = m_sink.mixer()->format().framesIn(place)});
}

/// It is what follows anyway, and will be heard soon: of several outputs one is the first to reach the end of
/// a track, and the others hear of it before they have come there.
bool TimelineOutput::claims(const Media &media, milliseconds from) const
{
    return m_condition == Condition::Sounding && m_next && media == m_next->media && from < nearEnough
        && m_run->length > 0ms && m_run->length - position() < nearEnough;
}

/// What was claimed is the run from now on, though it is not heard yet.
void TimelineOutput::takeClaimed()
{
    if (!std::exchange(m_claimed, false))
        return;
    m_run = std::exchange(m_next, std::exchange(m_afterClaimed, std::nullopt));
}

} // namespace Player
