// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/track.h"
#include "sync/store/database.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace Library {

/// What to show. Empty and zero mean everything; `text` is what somebody typed into a search box.
struct Filter {
    QString text{};
    quint64 albumId = 0;
    quint64 artistId = 0;

    bool operator==(const Filter &) const = default;
};

/// Asks the catalogue. Has its own connection: belongs to the thread that made it. Making one throws
/// Sync::DatabaseError; a question that fails later is logged and answered with nothing.
class CatalogueReader
{
public:
    explicit CatalogueReader(const QString &path);

    [[nodiscard]] std::optional<Track> track(Sync::TrackId id) const;
    [[nodiscard]] std::optional<Album> album(quint64 id) const;

    /// In library order: album artist, year, album, disc, track.
    [[nodiscard]] QList<Track> tracks(const Filter &filter = {}) const;
    [[nodiscard]] QList<Album> albums(const Filter &filter = {}) const;
    [[nodiscard]] QList<Artist> artists() const;
    [[nodiscard]] QList<Track> tracksOfAlbum(quint64 id) const;
    [[nodiscard]] QList<Sync::TrackId> trackIds(const Filter &filter = {}) const;

    /// Where the track can be read now: its first file that is there, empty if none is.
    [[nodiscard]] QString pathOf(Sync::TrackId id) const;
    [[nodiscard]] QStringList filesOfAlbum(quint64 id, int limit) const;

private:
    Sync::Database m_database;
};

} // namespace Library
