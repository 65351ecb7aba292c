// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/redis/client.h"
#include "sync/store/sharedrows.h"

namespace Sync::Redis {

/// Rows in Redis: a hash for each shelf, whose values are the time of the change in milliseconds on Redis'
/// clock, a space, and the row.
class RedisRows final : public SharedRows
{
public:
    /// What @p client must know.
    [[nodiscard]] static const Script &putScript();

    /// @p hub: as in RedisStore. The client must outlive this.
    RedisRows(Client &client, QString hub);

    void follow(const QString &shelf) override;
    void put(const QString &shelf, const QList<SharedRow> &rows,
             const std::function<void(bool)> &done) override;

private:
    void read(const QString &shelf, const QByteArray &cursor);
    void hear(const QByteArray &channel, const QByteArray &text);
    [[nodiscard]] SharedRow rowFrom(const QByteArray &key, const QByteArray &stored) const;
    [[nodiscard]] std::chrono::milliseconds aheadOfUs() const;

    Client &m_client;
    const QString m_hub;
    QHash<QByteArray, QString> m_shelves; ///< by channel
};

} // namespace Sync::Redis
