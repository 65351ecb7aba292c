// SPDX-License-Identifier: Apache-2.0
#include "app/player/sessionplayer.h"

#include <algorithm>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Player {

namespace {

constexpr int failuresAtMost = 10; // in a row; the disk may be away, or one broken track repeat

} // namespace

void SessionPlayer::giveUp(const QString &sentence)
{
    if (!m_key)
        return;
    m_failure = sentence;
    notice(sentence);
    Q_EMIT failed(m_key->track, sentence);
    report();
    // Whoever can play it goes on. Somebody who has just begun to has not been heard of yet.
    if (hasOthers())
        m_giveUp.start();
    else
        passOver();
}

/// With nobody left the session would stand at a file that makes no sound.
bool SessionPlayer::isToPassOver() const
{
    const auto wanted = target();
    return m_failure && m_passedOver != m_key && m_link.isConnected() && wanted && !wanted->paused
        && !othersSound();
}

void SessionPlayer::passOver()
{
    if (!isToPassOver())
        return;
    if (++m_failuresInARow < failuresAtMost) {
        m_passedOver = m_key;
        m_link.send(Sync::Native::Ended{.playId = m_key->playId}); // what was started has been stopped by now
        return;
    }
    m_failuresInARow = 0;
    notice(*m_failure + QChar(u' ')
           + tr("Playing has stopped: %n tracks in a row could not be played.", nullptr, failuresAtMost));
    m_link.send(Sync::Native::Pause{});
}

void SessionPlayer::finishTrack()
{
    if (m_started)
        m_link.send(
            Sync::Native::Ended{.playId = m_started->playId, .at = m_link.hubNow() - m_output->endedAgo()});
}

void SessionPlayer::report()
{
    const auto &state = m_link.state();
    if (!state || !state->player)
        return;
    const milliseconds position = std::max(m_output->position(), 0ms);
    const bool sounds = m_output->condition() == Condition::Sounding;
    m_link.send(Sync::Native::Report{.revision = state->revision,
                                     .position = position,
                                     .condition = reported(),
                                     .time = {.error = sounds ? m_output->heardAt() - m_link.timeline() : 0us,
                                              .clockError = m_link.clockError(),
                                              .pacePpm = m_pacePpm}});
}

// Not the own one: what the list says of it may be older than what this knows.
bool SessionPlayer::isOther(const Sync::Native::Device &device) const
{
    return device.id != m_link.deviceId() && device.active && device.wire == Sync::Native::Wire::Native;
}

bool SessionPlayer::hasOthers() const
{
    return std::ranges::any_of(m_link.devices(), [this](const auto &device) { return isOther(device); });
}

bool SessionPlayer::othersSound() const
{
    return std::ranges::any_of(m_link.devices(), [this](const auto &device) {
        return isOther(device) && Sync::Native::canSound(device.condition);
    });
}

Sync::Native::Condition SessionPlayer::reported() const
{
    using Reported = Sync::Native::Condition;
    if (!m_key)
        return Reported::Idle;
    if (m_media.isEmpty())
        return Reported::Missing;
    if (m_failure)
        return Reported::Failed;
    switch (m_output->condition()) {
    case Condition::Idle:
        return Reported::Idle;
    case Condition::Loading:
        return Reported::Loading;
    case Condition::Sounding:
        return Reported::Sounding;
    case Condition::Paused:
        return Reported::Paused;
    case Condition::Failed:
        return Reported::Failed;
    }
    Q_UNREACHABLE();
}

std::optional<Sync::Native::Playing> SessionPlayer::playing() const
{
    const auto position = soundingAt();
    if (!position || !m_started || !m_link.state())
        return std::nullopt;
    return Sync::Native::Playing{
        .epoch = m_link.state()->epoch, .playId = m_started->playId, .position = *position};
}

} // namespace Player
