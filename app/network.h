// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/discovery/announcement.h"
#include "sync/discovery/joining.h"

namespace App {

/// This program among the others of its network: what is told there of its own hub, which other hubs there
/// are, and the way into one of them. Main thread.
class Network : public QObject
{
    Q_OBJECT

public:
    /// @p link must outlive it. @p tokens: path of the file with the tokens that other hubs gave. @p tlsOnly:
    /// the own hub lets nobody else in without TLS.
    Network(Sync::Link &link, const Sync::DeviceIdentity &who, const QString &tokens, bool tlsOnly);

    /// The own hub listens there; announced for as long as others can reach it. @p fingerprint: of its
    /// certificate, or empty.
    void showHub(const QHostAddress &bound, quint16 port, const QByteArray &fingerprint);
    /// There is no own hub any more.
    void hideHub();
    void rename(const QString &name);

    [[nodiscard]] const Sync::Discovery::Browser &browser() const { return m_browser; }
    [[nodiscard]] Sync::Joining &joining() { return m_joining; }

private:
    void announce();

    const QString m_id;
    const bool m_tlsOnly;
    QString m_name;
    std::optional<QHostAddress> m_bound;
    quint16 m_port = 0;
    QByteArray m_fingerprint;
    Sync::Discovery::Avahi m_avahi;
    Sync::Discovery::Announcement m_announcement;
    Sync::Discovery::Browser m_browser;
    Sync::Joining m_joining;
};

} // namespace App
