// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/redis/client.h"
#include "sync/store/redis/redisrows.h"
#include "sync/store/sharedstore.h"

#include <QHash>

namespace Sync::Redis {

/// Sessions in Redis: a hash for each, with what each hub wrote last, and an index of all by when they were
/// used. What is one user's carries a hash tag, so that a cluster keeps it together.
class RedisStore final : public SharedStore
{
public:
    /// @p hub: the id by which this program is known to others that use the same Redis.
    RedisStore(const Address &address, QString hub);

    [[nodiscard]] QFuture<Loaded> load(const QString &user) override;
    [[nodiscard]] QFuture<Saved> save(const QString &user, const Record &record,
                                      const std::optional<Version> &expected) override;
    [[nodiscard]] QFuture<QList<Kept>> kept(const QString &prefix) override;
    void remove(const QString &user) override;

    [[nodiscard]] bool isReachable() const override { return m_client.isReady(); }
    void watch(const QString &user) override;
    void unwatch(const QString &user) override;
    [[nodiscard]] SharedRows &rows() override { return m_rows; }
    void say(const QString &user, const QByteArray &word) override;
    void announce(const QByteArray &self) override;
    [[nodiscard]] std::optional<HubTime> seen(const QString &hub) const override;
    [[nodiscard]] qint64 lastWrite() const override { return m_writes; }
    [[nodiscard]] std::chrono::microseconds clockOffset() const override;

private:
    [[nodiscard]] QByteArray index() const;
    void tellPresence();
    void takePresent(const QList<Reply> &items);
    void hear(const QByteArray &channel, const QByteArray &text);
    void complain(const QString &doing, const QString &reason);

    const QString m_hub;
    const Script m_save;
    const Script m_presence;
    Client m_client;
    RedisRows m_rows;
    qint64 m_writes; ///< none of them had a number of an earlier run
    QByteArray m_self; ///< what others are to hear; empty: nothing yet
    QTimer m_tellPresence;
    QByteArrayList m_others;
    HubTime m_presentAt; ///< when it was last known which hubs are there
    QHash<QString, HubTime> m_seen; ///< other hubs, and when each said last that it is there
    QString m_complaint; ///< the last that was logged
    QHash<QByteArray, QString> m_watched; ///< channel: user
};

} // namespace Sync::Redis
