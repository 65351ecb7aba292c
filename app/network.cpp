// SPDX-License-Identifier: Apache-2.0
#include "app/network.h"

#include "sync/discovery/addresses.h"

namespace App {

Network::Network(Sync::Link &link, const Sync::DeviceIdentity &who, const QString &tokens, bool tlsOnly)
    : m_id(who.id)
    , m_tlsOnly(tlsOnly)
    , m_name(who.name)
    , m_avahi(QDBusConnection::systemBus())
    , m_announcement(m_avahi)
    , m_browser(m_avahi, who.id)
    , m_joining(link, m_browser, who, tokens)
{
}

void Network::showHub(const QHostAddress &bound, quint16 port, const QByteArray &fingerprint)
{
    m_bound = bound;
    m_port = port;
    m_fingerprint = fingerprint;
    announce();
}

void Network::hideHub()
{
    m_bound.reset();
    announce();
}

void Network::rename(const QString &name)
{
    m_name = name;
    m_joining.rename(name);
    announce();
}

void Network::announce()
{
    if (!m_bound || m_bound->isLoopback())
        return m_announcement.withdraw();
    m_announcement.announce({.name = m_name,
                             .port = m_port,
                             .facts = {.id = m_id,
                                       .version = QStringLiteral(SEGUE_VERSION),
                                       .tls = m_tlsOnly,
                                       .fingerprint = m_tlsOnly ? m_fingerprint : QByteArray()},
                             .place = Sync::Discovery::placeOf(*m_bound, Sync::Discovery::ownInterfaces())});
}

} // namespace App
