// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/rowtable.h"

#include <QFileSystemWatcher>
#include <QSet>
#include <QTimer>

namespace Sync {

/// Keeps this hub's people and what they make of the music the same as other hubs', whoever changes it and
/// wherever. Hub thread.
class Replica : public QObject
{
    Q_OBJECT

public:
    /// Throws DatabaseError. @p shared must outlive it.
    Replica(const QString &directory, SharedRows &shared);

Q_SIGNALS:
    /// Something that other hubs know has been taken over from them: what is @p user's; ...
    void musicChanged(const QString &user);
    /// ... who may do what with those tokens; and whose those are.
    void revoked(const QList<qint64> &tokens);
    void moved(const QList<qint64> &tokens);

private:
    void followAll();
    void begun(const QString &shelf);
    void take(const QString &shelf, const QList<SharedRow> &rows);
    void completed(const QString &shelf);
    void tellUnknown();
    void tell(const QString &shelf);

    const RowTable m_table;
    SharedRows &m_shared;
    QFileSystemWatcher m_watcher;
    QTimer m_delay;
    QHash<QString, QStringList> m_read; ///< keys on each shelf, while it is being read
    QSet<QString> m_complete; ///< shelves
    QSet<QString> m_telling; ///< likewise; one put at a time for each
};

} // namespace Sync
