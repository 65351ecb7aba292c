// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

#include <QHash>

namespace Sync {

/// Keeps sessions as long as the program runs.
class MemoryStore final : public Store
{
public:
    [[nodiscard]] QFuture<Loaded> load(const QString &user) override;
    [[nodiscard]] QFuture<Saved> save(const QString &user, const Record &record,
                                      const std::optional<Version> &expected) override;
    [[nodiscard]] QFuture<QList<Kept>> kept(const QString &prefix) override;
    void remove(const QString &user) override;

private:
    struct Entry {
        Record record;
        qint64 usedMs = 0;
    };
    QHash<QString, Entry> m_entries;
};

} // namespace Sync
