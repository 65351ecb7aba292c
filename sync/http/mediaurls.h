// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/site.h"

namespace Sync::Http {

/// `POST /api/v1/tracks/{id}/url`: an address of the track's file for a player that can send no token
/// (docs/protocol.md).
class MediaUrls final : public Site
{
public:
    explicit MediaUrls(QByteArray key)
        : m_key(std::move(key))
    {
    }
    [[nodiscard]] std::optional<Answer> answer(const Request &request) override;

private:
    const QByteArray m_key;
};

} // namespace Sync::Http
