// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/volumewishes.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace Desktop {

namespace {

using Sync::Native::Device;
using Sync::Native::Volume;

constexpr std::chrono::milliseconds answeredWithin = 2s;

/// @p volume with what @p wish says of it.
Volume with(const Volume &volume, const Volume &wish)
{
    return {.percent = wish.percent ? wish.percent : volume.percent,
            .muted = wish.muted ? wish.muted : volume.muted};
}

} // namespace

VolumeWishes::VolumeWishes(Sync::Link &link, QObject *parent)
    : QObject(parent)
    , m_link(link)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(answeredWithin);
    connect(&m_patience, &QTimer::timeout, this, &VolumeWishes::giveUp);
    connect(&link, &Sync::Link::devicesChanged, this, &VolumeWishes::hear);
    connect(&link, &Sync::Link::faulted, this, [this](const Sync::Native::Fault &fault) {
        if (fault.command == Sync::Native::SetVolume::type || !m_link.isConnected())
            giveUp();
    });
}

void VolumeWishes::wish(const Device &device, const Volume &volume)
{
    if (!m_wishes.contains(device.id) && with(device.volume, volume) == device.volume)
        return;
    Wish &wish = m_wishes[device.id];
    wish.next = with(wish.next, volume);
    if (wish.sent.isEmpty())
        send(device.id, wish);
}

Volume VolumeWishes::shown(const Device &device) const
{
    const Wish wish = m_wishes.value(device.id);
    return with(with(device.volume, wish.sent), wish.next);
}

void VolumeWishes::send(const QString &device, Wish &wish)
{
    wish.sent = std::exchange(wish.next, {});
    m_patience.start();
    m_link.send(Sync::Native::SetVolume{.device = device, .volume = Volume(wish.sent)});
}

void VolumeWishes::hear()
{
    bool isSettled = false;
    for (const Device &device : m_link.devices()) {
        const auto wish = m_wishes.find(device.id);
        if (wish == m_wishes.end() || with(device.volume, wish->sent) != device.volume)
            continue;
        if (with(device.volume, wish->next) != device.volume) {
            send(device.id, *wish);
        } else {
            m_wishes.erase(wish);
            isSettled = true;
        }
    }
    if (isSettled)
        Q_EMIT settled();
}

void VolumeWishes::giveUp()
{
    m_patience.stop();
    m_wishes.clear();
    Q_EMIT settled();
}

} // namespace Desktop
