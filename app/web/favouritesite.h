// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/web/personalmusic.h"
#include "sync/http/routedsite.h"

namespace Web {

/// `/api/v1/favourites` and `/api/v1/history`: which tracks the caller likes, and what was heard
/// (docs/protocol.md). HTTP thread.
class FavouriteSite final : public Sync::Http::RoutedSite
{
public:
    explicit FavouriteSite(std::shared_ptr<PersonalMusic> music);

private:
    using Request = Sync::Http::Request;
    using Response = Sync::Http::Response;
    [[nodiscard]] Response favourites(const Request &request);
    [[nodiscard]] Response add(const Request &request, const QByteArray &track);
    [[nodiscard]] Response remove(const Request &request, const QByteArray &track);
    [[nodiscard]] Response history(const Request &request);

    const std::shared_ptr<PersonalMusic> m_music;
};

} // namespace Web
