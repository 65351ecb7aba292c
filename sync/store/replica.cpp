// SPDX-License-Identifier: Apache-2.0
#include "sync/store/replica.h"

#include "sync/limits.h"
#include "sync/logging.h"

namespace Sync {

namespace {

/// What goes wrong with the database is said, and tried again with the next change.
template <typename Work> void guarded(const Work &work)
{
    try {
        work();
    } catch (const DatabaseError &error) {
        qCWarning(storeLog) << error.what();
    }
}

} // namespace

Replica::Replica(const QString &directory, SharedRows &shared)
    : m_table(directory)
    , m_shared(shared)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(Limits::rowsToldAfter);
    connect(&m_delay, &QTimer::timeout, this, &Replica::tellUnknown);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] {
        if (!m_delay.isActive())
            m_delay.start();
    });
    connect(&m_shared, &SharedRows::began, this, &Replica::begun);
    connect(&m_shared, &SharedRows::came, this, &Replica::take);
    connect(&m_shared, &SharedRows::complete, this, &Replica::completed);
    followAll();
    const QString log = directory + QLatin1StringView("/personal.sqlite-wal"); // it grows with every change
    if (!m_watcher.addPath(log))
        qCWarning(storeLog).noquote()
            << "Changes in" << log << "are not noticed: other hubs hear of them only after a restart.";
}

void Replica::followAll()
{
    for (const QString &shelf : m_table.shelves())
        m_shared.follow(shelf);
}

void Replica::begun(const QString &shelf)
{
    m_complete.remove(shelf);
    m_read.insert(shelf, {});
}

void Replica::take(const QString &shelf, const QList<SharedRow> &rows)
{
    guarded([&] {
        if (const auto read = m_read.find(shelf); read != m_read.end())
            for (const SharedRow &row : rows)
                read->append(row.key);
        const RowTable::Taken taken = m_table.take(shelf, rows);
        for (const QString &fault : taken.faults)
            qCWarning(storeLog).noquote() << fault;
        if (taken.users)
            followAll();
        if (taken.music)
            Q_EMIT musicChanged(shelf);
        if (!taken.revoked.isEmpty())
            Q_EMIT revoked(taken.revoked);
        if (!taken.moved.isEmpty())
            Q_EMIT moved(taken.moved);
    });
}

/// Redis may have lost what it was told.
void Replica::completed(const QString &shelf)
{
    guarded([&] {
        m_table.setUnknownBut(shelf, m_read.take(shelf));
        m_complete.insert(shelf);
        tell(shelf);
    });
}

void Replica::tellUnknown()
{
    guarded([this] {
        followAll(); // there may be somebody new
        for (const QString &shelf : std::as_const(m_complete))
            tell(shelf);
    });
}

void Replica::tell(const QString &shelf)
{
    if (m_telling.contains(shelf))
        return;
    const QList<SharedRow> rows = m_table.unknown(shelf);
    if (rows.isEmpty())
        return;
    m_telling.insert(shelf);
    m_shared.put(shelf, rows, [this, shelf, rows](bool kept) {
        m_telling.remove(shelf);
        if (!kept)
            return; // they stay unknown until the next change, or until all is read again
        guarded([&] {
            m_table.setKnown(shelf, rows);
            tell(shelf);
        });
    });
}

} // namespace Sync
