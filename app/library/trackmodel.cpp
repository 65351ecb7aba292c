// SPDX-License-Identifier: Apache-2.0
#include "app/library/trackmodel.h"

namespace Library {

TrackModel::TrackModel(const CatalogueReader &catalogue, Question question, Remembered remembered,
                       QObject *parent)
    : LazyModel(parent)
    , m_catalogue(catalogue)
    , m_question(std::move(question))
    , m_remembered(std::move(remembered))
{
}

QVariant TrackModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= rowCount())
        return {};
    const Track &track = row(index.row());
    switch (role) {
    case TrackIdRole:
        return QString::number(ids().at(index.row()));
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
    case PresentRole:
        return track.albumId != 0;
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
            {DurationMsRole, "durationMs"},
            {PresentRole, "present"}};
}

void TrackModel::reload()
{
    const int before = count();
    show(m_question(m_catalogue));
    if (count() != before)
        Q_EMIT countChanged();
}

std::optional<Track> TrackModel::lookUp(quint64 id) const
{
    const QList<Track> found = m_catalogue.tracks(QList<Sync::TrackId>{id});
    if (!found.isEmpty())
        return found.first();
    return m_remembered ? m_remembered(id) : m_catalogue.missingTrack(id);
}

} // namespace Library
