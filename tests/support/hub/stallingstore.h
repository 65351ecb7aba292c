// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/memorystore.h"

#include <QMutex>

#include <functional>

namespace Testing {

/// The hold a test has on a store: what is asked waits until it is let go.
class Stall
{
public:
    void holdLoads(bool hold);
    void holdSaves(bool hold);
    /// Does all that was held, in order, and holds nothing further.
    void letGo();
    [[nodiscard]] int held() const;

private:
    friend class StallingStore;
    mutable QRecursiveMutex m_mutex;
    bool m_loads = false;
    bool m_saves = false;
    QList<std::function<void()>> m_held;
    Sync::MemoryStore m_store;
};

/// A store on a disk as slow as the test wants it.
class StallingStore final : public Sync::Store
{
public:
    explicit StallingStore(std::shared_ptr<Stall> stall)
        : m_stall(std::move(stall))
    {
    }

    [[nodiscard]] QFuture<Sync::Loaded> load(const QString &user) override;
    [[nodiscard]] QFuture<Sync::Saved> save(const QString &user, const Sync::Record &record,
                                            const std::optional<Sync::Version> &expected) override;
    [[nodiscard]] QFuture<QList<Sync::Kept>> kept(const QString &prefix) override;
    void remove(const QString &user) override;

private:
    const std::shared_ptr<Stall> m_stall;
};

} // namespace Testing
