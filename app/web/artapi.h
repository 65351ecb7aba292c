// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/web/art.h"
#include "sync/http/routedsite.h"

namespace Web {

/// `/art/{album id}`: covers for pages and programs (docs/protocol.md). HTTP thread.
class ArtApi final : public Sync::Http::RoutedSite
{
public:
    /// The database must have been prepared.
    explicit ArtApi(const QString &catalogue);

private:
    [[nodiscard]] Sync::Http::Answer cover(const Sync::Http::RequestHead &head, const QByteArray &album);

    Art m_art;
};

/// The side of the picture that is made where one of @p wanted pixels is asked for: one of a few.
[[nodiscard]] int artSize(int wanted);

/// @p versioned: the address says which picture of the album it means, so it never gets another one.
[[nodiscard]] Sync::Http::Response artResponse(const Sync::Http::RequestHead &head, const Picture &picture,
                                               bool versioned);

} // namespace Web
