// SPDX-License-Identifier: Apache-2.0
#include "app/library/albummodel.h"

#include "app/library/logging.h"

namespace Library {

AlbumModel::AlbumModel(const QString &catalogue, QObject *parent)
    : RowModel(parent)
    , m_catalogue(catalogue)
{
}

AlbumModel::~AlbumModel() = default;

QVariant AlbumModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= rowCount())
        return {};
    const Album &album = rows().at(index.row());
    switch (role) {
    case AlbumIdRole:
        return QString::number(album.id);
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

void AlbumModel::setFilter(const QString &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    Q_EMIT filterChanged();
    reload();
}

void AlbumModel::reload()
{
    const int before = count();
    try {
        if (!m_reader)
            m_reader = std::make_unique<CatalogueReader>(m_catalogue);
        replace(m_reader->albums({.text = m_filter}));
    } catch (const Sync::DatabaseError &error) {
        qCWarning(libraryLog) << error.what();
    }
    if (count() != before)
        Q_EMIT countChanged();
}

} // namespace Library
