// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/volumewishes.h"

using namespace std::chrono_literals;

namespace Desktop {

namespace {

using Sync::Native::Volume;

constexpr std::chrono::milliseconds answeredWithin = 2s;

/// @p volume with what @p wish says of it.
Volume with(const Volume &volume, const Volume &wish)
{
    return {.percent = wish.percent ? wish.percent : volume.percent,
            .muted = wish.muted ? wish.muted : volume.muted};
}

} // namespace

VolumeWishes::VolumeWishes(std::function<void(const QString &, const Volume &)> send, QObject *parent)
    : QObject(parent)
    , m_send(std::move(send))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(answeredWithin);
    connect(&m_patience, &QTimer::timeout, this, &VolumeWishes::giveUp);
}

void VolumeWishes::wish(const QString &id, const Volume &now, const Volume &wished)
{
    if (!m_wishes.contains(id) && with(now, wished) == now)
        return;
    Wish &wish = m_wishes[id];
    wish.next = with(wish.next, wished);
    if (wish.sent.isEmpty())
        send(id, wish);
}

Volume VolumeWishes::shown(const QString &id, const Volume &now) const
{
    const Wish wish = m_wishes.value(id);
    return with(with(now, wish.sent), wish.next);
}

void VolumeWishes::send(const QString &id, Wish &wish)
{
    wish.sent = std::exchange(wish.next, {});
    m_patience.start();
    m_send(id, Volume(wish.sent));
}

void VolumeWishes::hear(const QString &id, const Volume &now)
{
    const auto wish = m_wishes.find(id);
    if (wish == m_wishes.end() || with(now, wish->sent) != now)
        return;
    if (with(now, wish->next) != now)
        return send(id, *wish);
    m_wishes.erase(wish);
    Q_EMIT settled();
}

void VolumeWishes::giveUp()
{
    m_patience.stop();
    m_wishes.clear();
    Q_EMIT settled();
}

} // namespace Desktop
