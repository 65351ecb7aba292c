// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

#include <QFutureWatcher>
#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>

namespace Sync {

/// Writes one user's session behind its changes: the newest record, within Limits::writeWithin of a change,
/// one write at a time.
class Saver : public QObject
{
    Q_OBJECT

public:
    /// @p stored: the version already in the store. @p newest makes the record to write.
    Saver(Store &store, QString user, std::optional<Version> stored, std::function<Record()> newest);

    void changed();
    /// Calls @p done on this thread once everything changed so far is stored, or could not be.
    void whenStored(std::function<void()> done);

private:
    void write();
    void written(Saved saved);

    Store &m_store;
    const QString m_user;
    std::optional<Version> m_stored;
    const std::function<Record()> m_newest;
    QTimer m_delay;
    QFutureWatcher<Saved> m_saving; ///< unlike QFuture::then() it may go before the store has answered
    Record m_record; ///< what is being saved
    bool m_dirty = false;
    bool m_writing = false;
    QList<std::function<void()>> m_waiting;
};

} // namespace Sync
