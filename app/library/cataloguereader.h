// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/track.h"
#include "sync/store/database.h"

#include <QList>
#include <QStringList>

#include <concepts>
#include <memory>
#include <optional>

namespace Sync {
class Statements;
}

namespace Library {

/// What to show. Empty and zero mean everything; `text` is what somebody typed into a search box. An artist's
/// albums are also those with a track of theirs.
struct Filter {
    QString text{};
    quint64 albumId = 0;
    quint64 artistId = 0;
    quint64 genreId = 0;

    bool operator==(const Filter &) const = default;
};

enum class ArtistRole { Any, OfAlbums, OfTracks };

struct SearchLimits {
    int tracks = 50;
    int albums = 20;
    int artists = 20;
};

/// What a search finds, best first.
struct FoundIds {
    QList<Sync::TrackId> tracks;
    QList<quint64> albums;
    QList<quint64> artists;
};
struct Found {
    QList<Track> tracks;
    QList<Album> albums;
    QList<Artist> artists;
};

/// Where a track is to be read.
struct Media {
    QString path{};
    Extent extent{};
    quint64 albumId = 0; ///< zero where it is of none
    Loudness loudness{};
    /// Whether the file holds others too.
    [[nodiscard]] bool isPart() const { return extent != Extent(); }
    bool operator==(const Media &) const = default;
};

/// How much there is.
struct Counts {
    int tracks = 0;
    int albums = 0;
};

/// Asks the catalogue. Has its own connection: belongs to the thread that made it. Making one throws
/// Sync::DatabaseError; a question that fails later is logged and answered with nothing.
class CatalogueReader
{
public:
    explicit CatalogueReader(const QString &path);
    ~CatalogueReader();

    /// With all that is known of it.
    [[nodiscard]] std::optional<Track> track(Sync::TrackId id) const;
    [[nodiscard]] std::optional<Album> album(quint64 id) const;
    [[nodiscard]] std::optional<Artist> artist(quint64 id) const;
    [[nodiscard]] std::optional<Genre> genre(quint64 id) const;

    /// What was known of a track whose files are all gone: title, artist, album, duration, added.
    [[nodiscard]] std::optional<Track> missingTrack(Sync::TrackId id) const;

    /// In library order: album artist, year, album, disc, track.
    [[nodiscard]] QList<Track> tracks(const Filter &filter = {}) const;
    [[nodiscard]] QList<Album> albums(const Filter &filter = {}) const;
    [[nodiscard]] QList<Artist> artists(ArtistRole role = ArtistRole::Any) const;
    [[nodiscard]] QList<Genre> genres() const;
    [[nodiscard]] QList<Track> tracksOfAlbum(quint64 id) const;
    [[nodiscard]] QList<Sync::TrackId> trackIds(const Filter &filter = {}) const;
    [[nodiscard]] QList<quint64> albumIds(const Filter &filter = {}) const;
    [[nodiscard]] Counts counts() const;

    /// These, in this order, as often as they are named; those that are not there are left out.
    template <std::same_as<QList<Sync::TrackId>> Ids> // not also what braces could make of a Filter
    [[nodiscard]] QList<Track> tracks(const Ids &ids) const
    {
        return tracksWith(ids);
    }

    /// Those of them that are there, in this order.
    [[nodiscard]] QList<Sync::TrackId> present(const QList<Sync::TrackId> &ids) const;

    /// The newest first. What people see of them, and play on through, ends at `newestShown`.
    [[nodiscard]] QList<Sync::TrackId> recentlyAdded(int limit) const;
    static constexpr int newestShown = 500;

    /// For a search as it is typed. Nothing for an empty text.
    [[nodiscard]] Found search(const QString &typed, const SearchLimits &limits = {}) const;
    [[nodiscard]] FoundIds searchIds(const QString &typed, const SearchLimits &limits = {}) const;

    /// Where the track can be read now: in its first file that is there; an empty path if none is.
    [[nodiscard]] Media mediaOf(Sync::TrackId id) const;
    [[nodiscard]] QString pathOf(Sync::TrackId id) const { return mediaOf(id).path; }
    /// In their order within the file.
    [[nodiscard]] QList<Sync::TrackId> tracksAt(const QString &path) const;
    [[nodiscard]] QStringList filesOfAlbum(quint64 id, int limit) const;

private:
    QList<Track> tracksWith(const QList<Sync::TrackId> &ids) const;
    template <typename Ask> auto answer(Ask ask) const;
    template <typename From> auto all(const QString &sql, const QVariantList &values, From from) const;
    template <typename From>
    auto each(const QList<quint64> &ids, const QString &columns, const QString &tables, From from) const;
    QList<Sync::TrackId> allTrackIds() const;
    QStringList names(const QString &sql, Sync::TrackId id) const;

    const QString m_path;
    Sync::Database m_database;
    std::unique_ptr<Sync::Statements>
        m_statements; // after the database: its statements go before the connection
};

} // namespace Library
