// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/saveplan.h"

#include <QFutureWatcher>
#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>

namespace Sync {

/// Writes one user's session behind its changes, as SavePlan says. A hub is the only writer of its users:
/// where the stored version is not the expected one, this hub's session replaces it.
class Saver : public QObject
{
    Q_OBJECT

public:
    /// @p stored: the version already in the store. @p newest makes the record to write, with the queue or
    /// without.
    Saver(Store &store, QString user, std::optional<Version> stored,
          std::function<Record(bool withQueue)> newest);

    void changed() { proceed(m_plan.changed()); }
    void queueChanged();
    /// Calls @p done on this thread once everything changed so far is stored; never where that cannot be.
    void whenStored(std::function<void()> done);

private:
    void proceed(SavePlan::Next next);
    void written(Saved saved);
    void versionRead(const Loaded &found);

    Store &m_store;
    const QString m_user;
    std::optional<Version> m_stored;
    const std::function<Record(bool withQueue)> m_newest;
    bool m_queueChanged = false; ///< since it was last handed to the store
    SavePlan m_plan;
    QTimer m_delay;
    // Unlike QFuture::then() these may go before the store has answered.
    QFutureWatcher<Saved> m_writing;
    QFutureWatcher<Loaded> m_reading;
    Record m_record; ///< what is being written
    QList<std::function<void()>> m_waiting;
};

} // namespace Sync
