// SPDX-License-Identifier: Apache-2.0
#include "app/library/albummodel.h"

namespace Library {

AlbumModel::AlbumModel(const CatalogueReader &catalogue, Question question, QObject *parent)
    : LazyModel(parent)
    , m_catalogue(catalogue)
    , m_question(std::move(question))
{
}

QVariant AlbumModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= rowCount())
        return {};
    const Album &album = row(index.row());
    switch (role) {
    case AlbumIdRole:
        return QString::number(ids().at(index.row()));
    case Qt::DisplayRole:
    case TitleRole:
        return album.title;
    case ArtistRole:
        return album.artist;
    case YearRole:
        return album.year;
    case TrackCountRole:
        return album.trackCount;
    case DurationMsRole:
        return int(album.duration.count());
    default:
        return {};
    }
}

QHash<int, QByteArray> AlbumModel::roleNames() const
{
    return {{AlbumIdRole, "albumId"}, {TitleRole, "title"},           {ArtistRole, "artist"},
            {YearRole, "year"},       {TrackCountRole, "trackCount"}, {DurationMsRole, "durationMs"}};
}

void AlbumModel::reload()
{
    const int before = count();
    show(m_question(m_catalogue));
    if (count() != before)
        Q_EMIT countChanged();
}

} // namespace Library
