// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/cataloguereader.h"
#include "app/personal/playlist.h"

#include <QMultiHash>

namespace Personal {

/// Finds the library's tracks by what others know of them. Has its own connection to the catalogue: belongs
/// to the thread that made it. Making one throws Sync::DatabaseError. To be made for each piece of work:
/// names are looked up as they were when the first one was.
class TrackFinder
{
public:
    explicit TrackFinder(const QString &catalogue);

    /// The track in this file; paths written in other ways (percent-encoded, with backslashes, through a
    /// link) are tried as well.
    /// Where the file holds several, the one with this title or else the first.
    [[nodiscard]] std::optional<PlaylistItem> at(const QString &path, const QString &title = {}) const;

    /// By id, then by path, then by title, artist and about the same length. The answer is named as the
    /// library names it and keeps the item's path.
    [[nodiscard]] std::optional<PlaylistItem> find(const PlaylistItem &item) const;

    /// A place in a playlist for this track, remembering it as it is now.
    [[nodiscard]] std::optional<PlaylistItem> item(Sync::TrackId id) const;

    /// Where the track is to be read; empty where it is not there.
    [[nodiscard]] QString pathOf(Sync::TrackId id) const { return m_reader.pathOf(id); }

private:
    [[nodiscard]] std::optional<PlaylistItem> in(const QString &file, const QString &title) const;
    [[nodiscard]] std::optional<PlaylistItem> known(Sync::TrackId id) const;
    [[nodiscard]] std::optional<PlaylistItem> named(const PlaylistItem &item) const;
    [[nodiscard]] const QMultiHash<QString, Sync::TrackId> &names() const;

    Library::CatalogueReader m_reader;
    mutable std::optional<QMultiHash<QString, Sync::TrackId>> m_names; ///< made when first asked for
};

} // namespace Personal
