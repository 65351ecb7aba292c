// SPDX-License-Identifier: Apache-2.0
#include "support/hub/stallingstore.h"

#include <QPromise>

using namespace Sync;

namespace Testing {

namespace {

template <typename T, typename Work> QFuture<T> later(QList<std::function<void()>> &held, const Work &work)
{
    const auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    held.append([promise, work] {
        promise->addResult(work().result());
        promise->finish();
    });
    return promise->future();
}

} // namespace

void Stall::holdLoads(bool hold)
{
    const QMutexLocker lock(&m_mutex);
    m_loads = hold;
}

void Stall::holdSaves(bool hold)
{
    const QMutexLocker lock(&m_mutex);
    m_saves = hold;
}

void Stall::letGo()
{
    const QMutexLocker lock(&m_mutex);
    m_loads = m_saves = false;
    for (const auto &work : std::exchange(m_held, {}))
        work();
}

int Stall::held() const
{
    const QMutexLocker lock(&m_mutex);
    return int(m_held.size());
}

QFuture<Loaded> StallingStore::load(const QString &user)
{
    const QMutexLocker lock(&m_stall->m_mutex);
    if (!m_stall->m_loads)
        return m_stall->m_store.load(user);
    return later<Loaded>(m_stall->m_held, [&store = m_stall->m_store, user] { return store.load(user); });
}

QFuture<Saved> StallingStore::save(const QString &user, const Record &record,
                                   const std::optional<Version> &expected)
{
    const QMutexLocker lock(&m_stall->m_mutex);
    if (!m_stall->m_saves)
        return m_stall->m_store.save(user, record, expected);
    return later<Saved>(m_stall->m_held, [&store = m_stall->m_store, user, record, expected] {
        return store.save(user, record, expected);
    });
}

QFuture<QList<Kept>> StallingStore::kept(const QString &prefix)
{
    const QMutexLocker lock(&m_stall->m_mutex);
    return m_stall->m_store.kept(prefix);
}

void StallingStore::remove(const QString &user)
{
    const QMutexLocker lock(&m_stall->m_mutex);
    m_stall->m_store.remove(user);
}

} // namespace Testing
