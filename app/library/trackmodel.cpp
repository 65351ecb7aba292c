// SPDX-License-Identifier: Apache-2.0
#include "app/library/trackmodel.h"

#include "app/library/logging.h"

namespace Library {

TrackModel::TrackModel(const QString &catalogue, QObject *parent)
    : RowModel(parent)
    , m_catalogue(catalogue)
{
}

TrackModel::~TrackModel() = default;

QVariant TrackModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= rowCount())
        return {};
    const Track &track = rows().at(index.row());
    switch (role) {
    case TrackIdRole:
        return QString::number(track.id);
    case Qt::DisplayRole:
    case TitleRole:
        return track.title;
    case ArtistRole:
        return track.artist;
    case AlbumRole:
        return track.album;
    case AlbumArtistRole:
        return track.albumArtist;
    case AlbumIdRole:
        return QString::number(track.albumId);
    case ArtistIdRole:
        return QString::number(track.artistId);
    case GenreRole:
        return track.genre;
    case TrackNumberRole:
        return track.trackNumber;
    case DiscNumberRole:
        return track.discNumber;
    case YearRole:
        return track.year;
    case DurationMsRole:
        return int(track.duration.count());
    default:
        return {};
    }
}

QHash<int, QByteArray> TrackModel::roleNames() const
{
    return {{TrackIdRole, "trackId"},
            {TitleRole, "title"},
            {ArtistRole, "artist"},
            {AlbumRole, "album"},
            {AlbumArtistRole, "albumArtist"},
            {AlbumIdRole, "albumId"},
            {ArtistIdRole, "artistId"},
            {GenreRole, "genre"},
            {TrackNumberRole, "trackNumber"},
            {DiscNumberRole, "discNumber"},
            {YearRole, "year"},
            {DurationMsRole, "durationMs"}};
}

void TrackModel::setFilter(const QString &filter)
{
    if (filter == m_filter.text)
        return;
    m_filter.text = filter;
    Q_EMIT filterChanged();
    reload();
}

void TrackModel::setAlbumId(const QString &albumId)
{
    const quint64 id = albumId.toULongLong();
    if (id == m_filter.albumId)
        return;
    m_filter.albumId = id;
    Q_EMIT albumIdChanged();
    reload();
}

void TrackModel::reload()
{
    const int before = count();
    try {
        if (!m_reader)
            m_reader = std::make_unique<CatalogueReader>(m_catalogue);
        replace(m_question ? m_question(*m_reader) : m_reader->tracks(m_filter));
    } catch (const Sync::DatabaseError &error) {
        qCWarning(libraryLog) << error.what();
    }
    if (count() != before)
        Q_EMIT countChanged();
}

} // namespace Library
