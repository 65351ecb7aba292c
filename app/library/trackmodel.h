// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/cataloguereader.h"
#include "app/library/lazymodel.h"

#include <functional>

namespace Library {

/// The tracks that are the answer to a question. Ids are strings: QML's numbers do not hold them.
class TrackModel final : public LazyModel<Track>
{
    Q_OBJECT
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
        PresentRole, ///< false for a track that is not in the library now
    };
    Q_ENUM(Role)

    /// Ids from here on stand for rows whose track was never in the library: no track has them.
    static constexpr Sync::TrackId nowhere = Sync::TrackId(1) << 62;

    using Question = std::function<QList<Sync::TrackId>(const CatalogueReader &)>;
    /// What is known otherwise of a track that is not in the library.
    using Remembered = std::function<std::optional<Track>(Sync::TrackId)>;

    /// Empty until the first reload(). The catalogue must outlive it.
    TrackModel(const CatalogueReader &catalogue, Question question, Remembered remembered = {},
               QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return rowCount(); }

public Q_SLOTS:
    /// Asks again.
    void reload();

Q_SIGNALS:
    void countChanged();

protected:
    [[nodiscard]] std::optional<Track> lookUp(quint64 id) const override;

private:
    const CatalogueReader &m_catalogue;
    const Question m_question;
    const Remembered m_remembered;
};

} // namespace Library
