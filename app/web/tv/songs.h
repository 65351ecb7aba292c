// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/personal/musicsource.h"
#include "app/web/personalmusic.h"
#include "sync/tv/queuelist.h"

namespace Web::Television {

/// Whose list of tracks is wanted, and from where.
struct Source {
    Sync::Context context;
    QString searched{}; ///< of the context "search"
};

/// Tracks and stations as televisions show them. HTTP thread.
class Songs
{
public:
    Songs(const QString &catalogue, const QString &directory, std::shared_ptr<Web::PersonalMusic> music);

    [[nodiscard]] Sync::Tv::Song song(const QString &user, Sync::TrackId track) const;
    [[nodiscard]] QList<Sync::TrackId> tracksOf(const QString &user, const Source &source) const;
    /// Where a station is to be heard; nothing for anything else.
    [[nodiscard]] std::optional<QUrl> stationUrl(const QString &user, Sync::TrackId track) const;
    [[nodiscard]] Library::Media mediaOf(Sync::TrackId track) const
    {
        return m_music->catalogue().mediaOf(track);
    }

private:
    const Personal::MusicSource m_source;
    const std::shared_ptr<Web::PersonalMusic> m_music;
};

[[nodiscard]] Sync::Tv::Song songOf(const Library::Track &track);

} // namespace Web::Television
