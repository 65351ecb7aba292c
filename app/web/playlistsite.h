// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/web/personalmusic.h"
#include "sync/http/routedsite.h"

namespace Web {

/// `/api/v1/playlists`: the caller's playlists (docs/protocol.md). HTTP thread.
class PlaylistSite final : public Sync::Http::RoutedSite
{
public:
    explicit PlaylistSite(std::shared_ptr<PersonalMusic> music);

private:
    using Request = Sync::Http::Request;
    using Response = Sync::Http::Response;
    using OfOne = Response (PlaylistSite::*)(const Request &request, const Personal::Playlist &playlist);
    void addOne(Sync::Http::Method method, const QByteArray &rest, Sync::Role role, OfOne serveOne);
    [[nodiscard]] Sync::Http::Route::Handler ofOne(OfOne serveOne);
    [[nodiscard]] Response list(const Request &request);
    [[nodiscard]] Response create(const Request &request);
    [[nodiscard]] Response show(const Request &request, const Personal::Playlist &playlist);
    [[nodiscard]] Response rename(const Request &request, const Personal::Playlist &playlist);
    [[nodiscard]] Response remove(const Request &request, const Personal::Playlist &playlist);
    [[nodiscard]] Response insert(const Request &request, const Personal::Playlist &playlist);
    [[nodiscard]] Response move(const Request &request, const Personal::Playlist &playlist);
    [[nodiscard]] Response take(const Request &request, const Personal::Playlist &playlist);

    [[nodiscard]] Personal::Playlists &playlistsOf(const Request &request);
    [[nodiscard]] Response changed(const Request &request, quint64 id, int status = 200);
    [[nodiscard]] QJsonObject describe(const QString &user, const Personal::PlaylistItem &item);
    /// What a playlist remembers of @p tracks; nothing where the library does not have one of them.
    [[nodiscard]] std::optional<QList<Personal::PlaylistItem>> itemsOf(const QList<Sync::TrackId> &tracks);

    const std::shared_ptr<PersonalMusic> m_music;
};

} // namespace Web
