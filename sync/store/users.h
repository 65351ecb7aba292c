// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/database.h"
#include "sync/users/usernames.h"

#include <memory>
#include <optional>

namespace Sync {

/// How much a user has made of the music.
struct Belongings {
    int playlists = 0;
    int favourites = 0;
    int ratings = 0;
    int plays = 0; ///< what was heard
    int stations = 0;

    [[nodiscard]] bool isEmpty() const { return *this == Belongings(); }
    bool operator==(const Belongings &) const = default;
};

/// The users of this hub; the default one is always there. One thread. All throw DatabaseError.
class Users
{
public:
    explicit Users(const QString &directory);

    /// The default one first, the others by name.
    [[nodiscard]] QList<User> all() const;
    [[nodiscard]] std::optional<User> find(const QString &id) const;
    /// By id, or else by name.
    [[nodiscard]] std::optional<User> called(const QString &text) const;

    [[nodiscard]] std::variant<User, NameFault> create(const QString &name) const;
    /// Nothing, or why not.
    [[nodiscard]] std::optional<NameFault> rename(const QString &id, const QString &name) const;

    [[nodiscard]] Belongings belongingsOf(const QString &id) const;
    /// With everything it has. Its devices stay let in, as the default one's.
    void remove(const QString &id) const;

private:
    std::unique_ptr<Database> m_database;
};

} // namespace Sync
