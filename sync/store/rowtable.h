// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/database.h"
#include "sync/store/sharedrows.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace Sync {

/// The shelf that says who there is, and who is let in; every other one is named after its user.
constexpr auto peopleShelf = QLatin1StringView("people");

/// What this hub has of what hubs share: the rows of its personal data. One thread; whoever else changes the
/// data need not know of this. All throw DatabaseError.
class RowTable
{
public:
    explicit RowTable(const QString &directory);

    /// Of the people and of all users.
    [[nodiscard]] QStringList shelves() const;
    /// What other hubs do not know yet: Limits::rowsAtOnce, and no more than one beyond
    /// Limits::rowBytesAtOnce.
    [[nodiscard]] QList<SharedRow> unknown(const QString &shelf) const;
    /// Those have been told to other hubs; what has been changed since has not.
    void setKnown(const QString &shelf, const QList<SharedRow> &rows) const;
    /// All but those are unknown to other hubs.
    void setUnknownBut(const QString &shelf, const QStringList &keys) const;

    /// What taking rows over has changed here.
    struct Taken {
        bool music = false; ///< a user's
        bool users = false;
        QList<qint64> revoked; ///< tokens (Admission::id) that mean something else now, or nothing
        QList<qint64> moved; ///< tokens of another user now
        QStringList faults; ///< a sentence for each that makes no sense here

        bool operator==(const Taken &) const = default;
    };
    /// Those that are younger than what is here.
    [[nodiscard]] Taken take(const QString &shelf, const QList<SharedRow> &rows) const;

private:
    void take(const QString &shelf, const SharedRow &row, Taken &taken) const;

    std::unique_ptr<Database> m_database;
};

} // namespace Sync
