// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/personal/moment.h"
#include "sync/session/tracks.h"
#include "sync/store/database.h"

#include <QList>

#include <memory>

namespace Personal {

/// A track that was heard.
struct Play {
    Sync::TrackId trackId = 0;
    Moment started{};
    std::chrono::milliseconds played{0};
    bool completed = false; ///< heard so far that it counts

    bool operator==(const Play &) const = default;
};

/// How often a track was heard to its end, here and in the players it was taken over from, and when last.
struct PlayCount {
    Sync::TrackId trackId = 0;
    int count = 0;
    Moment lastPlayed{};

    bool operator==(const PlayCount &) const = default;
};

/// What one user has heard. Has its own connection: belongs to the thread that made it. Changes throw
/// Sync::DatabaseError; questions that fail are logged and answered with nothing.
class History
{
public:
    History(const QString &directory, const QString &user);

    /// A play told twice is one play.
    void add(const Play &play);

    /// What another player has counted; counts of the same @p origin are replaced, so taking them over again
    /// adds nothing. Answers with how many differed.
    int adopt(const QList<PlayCount> &counts, const QString &origin);

    /// Forgets all plays and counts. There is no way back.
    void clear();

    /// Latest first; @p offset of the latest are left out.
    [[nodiscard]] QList<Play> recent(int limit, int offset = 0) const;
    [[nodiscard]] int plays() const; ///< how many are remembered
    [[nodiscard]] PlayCount count(Sync::TrackId track) const;
    [[nodiscard]] QList<PlayCount> counts() const;
    [[nodiscard]] QList<PlayCount> mostPlayed(int limit) const;
    [[nodiscard]] QList<PlayCount> recentlyPlayed(int limit) const; ///< each track once

private:
    [[nodiscard]] QList<PlayCount> counted(const QString &rest, const QVariantList &values) const;
    [[nodiscard]] int countPlays() const;
    void dropOldest();

    const QString m_user;
    std::unique_ptr<Sync::Database> m_database;
};

} // namespace Personal
