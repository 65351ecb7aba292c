// SPDX-License-Identifier: Apache-2.0
#include "app/web/sites.h"

#include "app/personal/stations.h"
#include "app/web/artapi.h"
#include "app/web/favouritesite.h"
#include "app/web/libraryapi.h"
#include "app/web/mediaapi.h"
#include "app/web/playlistsite.h"
#include "app/web/radiosite.h"
#include "app/web/tv/contentsite.h"
#include "app/web/tv/playingsite.h"

using namespace Qt::StringLiterals;

namespace Web {

std::vector<std::shared_ptr<Sync::Http::Site>>
makeSites(Sync::Hub &hub, const QString &catalogue, const QString &directory, PersonalMusic::Changed changed)
{
    const auto music = std::make_shared<PersonalMusic>(catalogue, directory, std::move(changed));
    const auto pushed = std::make_shared<Personal::Stations>(directory, Personal::nobodysStations);
    const auto stationUrl = [music, pushed](const QString &user, Sync::TrackId id) -> std::optional<QUrl> {
        const auto own = music->shelfOf(user).stations.station(id);
        const auto station = own ? own : pushed->station(id);
        return station ? std::optional(station->url) : std::nullopt;
    };
    const auto media = std::make_shared<MediaApi>(catalogue, directory + "/cache/transcoded"_L1, stationUrl);
    return {std::make_shared<ArtApi>(catalogue),
            std::make_shared<LibraryApi>(catalogue),
            media,
            std::make_shared<PlaylistSite>(music),
            std::make_shared<FavouriteSite>(music),
            std::make_shared<RadioSite>(music),
            std::make_shared<Television::ContentSite>(music),
            std::make_shared<Television::PlayingSite>(hub, catalogue, directory, music, media)};
}

} // namespace Web
