// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

#include <QThreadPool>

#include <memory>

namespace Sync {

class Database;

/// Sessions in the personal database, read and written on a thread of its own so that a slow disk stalls
/// nobody. Also makes the daily backup.
class SqliteStore final : public Store
{
public:
    /// Throws DatabaseError where the database cannot be used.
    explicit SqliteStore(const QString &directory);
    ~SqliteStore() override; ///< waits for what was asked to be saved

    [[nodiscard]] QFuture<Loaded> load(const QString &user) override;
    [[nodiscard]] QFuture<Saved> save(const QString &user, const Record &record,
                                      const std::optional<Version> &expected) override;
    [[nodiscard]] QFuture<QList<Kept>> kept(const QString &prefix) override;
    void remove(const QString &user) override;

private:
    /// Runs on m_thread; a complaint that stays the same is logged once.
    Saved write(const QString &user, const Record &record, const std::optional<Version> &expected);
    void backUp();

    QString m_directory;
    QString m_writeError;
    bool m_backUpFailed = false;
    QThreadPool m_thread; // exactly one that never expires: a QSqlDatabase belongs to its thread
    std::unique_ptr<Database> m_database;
};

} // namespace Sync
