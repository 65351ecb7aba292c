// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/routedsite.h"

namespace Sync::Http {

/// `POST /api/v1/tracks/{id}/url`: an address of the track's file for a player that can send no token
/// (docs/protocol.md).
class MediaUrls final : public RoutedSite
{
public:
    explicit MediaUrls(QByteArray key);

private:
    [[nodiscard]] Response sign(const Request &request, const QByteArray &track) const;

    const QByteArray m_key;
};

} // namespace Sync::Http
