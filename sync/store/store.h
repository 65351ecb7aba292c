// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QString>

#include <optional>

namespace Sync {

/// One user's session as it outlives a hub.
struct Record {
    QString epoch; ///< a random id, new whenever a session is made from nothing
    qint64 revision = 0;
    QByteArray session; ///< JSON, see Session::record()
    std::optional<QByteArray> queue; ///< likewise; to save nothing is to leave it as it is. Empty at first

    bool operator==(const Record &) const = default;
};

/// What a record replaces.
struct Version {
    QString epoch;
    qint64 revision = 0;

    bool operator==(const Version &) const = default;
};

struct Loaded {
    std::optional<Record> record;
    QString error; ///< a sentence; empty unless reading failed
    qint64 ownWrite = 0; ///< of a shared store: the number of the last write of this hub that it has taken
};

enum class Saved {
    Yes,
    Conflict, ///< what is stored is not the expected version: somebody else was first
    Failed, ///< nothing could be written; the store has logged why, once
    Unclear, ///< no answer came: it may be stored or not. Of shared stores alone
};

/// A session that is stored.
struct Kept {
    QString user;
    qint64 usedMs = 0; ///< when it was last saved, since 1970

    bool operator==(const Kept &) const = default;
};

/// Where sessions outlive a hub. One contract, tst_store, for every implementation. Calls come from the hub's
/// thread and do not wait; futures finish on any thread.
class Store
{
public:
    virtual ~Store() = default;

    [[nodiscard]] virtual QFuture<Loaded> load(const QString &user) = 0;

    /// Writes @p record where the stored version is @p expected (nothing: where none is stored).
    [[nodiscard]] virtual QFuture<Saved> save(const QString &user, const Record &record,
                                              const std::optional<Version> &expected) = 0;

    /// All whose name begins with @p prefix; none where that cannot be read.
    [[nodiscard]] virtual QFuture<QList<Kept>> kept(const QString &prefix) = 0;

    /// Forgets that session. What was to be saved before is forgotten as well.
    virtual void remove(const QString &user) = 0;
};

} // namespace Sync
