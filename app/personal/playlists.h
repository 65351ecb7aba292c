// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/personal/playlist.h"
#include "sync/store/database.h"

#include <memory>

namespace Personal {

/// One user's playlists. Has its own connection: belongs to the thread that made it. Changes throw
/// Sync::DatabaseError with a sentence and leave everything as it was; questions that fail are logged and
/// answered with nothing.
class Playlists
{
public:
    Playlists(const QString &directory, const QString &user);

    /// By name, without regard to case.
    [[nodiscard]] QList<Playlist> all() const;
    [[nodiscard]] std::optional<Playlist> playlist(quint64 id) const;
    [[nodiscard]] QList<PlaylistItem> items(quint64 id) const;

    /// The answer's id is the new playlist's.
    PlaylistState create(const QString &name, const QList<PlaylistItem> &items, Moment now,
                         const QString &origin = {});
    PlaylistState rename(quint64 id, const QString &name, Moment now);
    PlaylistState remove(quint64 id);

    /// In front of the item at @p at; at the end where that is past it.
    PlaylistState insert(quint64 id, int at, const QList<PlaylistItem> &items, Moment now);
    PlaylistState move(quint64 id, const QList<int> &positions, int to, Moment now);
    PlaylistState take(quint64 id, const QList<int> &positions, Moment now);
    PlaylistState replace(quint64 id, const QList<PlaylistItem> &items, Moment now);

    /// Undoes the change that answered with @p wanted; the answer undoes that.
    PlaylistState restore(const PlaylistState &wanted);

private:
    [[nodiscard]] QList<Playlist> matching(const QString &condition, const QVariantList &values) const;
    [[nodiscard]] QList<PlaylistItem> storedItems(quint64 id) const;
    [[nodiscard]] PlaylistState state(quint64 id) const;
    [[nodiscard]] PlaylistState existing(quint64 id) const;
    void write(const PlaylistState::Content &content, const QList<PlaylistItem> &itemsBefore) const;
    void writeItems(quint64 id, const QList<PlaylistItem> &before, const QList<PlaylistItem> &after) const;
    template <typename Change> PlaylistState change(quint64 id, Moment now, const Change &change);

    const QString m_user;
    std::unique_ptr<Sync::Database> m_database;
};

} // namespace Personal
