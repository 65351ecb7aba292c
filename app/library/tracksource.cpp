// SPDX-License-Identifier: Apache-2.0
#include "app/library/tracksource.h"

#include "app/library/cataloguereader.h"
#include "app/library/logging.h"

using namespace Qt::StringLiterals;

namespace Library {

CatalogueTracks::CatalogueTracks(const QString &catalogue)
    : m_catalogue(catalogue)
{
}

CatalogueTracks::~CatalogueTracks() = default;

std::optional<Sync::TrackInfo> CatalogueTracks::track(const QString &, Sync::TrackId id) const
{
    const auto found = reader() ? reader()->track(id) : std::nullopt;
    if (!found)
        return std::nullopt;
    return Sync::TrackInfo{.id = found->id,
                           .title = found->title,
                           .artist = found->artist,
                           .album = found->album,
                           .duration = found->duration,
                           .albumId = found->albumId};
}

QList<Sync::TrackId> CatalogueTracks::tracksOf(const QString &, const Sync::Context &context) const
{
    if (!reader())
        return {};
    if (context.fromIs == "album"_L1 && context.fromIsId != 0)
        return reader()->trackIds({.albumId = context.fromIsId});
    if (context.fromIs == "artist"_L1 && context.fromIsId != 0)
        return reader()->trackIds({.artistId = context.fromIsId});
    if (context.fromIs == "genre"_L1 && context.fromIsId != 0)
        return reader()->trackIds({.genreId = context.fromIsId});
    if (context.fromIs == "tracks"_L1 && context.fromIsId == 0)
        return reader()->trackIds();
    if (context.fromIs == "added"_L1 && context.fromIsId == 0)
        return reader()->recentlyAdded(CatalogueReader::newestShown);
    return {};
}

const CatalogueReader *CatalogueTracks::reader() const
{
    if (!m_reader) {
        try {
            m_reader = std::make_unique<CatalogueReader>(m_catalogue);
        } catch (const Sync::DatabaseError &error) {
            qCWarning(libraryLog) << error.what();
        }
    }
    return m_reader.get();
}

} // namespace Library
