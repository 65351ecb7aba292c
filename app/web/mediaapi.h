// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/cataloguereader.h"
#include "sync/http/site.h"
#include "sync/http/transcoder.h"

namespace Web {

/// `/media/{track id}?format=`: tracks in formats that any browser plays (docs/protocol.md). HTTP thread.
class MediaApi final : public Sync::Http::Site
{
public:
    /// The database must have been prepared. @p folder: where it keeps what it has made.
    MediaApi(const QString &catalogue, const QString &folder);

    [[nodiscard]] std::optional<Sync::Http::Answer> answer(const Sync::Http::Request &request) override;

private:
    [[nodiscard]] Sync::Http::MediaPart partOf(Sync::TrackId id) const;

    const Library::CatalogueReader m_reader;
    Sync::Http::Transcoder m_transcoder;
};

} // namespace Web
