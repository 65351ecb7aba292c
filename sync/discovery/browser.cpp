// SPDX-License-Identifier: Apache-2.0
#include "sync/discovery/browser.h"

#include "sync/discovery/limits.h"
#include "sync/discovery/logging.h"

#include <QDBusArgument>
#include <QNetworkInterface>
#include <QScopeGuard>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sync::Discovery {

namespace {

/// An answer of a resolver: interface, protocol, name, type, domain, host, protocol of the address, address,
/// port, TXT, flags. Nothing where no Segue can follow it.
std::optional<Sighting> sightingIn(const QVariantList &words)
{
    const auto facts = factsFrom(qdbus_cast<QByteArrayList>(words.value(9)));
    QHostAddress address(words.value(7).toString());
    if (!facts || address.isNull())
        return std::nullopt;
    const QString interface = QNetworkInterface::interfaceNameFromIndex(words.value(0).toInt());
    if (address.protocol() == QAbstractSocket::IPv6Protocol && address.isLinkLocal())
        address.setScopeId(interface);
    return Sighting{.name = words.value(2).toString(),
                    .interface = interface,
                    .address = address,
                    .port = words.value(8).value<quint16>(),
                    .facts = *facts};
}

} // namespace

Browser::Browser(Avahi &avahi, QString own, QObject *parent)
    : QObject(parent)
    , m_avahi(avahi)
    , m_own(std::move(own))
{
    m_lookAgain.setSingleShot(true);
    m_lookAgain.setInterval(Limits::lookAgainAfter);
    connect(&m_lookAgain, &QTimer::timeout, this, &Browser::lookAgain);
    connect(&m_avahi, &Avahi::told, this, &Browser::hear);
    connect(&m_avahi, &Avahi::runningChanged, this, &Browser::begin);
    begin();
}

Browser::~Browser() { release(); }

bool Browser::isComplete() const { return m_allForNow && std::ranges::none_of(m_entries, &Entry::asked); }

/// Prepared first and then started, so that nothing is told before its name is known here.
void Browser::begin()
{
    ++m_beginnings;
    if (!m_avahi.isRunning())
        return forget();
    ++m_preparing;
    m_avahi.call(avahiRoot, AvahiInterface::server2, u"ServiceBrowserPrepare"_s,
                 {allInterfaces, int(Protocol::Both), serviceType, QString(), 0U}, this,
                 [this, beginning = m_beginnings](const QDBusMessage &reply) {
                     const auto done = qScopeGuard([this] { preparedOne(); });
                     const QString browser = objectIn(reply);
                     if (browser.isEmpty()) {
                         qCWarning(discoveryLog).noquote()
                             << "Avahi does not look for other hubs:" << reply.errorMessage();
                         return;
                     }
                     if (beginning != m_beginnings)
                         return m_avahi.call(browser, AvahiInterface::serviceBrowser, u"Free"_s);
                     m_browser = browser;
                     prepared(browser, AvahiInterface::serviceBrowser);
                 });
}

void Browser::forget()
{
    release();
    m_allForNow = false;
    m_preparing = 0; // one that is gone answers no more
    m_early.clear();
    m_entries.clear();
    refresh();
}

/// An Avahi that is gone has no use for it, one that had to find its machine another name has.
void Browser::release()
{
    for (const Entry &entry : std::as_const(m_entries))
        if (!entry.resolver.isEmpty())
            m_avahi.call(entry.resolver, AvahiInterface::serviceResolver, u"Free"_s);
    if (!m_browser.isEmpty())
        m_avahi.call(std::exchange(m_browser, {}), AvahiInterface::serviceBrowser, u"Free"_s);
}

Browser::Entry *Browser::find(const Key &key)
{
    const auto found = std::ranges::find(m_entries, key, &Entry::key);
    return found == m_entries.end() ? nullptr : &*found;
}

void Browser::hear(const QString &path, const QString &member, const QVariantList &arguments)
{
    if (!m_browser.isEmpty() && path == m_browser)
        return hearBrowser(member, arguments);
    const auto entry = std::ranges::find(m_entries, path, &Entry::resolver);
    if (entry != m_entries.end())
        hearResolver(*entry, member, arguments);
    else if (m_preparing > 0 && m_early.size() < Limits::sightings)
        m_early.append({.path = path, .member = member, .arguments = arguments});
}

