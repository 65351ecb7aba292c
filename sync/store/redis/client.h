// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/link/clockfilter.h"
#include "sync/store/redis/address.h"
#include "sync/store/redis/connection.h"

#include <QHostInfo>
#include <QSet>

#include <memory>

namespace Sync::Redis {

/// One thing for Redis to do as a whole.
struct Script {
    explicit Script(const QByteArray &words);

    QByteArray text;
    QByteArray sha; ///< the name by which Redis keeps it
};

/// The way to a Redis: one connection that orders and one that listens, both made anew together whenever one
/// of them is lost. Who hears lost() knows nothing any more; who hears ready() hears from then on whatever is
/// said, and reads what was said before.
class Client : public QObject
{
    Q_OBJECT

public:
    /// @p scripts are known to Redis before ready().
    Client(Address address, QList<Script> scripts);
    ~Client() override;

    [[nodiscard]] const Address &address() const { return m_address; }
    [[nodiscard]] bool isReady() const { return m_isReady; }
    /// At once with nothing while it is not ready.
    void command(const QByteArrayList &words, Answered answered);
    void run(const Script &script, const QByteArrayList &keys, const QByteArrayList &arguments,
             Answered answered);
    /// Of what is said there said() tells from subscribed() on, or from ready() on.
    void subscribe(const QByteArray &channel);
    void unsubscribe(const QByteArray &channel);
    /// What makes this machine's HubClock Redis' clock, which all hubs of it share; nothing before ready().
    [[nodiscard]] std::optional<std::chrono::microseconds> clockOffset() const;

Q_SIGNALS:
    void ready();
    void lost();
    void subscribed(const QByteArray &channel);
    void said(const QByteArray &channel, const QByteArray &text);

private:
    void connectNow();
    void resolved(const QHostInfo &found);
    void begin(const QString &where, quint16 port);
    void greet(Connection &connection, std::function<void()> done);
    void listen();
    void channelHeard(const QByteArray &channel);
    void order();
    void prepare();
    void beat();
    void hear(const QByteArray &channel, const QByteArray &text);
    void drop(const QString &reason);

    const Address m_address;
    const QList<Script> m_scripts;
    const QByteArray m_beatChannel; ///< of this client alone: it hears itself, or it hears nobody
    QString m_where;
    quint16 m_port = 0;
    QSet<QByteArray> m_channels;
    QSet<QByteArray> m_unheard; ///< channels that are not confirmed yet
    bool m_listens = false;
    bool m_isReady = false;
    int m_attempt = 0;
    QString m_complaint; ///< the last that was logged
    HubTime m_heardAt;
    ClockFilter m_clock;
    QTimer m_retry;
    QTimer m_beat;
    int m_lookUp = -1;
    std::unique_ptr<Connection> m_listener;
    std::unique_ptr<Connection> m_orders;
};

} // namespace Sync::Redis
