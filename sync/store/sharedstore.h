// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/session/hubclock.h"
#include "sync/store/sharedrows.h"
#include "sync/store/store.h"

#include <QByteArrayList>
#include <QObject>

namespace Sync {

/// A store that other hubs write to as well. It may be out of reach at any time: then nothing can be loaded
/// and saves fail. Hub thread.
class SharedStore : public QObject, public Store
{
    Q_OBJECT

public:
    [[nodiscard]] virtual bool isReachable() const = 0;
    /// From watching() on, changed() and heard() tell of the session of @p user; what was there before is to
    /// be loaded then. Goes for as long as this store, also when it was out of reach.
    virtual void watch(const QString &user) = 0;
    virtual void unwatch(const QString &user) = 0;
    /// What hubs share besides.
    [[nodiscard]] virtual SharedRows &rows() = 0;
    /// Says something to the other hubs that watch @p user.
    virtual void say(const QString &user, const QByteArray &word) = 0;
    /// What other hubs hear of this one from now on, for as long as it is there.
    virtual void announce(const QByteArray &self) = 0;
    /// When another hub was there last; nothing where it has not been for a while. While that is known of
    /// none, each counts as there.
    [[nodiscard]] virtual std::optional<HubTime> seen(const QString &hub) const = 0;
    /// The number of the last save that was begun; Loaded::ownWrite tells which was the last that is stored.
    [[nodiscard]] virtual qint64 lastWrite() const = 0;
    /// What is to be added to this machine's HubClock for a clock that all hubs share.
    [[nodiscard]] virtual std::chrono::microseconds clockOffset() const = 0;

Q_SIGNALS:
    void reachableChanged();
    /// What is told of that session is complete from now on.
    void watching(const QString &user);
    /// Another hub has stored that; the queue is left out where it is as it was.
    void changed(const QString &user, const Sync::Record &record);
    /// What other hubs that are there announce, when that is not what it was.
    void hubsChanged(const QByteArrayList &others);
    void heard(const QString &user, const QString &hub, const QByteArray &word);
};

} // namespace Sync
