// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/cataloguereader.h"
#include "sync/http/routedsite.h"
#include "sync/http/transcoder.h"

namespace Web {

/// `/media/{track id}`: tracks as their files are, cut out where a file has several, or with `format` as any
/// browser plays them (docs/protocol.md). Of a station only where it is. HTTP thread.
class MediaApi final : public Sync::Http::RoutedSite
{
public:
    /// Where a user's station with that id is.
    using StationUrl = std::function<std::optional<QUrl>(const QString &user, Sync::TrackId station)>;

    /// The database must have been prepared. @p folder: where it keeps what it has made. @p stationUrl may be
    /// none.
    MediaApi(const QString &catalogue, const QString &folder, StationUrl stationUrl = {});

private:
    [[nodiscard]] Sync::Http::Answer track(const Sync::Http::Request &request, const QByteArray &track);
    [[nodiscard]] Sync::Http::Response notHere(const QString &user, Sync::TrackId id) const;
    [[nodiscard]] Sync::Http::MediaPart partOf(Sync::TrackId id) const;

    const Library::CatalogueReader m_reader;
    const StationUrl m_stationUrl;
    Sync::Http::Transcoder m_transcoder;
};

} // namespace Web
