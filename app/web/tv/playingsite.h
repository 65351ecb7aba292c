// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/web/tv/later.h"
#include "app/web/tv/songs.h"
#include "sync/http/routedsite.h"
#include "sync/tv/codecs.h"
#include "sync/tv/doing.h"

#include <QCoreApplication>

namespace Web::Television {

/// What Media Station X plays, and what its buttons do: `/msx/queue.json`, `/msx/play.json`, `/msx/resolve`,
/// `/msx/do` and `/stream/` (docs/tv.md). HTTP thread; what is played now is asked of the hub's.
class PlayingSite final : public Sync::Http::RoutedSite
{
    Q_DECLARE_TR_FUNCTIONS(PlayingSite)

public:
    /// @p hub must outlive this. @p media: the site of `/media/`, which sends the files.
    PlayingSite(Sync::Hub &hub, const QString &catalogue, const QString &directory,
                std::shared_ptr<Web::PersonalMusic> music, std::shared_ptr<Sync::Http::Site> media);

private:
    using Request = Sync::Http::Request;
    [[nodiscard]] Answer queue(const Request &request);
    [[nodiscard]] Answer play(const Request &request) const;
    [[nodiscard]] Answer resolve(const Request &request);
    [[nodiscard]] Answer act(const Request &request);
    [[nodiscard]] Answer stream(const Request &request, const QByteArray &device);

    /// What a stream's address names besides its device.
    struct Wanted {
        std::optional<Sync::QueueItemId> item;
        std::optional<Sync::TrackId> track;
        std::optional<quint64> playId;
        std::optional<Sync::Http::AudioFormat> format;
        QString platform;
        QString player;
    };
    [[nodiscard]] static std::variant<Wanted, Response> wantedIn(const QByteArray &query);
    [[nodiscard]] Response resolved(const Request &request, const Wanted &wanted, Sync::TrackId track,
                                    std::optional<quint64> playId) const;
    [[nodiscard]] Answer send(const Request &request, const Wanted &wanted, Sync::TrackId track);

    Sync::Hub &m_hub;
    const Songs m_songs;
    const std::shared_ptr<Sync::Http::Site> m_media;
    QObject m_context; // last: what is still awaited reaches nothing of this
};

} // namespace Web::Television
