// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/session/tracks.h"
#include "sync/store/database.h"

#include <QHash>

#include <memory>

namespace Personal {

/// What one user thinks of tracks, in half stars from 1 to 10. Has its own connection: belongs to the thread
/// that made it. Changes throw Sync::DatabaseError; questions that fail are logged and answered with nothing.
class Ratings
{
public:
    static constexpr int most = 10;

    Ratings(const QString &directory, const QString &user);

    [[nodiscard]] QHash<Sync::TrackId, int> all() const;
    [[nodiscard]] int rating(Sync::TrackId track) const; ///< zero where there is none

    /// Zero takes the rating back. Answers with the one before: setting that is the undo.
    int set(Sync::TrackId track, int halfStars);

    /// Rates what has no rating yet; answers with how many those were.
    int adopt(const QHash<Sync::TrackId, int> &ratings);

private:
    [[nodiscard]] int stored(Sync::TrackId track) const;

    const QString m_user;
    std::unique_ptr<Sync::Database> m_database;
};

} // namespace Personal
