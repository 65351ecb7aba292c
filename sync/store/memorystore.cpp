// SPDX-License-Identifier: Apache-2.0
#include "sync/store/memorystore.h"

#include <QDateTime>

namespace Sync {

QFuture<Loaded> MemoryStore::load(const QString &user)
{
    const auto found = m_entries.constFind(user);
    return QtFuture::makeReadyFuture(
        found == m_entries.cend() ? Loaded{} : Loaded{.record = found->record, .error = {}});
}

QFuture<Saved> MemoryStore::save(const QString &user, const Record &record,
                                 const std::optional<Version> &expected)
{
    const auto found = m_entries.constFind(user);
    std::optional<Version> stored;
    if (found != m_entries.cend())
        stored = Version{.epoch = found->record.epoch, .revision = found->record.revision};
    if (stored != expected)
        return QtFuture::makeReadyFuture(Saved::Conflict);
    auto &[kept, usedMs] = m_entries[user];
    const QByteArray queue = record.queue.value_or(kept.queue.value_or(QByteArray()));
    kept = record;
    kept.queue = queue;
    usedMs = QDateTime::currentMSecsSinceEpoch();
    return QtFuture::makeReadyFuture(Saved::Yes);
}

QFuture<QList<Kept>> MemoryStore::kept(const QString &prefix)
{
    QList<Kept> found;
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry)
        if (entry.key().startsWith(prefix))
            found.append({.user = entry.key(), .usedMs = entry->usedMs});
    return QtFuture::makeReadyFuture(found);
}

void MemoryStore::remove(const QString &user) { m_entries.remove(user); }

} // namespace Sync
