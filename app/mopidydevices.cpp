// SPDX-License-Identifier: Apache-2.0
#include "app/mopidydevices.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <utility>

using namespace Qt::StringLiterals;

namespace App {

namespace Sources = Sync::Sources;
namespace Native = Sync::Native;

namespace {

Q_LOGGING_CATEGORY(mopidyLog, "segue.mopidy", QtInfoMsg)

Player::Volume volumeOf(const Sources::PlayerFacts &facts)
{
    return {.percent = facts.volumePercent, .muted = facts.muted};
}

} // namespace

MopidyDevice::MopidyDevice(const Sources::MopidyChange &first, const MediaOf &mediaOf,
                           const Player::MopidyOutput::Perform &perform)
    : m_id(first.player.id)
    , m_facts(first.player)
    , m_ownAddress(first.ownAddress)
    , m_perform(perform)
    , m_link({.id = u"mopidy-"_s + m_id, .name = first.player.name, .output = true, .active = false})
    , m_output(new Player::MopidyOutput(m_id, m_perform))
    , m_player(m_link, std::unique_ptr<Player::Output>(m_output),
               [this, mediaOf](Sync::TrackId track) { return mediaOf(track, m_ownAddress); })
{
    m_player.setVolume(volumeOf(m_facts)); // before anybody is told of it
    connect(&m_player, &Player::SessionPlayer::volumeChanged, this, &MopidyDevice::sendVolume);
    connect(&m_player, &Player::SessionPlayer::noticed, this, [this](const QString &sentence) {
        if (!sentence.isEmpty())
            qCWarning(mopidyLog).noquote() << m_facts.name + u':' << sentence;
    });
    connect(m_output, &Player::MopidyOutput::pausedThere, this, [this] { m_link.send(Native::Pause{}); });
    connect(m_output, &Player::MopidyOutput::resumedThere, this, [this] { m_link.send(Native::Resume{}); });
    connect(m_output, &Player::MopidyOutput::soughtThere, this,
            [this](std::chrono::milliseconds to) { m_link.send(Native::Seek{.position = to}); });
    connect(m_output, &Player::MopidyOutput::skippedThere, this, [this] { m_link.send(Native::Next{}); });
    connect(m_output, &Player::MopidyOutput::takenAway, this, &MopidyDevice::giveWay);
    m_output->take(first.player, {}, first.certain);
}

void MopidyDevice::take(const Sources::MopidyChange &change)
{
    m_facts = change.player;
    m_ownAddress = change.ownAddress;
    m_output->take(change.player, change.events, change.certain);
    if (!m_setsVolume)
        m_player.setVolume(volumeOf(m_facts));
}

void MopidyDevice::leave()
{
    m_output->disconnect(this); // what it is told from now on fails, and is nobody's wish
    m_link.leave(m_player.soundingAt(), [this] { deleteLater(); });
}

/// Somebody at the Mopidy wants it for something else.
void MopidyDevice::giveWay()
{
    QStringList others;
    for (const Native::Device &device : m_link.devices())
        if (device.active && device.id != m_link.deviceId())
            others.append(device.id);
    if (others.isEmpty())
        m_link.send(Native::Pause{});
    else
        m_link.send(Native::ChooseOutputs{.devices = others});
}

/// One at a time: a slider that is being moved wishes more often than a Mopidy answers.
void MopidyDevice::sendVolume()
{
    const Player::Volume wanted = m_player.volume();
    if (m_setsVolume || wanted == volumeOf(m_facts))
        return;
    m_setsVolume = true;
    m_perform(Sources::SetVolume{.player = m_id, .percent = wanted.percent, .muted = wanted.muted},
              [this, wanted](const QString &reason) {
                  m_setsVolume = false;
                  if (reason.isEmpty() && m_player.volume() != wanted)
                      sendVolume();
                  else
                      m_player.setVolume(volumeOf(m_facts)); // it may know fewer steps
              });
}

MopidyDevices::MopidyDevices(Sources::MopidySource &source, QUrl hub, MopidyDevice::MediaOf mediaOf)
    : m_source(source)
    , m_hub(std::move(hub))
    , m_mediaOf(std::move(mediaOf))
{
    connect(&source, &Sources::MopidySource::changed, this, &MopidyDevices::take, Qt::QueuedConnection);
    // What came before that.
    QMetaObject::invokeMethod(&source, &Sources::MopidySource::tellAll, Qt::QueuedConnection);
}

MopidyDevices::~MopidyDevices() { m_source.disconnect(this); }

void MopidyDevices::take(const Sources::MopidyChange &change)
{
    MopidyDevice *&device = m_devices[change.player.id];
    if (!change.player.online) {
        if (device)
            std::exchange(device, nullptr)->leave();
        return;
    }
    if (device)
        return device->take(change);
    auto *const fresh = new QObject(this); // what is asked for goes with the device
    device = new MopidyDevice(change, m_mediaOf,
                              [this, asker = QPointer(fresh)](const auto &command, const auto &done) {
                                  perform(asker, command, done);
                              });
    device->setParent(this);
    fresh->setParent(device);
    device->open(m_hub);
}

void MopidyDevices::perform(const QPointer<QObject> &asker, const Sources::Command &command,
                            const Player::MopidyOutput::Done &done)
{
    QMetaObject::invokeMethod(
        &m_source,
        [source = &m_source, asker, command, done] {
            source->perform(command).then([asker, done](const QString &reason) {
                // From the source's thread to the asker's, if it is still there.
                QMetaObject::invokeMethod(
                    qApp,
                    [asker, done, reason] {
                        if (asker)
                            done(reason);
                    },
                    Qt::QueuedConnection);
            });
        },
        Qt::QueuedConnection);
}

} // namespace App
