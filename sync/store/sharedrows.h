// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>

#include <functional>

namespace Sync {

/// Something that hubs share besides sessions: a user, a token, a favourite, a rating, a playlist, a station.
struct SharedRow {
    QString key; ///< its kind and id, "favourite:12"
    qint64 changedMs = 0; ///< when somebody last changed it, since 1970 on this machine's clock
    QByteArray value; ///< as JSON; empty: it has been removed

    bool operator==(const SharedRow &) const = default;
};

/// Where hubs keep rows that they share, of each the youngest, on shelves: one of those who may do what
/// (peopleShelf), and one for each user. It may be out of reach at any time. Hub thread.
class SharedRows : public QObject
{
    Q_OBJECT

public:
    /// From the next complete() on, and for as long as this is there, came() tells of what is on that shelf.
    virtual void follow(const QString &shelf) = 0;
    /// Calls @p done with true when each of the rows is there, or a younger one in its place; with false
    /// where that is not sure.
    virtual void put(const QString &shelf, const QList<SharedRow> &rows,
                     const std::function<void(bool)> &done) = 0;

Q_SIGNALS:
    /// It can be reached again: what is on that shelf comes now.
    void began(const QString &shelf);
    void came(const QString &shelf, const QList<Sync::SharedRow> &rows);
    /// All that was there has come.
    void complete(const QString &shelf);
};

} // namespace Sync
