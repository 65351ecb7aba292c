// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/web/personalmusic.h"
#include "sync/http/routedsite.h"

namespace Web {

/// `/api/v1/radio`: the caller's radio stations (docs/protocol.md). HTTP thread.
class RadioSite final : public Sync::Http::RoutedSite
{
public:
    explicit RadioSite(std::shared_ptr<PersonalMusic> music);

private:
    using Request = Sync::Http::Request;
    using Response = Sync::Http::Response;
    [[nodiscard]] Response list(const Request &request);
    [[nodiscard]] Response add(const Request &request);
    [[nodiscard]] Response remove(const Request &request, const QByteArray &station);

    const std::shared_ptr<PersonalMusic> m_music;
};

} // namespace Web
