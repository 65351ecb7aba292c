// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusServiceWatcher>

#include <functional>

namespace Sync::Discovery {

/// The system's Avahi as D-Bus has it (org.freedesktop.Avahi). It may come, go and come back; nothing here
/// waits for it. Main thread.
class Avahi : public QObject
{
    Q_OBJECT

public:
    /// Says in the log, once, where there is no such bus, or no Avahi on it.
    explicit Avahi(const QDBusConnection &bus, QObject *parent = nullptr);

    /// It is there and knows by which name this machine goes: services may be announced.
    [[nodiscard]] bool isRunning() const { return m_running; }

    using Then = std::function<void(const QDBusMessage &reply)>;
    /// Calls a method of an object of Avahi's. @p then gets the answer or an error; not once @p context is
    /// gone.
    void call(const QString &path, const QString &interface, const QString &method,
              const QVariantList &arguments, QObject *context, const Then &then);
    /// Likewise, where the answer tells nothing.
    void call(const QString &path, const QString &interface, const QString &method);

Q_SIGNALS:
    void runningChanged();
    /// An object of Avahi's has something to say, in the order in which it said it.
    void told(const QString &path, const QString &member, const QVariantList &arguments);
    /// For those who asked nothing of it yet: it is sure now that there is none.
    void absent();

private:
    Q_SLOT void hear(const QDBusMessage &message);
    void setOwner(const QString &owner);
    void setState(int state);

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    QString m_owner; ///< its name on this bus; empty while it is not there
    bool m_running = false;
};

/// As Avahi names its interfaces.
namespace AvahiInterface {
inline const QString server = QStringLiteral("org.freedesktop.Avahi.Server");
inline const QString server2 = QStringLiteral("org.freedesktop.Avahi.Server2");
inline const QString entryGroup = QStringLiteral("org.freedesktop.Avahi.EntryGroup");
inline const QString serviceBrowser = QStringLiteral("org.freedesktop.Avahi.ServiceBrowser");
inline const QString serviceResolver = QStringLiteral("org.freedesktop.Avahi.ServiceResolver");
} // namespace AvahiInterface

/// The one object that is always there.
inline const QString avahiRoot = QStringLiteral("/");
inline const QString serviceType = QStringLiteral("_segue._tcp");
inline constexpr int allInterfaces = -1;

/// Avahi's numbers for the two protocols, and for both.
enum class Protocol { Both = -1, IPv4 = 0, IPv6 = 1 };

/// The path that an answer consists of; empty for an error.
[[nodiscard]] QString objectIn(const QDBusMessage &reply);

} // namespace Sync::Discovery
