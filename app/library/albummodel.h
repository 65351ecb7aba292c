// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/cataloguereader.h"
#include "app/library/rowmodel.h"

#include <memory>

namespace Library {

/// The albums, or those a search finds, in library order. Ids are strings: QML's numbers do not hold them.
class AlbumModel final : public RowModel<Album>
{
    Q_OBJECT
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        AlbumIdRole = Qt::UserRole + 1,
        TitleRole,
        ArtistRole,
        YearRole,
        TrackCountRole,
        DurationMsRole
    };
    Q_ENUM(Role)

    /// Empty until the first reload().
    explicit AlbumModel(const QString &catalogue, QObject *parent = nullptr);
    ~AlbumModel() override;

    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString &filter);
    [[nodiscard]] int count() const { return rowCount(); }

public Q_SLOTS:
    void reload();

Q_SIGNALS:
    void filterChanged();
    void countChanged();

private:
    const QString m_catalogue;
    QString m_filter;
    std::unique_ptr<CatalogueReader> m_reader;
};

} // namespace Library
