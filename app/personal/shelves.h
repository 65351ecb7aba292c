// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/personal/favourites.h"
#include "app/personal/history.h"
#include "app/personal/playlists.h"
#include "app/personal/stations.h"

#include <unordered_map>

namespace Personal {

/// All that one user has made of the music.
struct Shelf {
    Shelf(const QString &directory, const QString &user)
        : playlists(directory, user)
        , favourites(directory, user)
        , history(directory, user)
        , stations(directory, user)
    {
    }

    Playlists playlists;
    Favourites favourites;
    History history;
    Stations stations;
};

/// The shelves of those users who asked. Belongs to the thread that first asks.
class Shelves
{
public:
    /// @p directory: of the personal data, whose database must have been prepared.
    explicit Shelves(QString directory)
        : m_directory(std::move(directory))
    {
    }

    /// Throws Sync::DatabaseError.
    [[nodiscard]] Shelf &of(const QString &user);

private:
    const QString m_directory;
    std::unordered_map<QString, std::unique_ptr<Shelf>> m_shelves;
};

} // namespace Personal
