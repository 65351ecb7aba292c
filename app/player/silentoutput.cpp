// SPDX-License-Identifier: Apache-2.0
#include "app/player/silentoutput.h"

#include <algorithm>

namespace Player {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

SilentOutput::SilentOutput(QObject *parent)
    : Output(parent)
{
    m_end.setSingleShot(true);
    m_end.setTimerType(Qt::PreciseTimer);
    connect(&m_end, &QTimer::timeout, this, [this] {
        m_from = m_duration;
        m_running.invalidate();
        become(Condition::Idle);
        Q_EMIT ended();
    });
}

void SilentOutput::start(const Media &media, milliseconds from, bool paused)
{
    m_duration = media.length;
    become(paused ? Condition::Paused : Condition::Sounding);
    goFrom(from);
}

void SilentOutput::pause()
{
    if (m_condition != Condition::Sounding)
        return;
    become(Condition::Paused);
    goFrom(position());
}

void SilentOutput::resume()
{
    if (m_condition != Condition::Paused)
        return;
    become(Condition::Sounding);
    goFrom(m_from);
}

void SilentOutput::seek(milliseconds to)
{
    if (m_condition != Condition::Idle)
        goFrom(to);
}

void SilentOutput::stop()
{
    m_from = 0ms;
    m_running.invalidate();
    m_end.stop();
    become(Condition::Idle);
}

milliseconds SilentOutput::position() const
{
    const auto elapsed = m_running.isValid() ? milliseconds(m_running.elapsed()) : 0ms;
    const auto position = m_from + elapsed;
    return m_duration > 0ms ? std::min(position, m_duration) : position;
}

void SilentOutput::goFrom(milliseconds position)
{
    m_from = std::max(position, 0ms);
    m_running.invalidate();
    m_end.stop();
    if (m_condition != Condition::Sounding)
        return;
    m_running.start();
    if (m_duration > 0ms)
        m_end.start(std::max(m_duration - m_from, 0ms));
}

void SilentOutput::become(Condition condition)
{
    if (m_condition == condition)
        return;
    m_condition = condition;
    Q_EMIT conditionChanged();
}

} // namespace Player
