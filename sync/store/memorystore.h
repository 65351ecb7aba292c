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

private:
    QHash<QString, Record> m_records;
};

} // namespace Sync
