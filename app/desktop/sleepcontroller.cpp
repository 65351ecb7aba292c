// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/sleepcontroller.h"

#include "app/desktop/playercontroller.h"

using namespace std::chrono_literals;

namespace Desktop {

namespace {

constexpr std::chrono::milliseconds tickEvery = 1s;
constexpr std::chrono::milliseconds fadeEvery = 50ms; // in steps nobody hears

std::chrono::steady_clock::time_point now() { return std::chrono::steady_clock::now(); }

} // namespace

SleepController::SleepController(PlayerController &player, QObject *parent)
    : QObject(parent)
    , m_player(player)
{
    connect(&m_tick, &QTimer::timeout, this, &SleepController::step);
}

QString SleepController::leftText() const
{
    if (!m_timer.isRunning())
        return {};
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(m_timer.left(now()));
    return seconds > 60s ? tr("%1 min").arg(std::chrono::ceil<std::chrono::minutes>(seconds).count())
                         : tr("%1 s").arg(seconds.count());
}

void SleepController::start(int minutes)
{
    if (minutes <= 0)
        return cancel();
    m_minutes = minutes;
    startFor(std::chrono::minutes(minutes));
}

void SleepController::startFor(std::chrono::milliseconds length)
{
    m_timer.start(length, now());
    step();
    Q_EMIT changed();
}

void SleepController::cancel()
{
    m_timer.cancel();
    step();
}

void SleepController::step()
{
    const auto what = m_timer.next(m_player.playing(), now());
    if (what.pause)
        m_player.toggle();
    if (what.gain != m_gain) {
        m_gain = what.gain;
        Q_EMIT gainChanged();
    }
    if (m_timer.isRunning()) {
        m_tick.start(m_timer.left(now()) > Player::Sleeping::fade + tickEvery ? tickEvery : fadeEvery);
    } else {
        m_tick.stop();
        if (std::exchange(m_minutes, 0) != 0)
            Q_EMIT changed();
    }
    Q_EMIT leftChanged();
}

} // namespace Desktop
