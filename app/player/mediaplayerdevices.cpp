// SPDX-License-Identifier: Apache-2.0
#include "app/player/mediaplayeroutput.h"

#include <QAudioDevice>
#include <QAudioOutput>
#include <QMediaDevices>
#include <QMediaPlayer>

namespace Player {

namespace {

QList<SoundDevice> engineDevices()
{
    QList<SoundDevice> devices;
    for (const QAudioDevice &device : QMediaDevices::audioOutputs())
        devices.append({.id = device.id(), .name = device.description()});
    return devices;
}

/// The wanted one where it is there, else the system's default.
QAudioDevice engineDevice(const SoundDevice &wanted)
{
    const auto like = deviceLike(wanted, engineDevices());
    for (const QAudioDevice &device : QMediaDevices::audioOutputs())
        if (like && device.id() == like->id)
            return device;
    return QMediaDevices::defaultAudioOutput();
}

} // namespace

bool MediaPlayerOutput::soundIsPossible()
{
    return !SoundLoss::happened() && !QMediaDevices::audioOutputs().isEmpty();
}

void MediaPlayerOutput::openDevice()
{
    const QAudioDevice device = engineDevice(m_wantedDevice);
    m_device = {.id = device.id(), .name = device.description()};
    sayWhere();
    m_audio = std::make_unique<QAudioOutput>(device);
}

void MediaPlayerOutput::giveUpSound()
{
    notice(tr("The sound device is gone: playing in silence until the next start of the program."));
    if (!m_inSilence)
        loadHere();
}

void MediaPlayerOutput::setDevice(const SoundDevice &device)
{
    m_wantedDevice = device;
    if (!m_inSilence && soundIsPossible() && engineDevice(device).id() != m_device.id)
        loadHere();
    else if (!m_device.id.isEmpty() && !m_inSilence)
        sayWhere();
}

void MediaPlayerOutput::mindDevices()
{
    if (!active())
        return;
    const auto devices = engineDevices();
    if (m_inSilence || devices.isEmpty()) {
        if (m_inSilence && soundIsPossible()) {
            loadHere();
            notice(tr("Playing on %1.").arg(m_device.name));
        } else if (!m_inSilence) {
            loadHere();
        }
        return;
    }
    const auto wanted = deviceLike(m_wantedDevice, devices);
    if (wanted && m_device.id != wanted->id)
        return loadHere(); // what somebody has chosen is back
    if (deviceLike({.id = m_device.id}, devices))
        return;
    // Nothing to load: the sound server has moved the sound itself, without a break.
    const QString gone = m_device.name;
    m_device =
        deviceLike({.id = QMediaDevices::defaultAudioOutput().id()}, devices).value_or(devices.first());
    Q_EMIT unplugged();
    notice(tr("%1 is gone: playing on %2.").arg(gone, m_device.name));
}

void MediaPlayerOutput::sayWhere()
{
    const bool elsewhere = !m_wantedDevice.isEmpty() && !deviceLike(m_wantedDevice, {m_device});
    notice(elsewhere ? tr("The chosen sound device is not there: playing on %1.").arg(m_device.name)
                     : QString());
}

void MediaPlayerOutput::loadHere()
{
    if (!isAtWork())
        return;
    m_place = position();
    become(Condition::Loading);
    load();
}

} // namespace Player
