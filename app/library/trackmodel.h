// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/cataloguereader.h"
#include "app/library/rowmodel.h"

#include <functional>
#include <memory>

namespace Library {

/// The tracks of an album, of a search, or all, in library order. Ids are strings: QML's numbers do not hold
/// them.
class TrackModel final : public RowModel<Track>
{
    Q_OBJECT
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
    Q_PROPERTY(QString albumId READ albumId WRITE setAlbumId NOTIFY albumIdChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        TrackIdRole = Qt::UserRole + 1,
        TitleRole,
        ArtistRole,
        AlbumRole,
        AlbumArtistRole,
        AlbumIdRole,
        ArtistIdRole,
        GenreRole,
        TrackNumberRole,
        DiscNumberRole,
        YearRole,
        DurationMsRole,
    };
    Q_ENUM(Role)

    /// Empty until the first reload().
    explicit TrackModel(const QString &catalogue, QObject *parent = nullptr);
    ~TrackModel() override;

    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QString filter() const { return m_filter.text; }
    void setFilter(const QString &filter);

    /// "0" stands for all albums, and so does what is no id.
    [[nodiscard]] QString albumId() const { return QString::number(m_filter.albumId); }
    void setAlbumId(const QString &albumId);

    [[nodiscard]] int count() const { return rowCount(); }

    /// Shows the answer to this instead; filter and album no longer count.
    void setQuestion(std::function<QList<Track>(const CatalogueReader &)> question)
    {
        m_question = std::move(question);
    }

public Q_SLOTS:
    void reload();

Q_SIGNALS:
    void filterChanged();
    void albumIdChanged();
    void countChanged();

private:
    const QString m_catalogue;
    Filter m_filter;
    std::function<QList<Track>(const CatalogueReader &)> m_question;
    std::unique_ptr<CatalogueReader> m_reader;
};

} // namespace Library
