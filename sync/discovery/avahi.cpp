// SPDX-License-Identifier: Apache-2.0
#include "sync/discovery/avahi.h"

#include "sync/discovery/logging.h"

#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>

using namespace Qt::StringLiterals;

namespace Sync::Discovery {

namespace {

const QString service = u"org.freedesktop.Avahi"_s;
constexpr int running = 2; // AVAHI_SERVER_RUNNING

} // namespace

Avahi::Avahi(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    if (!m_bus.isConnected()) {
        qCInfo(discoveryLog) << "There is no D-Bus system bus here: other Segues find this one, and this one "
                                "them, by address alone.";
        return;
    }
    qDBusRegisterMetaType<QByteArrayList>(); // a TXT record
    // No sender is named: QtDBus would wait for the bus to say who that is. hear() looks at it.
    for (const QString &interface : {AvahiInterface::server, AvahiInterface::entryGroup,
                                     AvahiInterface::serviceBrowser, AvahiInterface::serviceResolver})
        m_bus.connect({}, {}, interface, {}, this, SLOT(hear(QDBusMessage)));
    m_watcher.setConnection(m_bus);
    m_watcher.setWatchMode(QDBusServiceWatcher::WatchForOwnerChange);
    m_watcher.addWatchedService(service);
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &owner) { setOwner(owner); });
    QDBusMessage question = QDBusMessage::createMethodCall(
        u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, u"GetNameOwner"_s);
    question << service;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusMessage reply = watcher->reply();
        if (reply.type() == QDBusMessage::ReplyMessage)
            return setOwner(reply.arguments().value(0).toString());
        qCInfo(discoveryLog)
            << "Avahi does not run here: until it does, other Segues find this one, and this "
               "one them, by address alone.";
        Q_EMIT absent();
    });
}

void Avahi::call(const QString &path, const QString &interface, const QString &method,
                 const QVariantList &arguments, QObject *context, const Then &then)
{
    // To the one that is there now: another one would not know the object.
    QDBusMessage message = QDBusMessage::createMethodCall(m_owner, path, interface, method);
    message.setArguments(arguments);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), context);
    connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, then, owner = m_owner, this] {
        watcher->deleteLater();
        if (owner == m_owner)
            then(watcher->reply());
    });
}

void Avahi::call(const QString &path, const QString &interface, const QString &method)
{
    if (!m_owner.isEmpty())
        m_bus.send(QDBusMessage::createMethodCall(m_owner, path, interface, method));
}

void Avahi::setOwner(const QString &owner)
{
    if (owner == m_owner)
        return;
    // Whatever the former one had made is gone with it.
    m_owner.clear();
    setState(0);
    m_owner = owner;
    if (!owner.isEmpty())
        call(avahiRoot, AvahiInterface::server, u"GetState"_s, {}, this,
             [this](const QDBusMessage &reply) { setState(reply.arguments().value(0).toInt()); });
}

void Avahi::setState(int state)
{
    if (std::exchange(m_running, state == running) != m_running)
        Q_EMIT runningChanged();
}

void Avahi::hear(const QDBusMessage &message)
{
    if (m_owner.isEmpty() || message.service() != m_owner)
        return;
    if (message.path() == avahiRoot && message.member() == "StateChanged"_L1)
        return setState(message.arguments().value(0).toInt());
    Q_EMIT told(message.path(), message.member(), message.arguments());
}

QString objectIn(const QDBusMessage &reply)
{
    return reply.type() == QDBusMessage::ReplyMessage
        ? reply.arguments().value(0).value<QDBusObjectPath>().path()
        : QString();
}

} // namespace Sync::Discovery
