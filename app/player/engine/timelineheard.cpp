// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/timelineoutput.h"

#include <algorithm>
#include <utility>

namespace Player {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

std::chrono::microseconds TimelineOutput::heardAt() const
{
    if (m_heard && m_sink.isOpen())
        return placeAt(m_sink.heard());
    const std::chrono::microseconds place = m_place;
    if (!m_ebb)
        return place;
    const auto passed = std::chrono::steady_clock::now() - m_ebb->since;
    return std::min(place, m_ebb->place + std::chrono::duration_cast<std::chrono::microseconds>(passed));
}

/// Where the media stands when that frame is heard.
std::chrono::microseconds TimelineOutput::placeAt(std::int64_t frame) const
{
    if (!m_run || !m_heard || m_ahead || m_heard->serial != m_run->serial)
        return m_place;
    std::int64_t place = m_heard->place;
    if (m_heard->kind == Mark::Kind::Runs) {
        if (!m_marks.empty()) // the timer that minds it may be late
            frame = std::min(frame, m_marks.front().frame);
        place += std::max<std::int64_t>(frame - m_heard->frame, 0);
    }
    const std::chrono::microseconds heard = m_sink.mixer()->format().timeOf(place);
    return m_claimed ? heard - m_run->length : heard;
}

void TimelineOutput::takeMarks()
{
    while (const auto mark = m_sink.isOpen() ? m_sink.mixer()->takeMark() : std::nullopt)
        m_marks.push_back(*mark);
    hear();
}

void TimelineOutput::hear()
{
    while (m_sink.isOpen() && !m_marks.empty()) {
        const std::int64_t ahead = m_marks.front().frame - m_sink.heard();
        if (ahead > 0)
            return m_due.start(std::chrono::ceil<milliseconds>(m_sink.mixer()->format().timeOf(ahead)));
        const Mark mark = m_marks.front();
        m_marks.pop_front();
        arrive(mark);
    }
}

void TimelineOutput::arrive(const Mark &mark)
{
    if (!m_run || mark.serial != m_run->serial)
        return;
    if (mark.kind == Mark::Kind::Ends) {
        m_endedAgo = m_sink.mixer()->format().timeOf(std::max<std::int64_t>(m_sink.heard() - mark.frame, 0));
        return finish();
    }
    m_heard = mark;
    if (mark.kind == Mark::Kind::Runs && m_condition == Condition::Loading)
        become(m_wantPaused ? Condition::Paused : Condition::Sounding);
    if (mark.kind == Mark::Kind::Rests && m_wantPaused)
        m_unused.start();
}

void TimelineOutput::finish()
{
    m_place = m_run->length > 0ms ? m_run->length : position();
    const bool isThere = m_next && !m_marks.empty() && m_marks.front().serial == m_next->serial;
    if (m_claimed && !isThere) { // it could not be opened in time
        m_place = 0ms;
        become(Condition::Loading);
        return begin();
    }
    m_run.reset();
    if (isThere) {
        m_heard = m_marks.front();
        m_marks.pop_front();
        m_run = std::exchange(m_next, std::nullopt);
        m_isHeld = false;
        if (std::exchange(m_claimed, false)) {
            takeProblem(m_run->serial, m_run->problem);
            m_next = std::exchange(m_afterClaimed, std::nullopt);
            return orderNext();
        }
        m_ahead = true;
        m_unclaimed.start();
    } else {
        m_unused.start();
    }
    become(Condition::Idle);
    Q_EMIT ended();
}

} // namespace Player
