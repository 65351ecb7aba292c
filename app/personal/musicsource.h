// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/tracksource.h"
#include "app/personal/shelves.h"

namespace Personal {

/// What the hub knows of the music of its users: the catalogue, and what each has made of it. Made anywhere,
/// used and destroyed on the hub's thread.
class MusicSource final : public Sync::TrackSource
{
public:
    /// @p directory: of the personal data. Both databases must have been prepared.
    MusicSource(const QString &catalogue, const QString &directory);
    ~MusicSource() override;

    /// A track of the catalogue, or a station as a track without an end.
    [[nodiscard]] std::optional<Sync::TrackInfo> track(const QString &user, Sync::TrackId id) const override;

    /// Besides the catalogue's contexts: "playlist" with its id, and with 0 "favorites" (newest first),
    /// "history" (latest first, each track once) and "radio" (all stations).
    [[nodiscard]] QList<Sync::TrackId> tracksOf(const QString &user,
                                                const Sync::Context &context) const override;

private:
    [[nodiscard]] const Shelf *shelf(const QString &user) const;

    [[nodiscard]] std::optional<Station> station(const QString &user, quint64 id) const;

    const Library::CatalogueTracks m_catalogue;
    mutable Shelves m_shelves;
};

} // namespace Personal
