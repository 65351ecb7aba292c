// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/discovery/addresses.h"
#include "sync/discovery/avahi.h"
#include "sync/discovery/foundhub.h"

namespace Sync::Discovery {

/// Where a hub is announced: where it can be reached.
struct Place {
    int interface = allInterfaces; ///< the system's number for it
    Protocol protocol = Protocol::Both;

    bool operator==(const Place &) const = default;
};
/// Of a hub that listens on @p bound.
[[nodiscard]] Place placeOf(const QHostAddress &bound, const QList<Interface> &interfaces);

/// What is told to the network of a hub.
struct Service {
    QString name; ///< of the hub; it may be longer than what can be announced
    quint16 port = 0;
    HubFacts facts;
    Place place{};

    bool operator==(const Service &) const = default;
};

/// Has Avahi announce a hub, for as long as it is to be: through restarts of Avahi, and under another name
/// where the name is taken. With the program it ends by itself. Main thread.
class Announcement : public QObject
{
    Q_OBJECT

public:
    /// @p avahi must outlive it.
    explicit Announcement(Avahi &avahi, QObject *parent = nullptr);
    ~Announcement() override;

    /// From now on, in place of what was announced before.
    void announce(const Service &service);
    void withdraw();

    /// What the network reads now; empty while nothing is announced, or not yet.
    [[nodiscard]] const QString &name() const { return m_announced; }

Q_SIGNALS:
    void nameChanged();

private:
    void renew();
    void drop();
    void fill(const QString &group);
    void rename();
    void hear(const QString &path, const QString &member, const QVariantList &arguments);
    void setAnnounced(const QString &name);

    Avahi &m_avahi;
    std::optional<Service> m_service;
    QString m_tried; ///< the name that is being tried
    QString m_group; ///< Avahi's object; empty: none
    int m_renewals = 0; ///< so that an answer to what was given up is known
    QString m_announced;
};

} // namespace Sync::Discovery
