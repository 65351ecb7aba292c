// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/tracksource.h"

#include <unordered_map>

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
    struct Shelf;
    [[nodiscard]] const Shelf *shelf(const QString &user) const;

    const QString m_directory;
    const Library::CatalogueTracks m_catalogue;
    mutable std::unordered_map<QString, std::unique_ptr<Shelf>> m_shelves; ///< of users who asked
};

} // namespace Personal