/// What was asked for has a name now. Its first words may have been heard before: one signal can overtake the
/// answer to a call.
void Browser::prepared(const QString &path, const QString &interface)
{
    m_avahi.call(path, interface, u"Start"_s);
    const QList<Early> early = m_early;
    for (const Early &words : early)
        if (words.path == path)
            hear(path, words.member, words.arguments);
}

void Browser::preparedOne()
{
    if (m_preparing > 0 && --m_preparing == 0)
        m_early.clear();
}

void Browser::hearBrowser(const QString &member, const QVariantList &arguments)
{
    const Key key{.interface = arguments.value(0).toInt(),
                  .protocol = arguments.value(1).toInt(),
                  .name = arguments.value(2).toString(),
                  .domain = arguments.value(4).toString()};
    if (member == "ItemNew"_L1)
        resolve(key);
    else if (member == "ItemRemove"_L1)
        remove(key);
    else if (member == "AllForNow"_L1)
        m_allForNow = true;
    else if (member == "Failure"_L1)
        qCWarning(discoveryLog).noquote()
            << "Avahi looks for other hubs no more:" << arguments.value(0).toString();
    if (isComplete())
        Q_EMIT completed();
}

void Browser::resolve(const Key &key)
{
    Entry *entry = find(key);
    if (!entry && m_entries.size() >= Limits::sightings)
        return;
    if (!entry)
        m_entries.append({.key = key});
    // An address of the protocol by which it was heard is one that is reached by that protocol.
    ++m_preparing;
    m_avahi.call(avahiRoot, AvahiInterface::server2, u"ServiceResolverPrepare"_s,
                 {key.interface, key.protocol, key.name, serviceType, key.domain, key.protocol, 0U}, this,
                 [this, key](const QDBusMessage &reply) {
                     const auto done = qScopeGuard([this] { preparedOne(); });
                     const QString resolver = objectIn(reply);
                     Entry *asking = find(key);
                     if (resolver.isEmpty()) {
                         m_lookAgain.start();
                         if (asking)
                             answered(*asking);
                         return;
                     }
                     if (!asking || !asking->resolver.isEmpty())
                         return m_avahi.call(resolver, AvahiInterface::serviceResolver, u"Free"_s);
                     asking->resolver = resolver;
                     prepared(resolver, AvahiInterface::serviceResolver);
                 });
}

void Browser::remove(const Key &key)
{
    const Entry *entry = find(key);
    if (!entry)
        return;
    if (!entry->resolver.isEmpty())
        m_avahi.call(entry->resolver, AvahiInterface::serviceResolver, u"Free"_s);
    m_entries.removeIf([&key](const Entry &one) { return one.key == key; });
    refresh();
}

void Browser::hearResolver(Entry &entry, const QString &member, const QVariantList &arguments)
{
    if (member == "Found"_L1) {
        entry.sighting = sightingIn(arguments);
    } else if (member == "Failure"_L1) {
        qCDebug(discoveryLog).noquote()
            << entry.key.name
            << "is announced, and does not say where it is:" << arguments.value(0).toString();
        m_avahi.call(std::exchange(entry.resolver, {}), AvahiInterface::serviceResolver, u"Free"_s);
        m_lookAgain.start();
    }
    answered(entry);
}

void Browser::answered(Entry &entry)
{
    const bool first = std::exchange(entry.asked, false);
    refresh();
    if (first && isComplete())
        Q_EMIT completed();
}

void Browser::lookAgain()
{
    QList<Key> unknown;
    for (const Entry &entry : std::as_const(m_entries))
        if (entry.resolver.isEmpty())
            unknown.append(entry.key);
    for (const Key &key : unknown)
        resolve(key);
}

void Browser::refresh()
{
    QList<Sighting> sightings;
    for (const Entry &entry : std::as_const(m_entries))
        if (entry.sighting)
            sightings.append(*entry.sighting);
    QList<FoundHub> hubs = hubsAmong(sightings, m_own);
    if (hubs == m_hubs)
        return;
    m_hubs = std::move(hubs);
    Q_EMIT hubsChanged();
}

} // namespace Sync::Discovery
