// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/cataloguereader.h"
#include "sync/http/routedsite.h"
#include "sync/http/transcoder.h"

namespace Web {

/// `/media/{track id}`: tracks as their files are, cut out where a file has several, or with `format` as any browser plays them
/// (docs/protocol.md). HTTP thread.
class MediaApi final : public Sync::Http::RoutedSite
{
public:
    /// The database must have been prepared. @p folder: where it keeps what it has made.
    MediaApi(const QString &catalogue, const QString &folder);

private:
    [[nodiscard]] Sync::Http::Answer track(const Sync::Http::RequestHead &head, const QByteArray &track);
    [[nodiscard]] Sync::Http::MediaPart partOf(Sync::TrackId id) const;

    const Library::CatalogueReader m_reader;
    Sync::Http::Transcoder m_transcoder;
};

} // namespace Web
