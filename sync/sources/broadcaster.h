// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/connection.h"
#include "sync/sources/eventlog.h"
#include "sync/sources/subscription.h"

#include <QTimer>

#include <unordered_map>

namespace Sync::Sources {

/// Tells subscribers what happens: each event is encoded once, and told to all who want it (docs/events.md).
/// One who does not read gets the newest state later, not what was missed. Hub thread.
class Broadcaster : public QObject
{
    Q_OBJECT

public:
    /// @p snapshot: the whole state of each source, as @p user may see it.
    explicit Broadcaster(std::function<std::vector<Event>(const QString &user)> snapshot);
    ~Broadcaster() override;

    void admit(std::unique_ptr<Connection> connection, const Subscription &subscription);
    /// @p user: whose it is; empty: everybody's.
    void tell(const Event &event, const QString &user);
    /// Ends what came in with that token.
    void drop(qint64 token);
    [[nodiscard]] int subscribers() const { return int(m_subscribers.size()); }

private:
    struct Subscriber {
        std::unique_ptr<Connection> connection;
        Subscription subscription;
    };

    [[nodiscard]] static bool isFor(const Subscriber &subscriber, const LoggedEvent &event);
    void greet(const Subscriber &subscriber);
    void sendSnapshot(const Subscriber &subscriber);
    void catchUp(const Subscriber &subscriber);
    void tellBurst(const QString &user);
    void tick();

    const std::function<std::vector<Event>(const QString &)> m_snapshot;
    EventLog m_log;
    std::unordered_map<QString, Burst> m_bursts; ///< of each user's
    QTimer m_ping;
    // Last, so that nothing above is gone while connections close.
    std::unordered_map<ConnectionId, Subscriber> m_subscribers;
};

} // namespace Sync::Sources
