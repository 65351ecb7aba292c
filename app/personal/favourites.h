// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/personal/moment.h"
#include "sync/session/tracks.h"
#include "sync/store/database.h"

#include <QList>

#include <memory>
#include <optional>

namespace Personal {

/// Whether a track is a favourite, and since when. Every change answers with how it was before, for
/// restore().
struct Favourite {
    Sync::TrackId trackId = 0;
    std::optional<Moment> since{};

    bool operator==(const Favourite &) const = default;
};

/// One user's favourites. Has its own connection: belongs to the thread that made it. Changes throw
/// Sync::DatabaseError; questions that fail are logged and answered with nothing.
class Favourites
{
public:
    Favourites(const QString &directory, const QString &user);

    /// Newest first.
    [[nodiscard]] QList<Favourite> all() const;
    [[nodiscard]] bool contains(Sync::TrackId track) const;

    Favourite add(Sync::TrackId track, Moment now);
    Favourite remove(Sync::TrackId track);
    Favourite restore(const Favourite &state);
    /// All of them or none.
    QList<Favourite> restoreAll(const QList<Favourite> &states);

private:
    [[nodiscard]] Favourite stored(Sync::TrackId track) const;
    void write(const Favourite &state) const;

    const QString m_user;
    std::unique_ptr<Sync::Database> m_database;
};

} // namespace Personal
