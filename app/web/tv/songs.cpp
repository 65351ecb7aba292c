// SPDX-License-Identifier: Apache-2.0
#include "app/web/tv/songs.h"

using namespace Qt::StringLiterals;

namespace Web::Television {

Songs::Songs(const QString &catalogue, const QString &directory, std::shared_ptr<Web::PersonalMusic> music)
    : m_source(catalogue, directory)
    , m_music(std::move(music))
{
}

Sync::Tv::Song Songs::song(const QString &user, Sync::TrackId track) const
{
    if (const auto known = m_music->catalogue().track(track))
        return songOf(*known);
    if (const auto station = m_music->shelfOf(user).stations.station(track))
        return {.id = track, .title = station->name, .artist = {}, .album = station->url.host()};
    const auto missing = m_music->catalogue().missingTrack(track);
    Sync::Tv::Song song = missing ? songOf(*missing) : Sync::Tv::Song{.id = track, .title = u"?"_s};
    song.albumId = 0;
    return song;
}

QList<Sync::TrackId> Songs::tracksOf(const QString &user, const Source &source) const
{
    if (source.context.fromIs == "search"_L1)
        return m_music->catalogue().searchIds(source.searched).tracks;
    return m_source.tracksOf(user, source.context);
}

std::optional<QUrl> Songs::stationUrl(const QString &user, Sync::TrackId track) const
{
    const auto station = m_music->shelfOf(user).stations.station(track);
    return station ? std::optional(station->url) : std::nullopt;
}

Sync::Tv::Song songOf(const Library::Track &track)
{
    return {.id = track.id,
            .title = track.title,
            .artist = track.artist,
            .album = track.album,
            .albumId = track.albumId,
            .duration = track.duration};
}

} // namespace Web::Television
