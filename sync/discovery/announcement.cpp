// SPDX-License-Identifier: Apache-2.0
#include "sync/discovery/announcement.h"

#include "sync/discovery/logging.h"

using namespace Qt::StringLiterals;

namespace Sync::Discovery {

namespace {

// AvahiEntryGroupState
constexpr int established = 2;
constexpr int collision = 3;
constexpr int failure = 4;

} // namespace

Place placeOf(const QHostAddress &bound, const QList<Interface> &interfaces)
{
    Place place;
    if (const int index = interfaceOf(interfaces, bound))
        place.interface = index;
    if (bound == QHostAddress::AnyIPv6)
        place.protocol = Protocol::IPv6;
    else if (bound != QHostAddress::Any)
        place.protocol = bound.protocol() == QAbstractSocket::IPv6Protocol ? Protocol::IPv6 : Protocol::IPv4;
    return place;
}

Announcement::Announcement(Avahi &avahi, QObject *parent)
    : QObject(parent)
    , m_avahi(avahi)
{
    connect(&m_avahi, &Avahi::runningChanged, this, &Announcement::renew);
    connect(&m_avahi, &Avahi::told, this, &Announcement::hear);
}

Announcement::~Announcement() { drop(); }

void Announcement::announce(const Service &service)
{
    if (m_service == service)
        return;
    m_service = service;
    m_tried = serviceName(service.name);
    renew();
}

void Announcement::withdraw()
{
    m_service.reset();
    renew();
}

void Announcement::renew()
{
    drop();
    if (!m_service || !m_avahi.isRunning())
        return;
    m_avahi.call(avahiRoot, AvahiInterface::server, u"EntryGroupNew"_s, {}, this,
                 [this, renewal = ++m_renewals](const QDBusMessage &reply) {
                     const QString group = objectIn(reply);
                     if (renewal != m_renewals)
                         return m_avahi.call(group, AvahiInterface::entryGroup, u"Free"_s);
                     if (group.isEmpty())
                         qCWarning(discoveryLog).noquote()
                             << "Avahi does not announce this hub:" << reply.errorMessage();
                     else
                         fill(group);
                 });
}

/// What was announced is taken back.
void Announcement::drop()
{
    ++m_renewals;
    if (!m_group.isEmpty())
        m_avahi.call(std::exchange(m_group, {}), AvahiInterface::entryGroup, u"Free"_s);
    setAnnounced({});
}

void Announcement::fill(const QString &group)
{
    m_group = group;
    const QVariantList service{m_service->place.interface,
                               int(m_service->place.protocol),
                               0U, // no flags
                               m_tried,
                               serviceType,
                               QString(), // the usual domain
                               QString(), // this machine
                               QVariant::fromValue(m_service->port),
                               QVariant::fromValue(txtOf(m_service->facts))};
    m_avahi.call(group, AvahiInterface::entryGroup, u"AddService"_s, service, this,
                 [this, group](const QDBusMessage &reply) {
                     if (group != m_group)
                         return;
                     if (reply.type() == QDBusMessage::ReplyMessage)
                         return m_avahi.call(group, AvahiInterface::entryGroup, u"Commit"_s);
                     if (reply.errorName().endsWith("CollisionError"_L1)) // with another of this machine
                         return rename();
                     qCWarning(discoveryLog).noquote()
                         << "Avahi does not announce this hub:" << reply.errorMessage();
                 });
}

/// To what Avahi calls the next one of a name: "Attic #2".
void Announcement::rename()
{
    m_avahi.call(avahiRoot, AvahiInterface::server, u"GetAlternativeServiceName"_s, {m_tried}, this,
                 [this, renewal = m_renewals](const QDBusMessage &reply) {
                     if (renewal != m_renewals || reply.type() != QDBusMessage::ReplyMessage)
                         return;
                     m_tried = reply.arguments().value(0).toString();
                     renew();
                 });
}

void Announcement::hear(const QString &path, const QString &member, const QVariantList &arguments)
{
    if (path != m_group || m_group.isEmpty() || member != "StateChanged"_L1)
        return;
    const int state = arguments.value(0).toInt();
    if (state == established)
        setAnnounced(m_tried);
    else if (state == collision)
        rename();
    else if (state == failure)
        qCWarning(discoveryLog).noquote()
            << "Avahi does not announce this hub:" << arguments.value(1).toString();
}

void Announcement::setAnnounced(const QString &name)
{
    if (name == m_announced)
        return;
    m_announced = name;
    if (name.isEmpty())
        qCInfo(discoveryLog) << "This hub is announced to the network no more.";
    else
        qCInfo(discoveryLog).noquote() << "Announced to the network as" << name;
    Q_EMIT nameChanged();
}

} // namespace Sync::Discovery
