// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/session/tracks.h"

#include <memory>

namespace Library {

class CatalogueReader;

/// What the hub knows of our music. Made anywhere, used and destroyed on the hub's thread.
class CatalogueTracks final : public Sync::TrackSource
{
public:
    explicit CatalogueTracks(const QString &catalogue);
    ~CatalogueTracks() override;

    [[nodiscard]] std::optional<Sync::TrackInfo> track(const QString &user, Sync::TrackId id) const override;

    /// "album", "artist" and "genre" with their ids, and "tracks" with 0 for everything, all in library
    /// order; "added" with 0 for the newest.
    [[nodiscard]] QList<Sync::TrackId> tracksOf(const QString &user,
                                                const Sync::Context &context) const override;

private:
    [[nodiscard]] const CatalogueReader *reader() const;

    const QString m_catalogue;
    mutable std::unique_ptr<CatalogueReader>
        m_reader; // opened when first asked: a connection belongs to its thread
};

} // namespace Library
