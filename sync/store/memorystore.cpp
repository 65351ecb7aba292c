// SPDX-License-Identifier: Apache-2.0
#include "sync/store/memorystore.h"

namespace Sync {

QFuture<Loaded> MemoryStore::load(const QString &user)
{
    const auto found = m_records.constFind(user);
    return QtFuture::makeReadyFuture(found == m_records.cend() ? Loaded{}
                                                               : Loaded{.record = *found, .error = {}});
}

QFuture<Saved> MemoryStore::save(const QString &user, const Record &record,
                                 const std::optional<Version> &expected)
{
    const auto found = m_records.constFind(user);
    std::optional<Version> stored;
    if (found != m_records.cend())
        stored = Version{.epoch = found->epoch, .revision = found->revision};
    if (stored != expected)
        return QtFuture::makeReadyFuture(Saved::Conflict);
    Record &kept = m_records[user];
    const QByteArray queue = record.queue.value_or(kept.queue.value_or(QByteArray()));
    kept = record;
    kept.queue = queue;
    return QtFuture::makeReadyFuture(Saved::Yes);
}

} // namespace Sync
