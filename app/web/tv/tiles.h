// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/track.h"
#include "sync/tv/queuelist.h"

/// One thing of the library as an item of a television's page.
namespace Web::Television {

[[nodiscard]] Sync::Tv::Item tileOf(const Library::Album &album, const Sync::Tv::Addresses &addresses);
[[nodiscard]] Sync::Tv::Item tileOf(const Library::Artist &artist, const Sync::Tv::Addresses &addresses);
/// @p query: what of `/msx/do` plays it, after `what=play`.
[[nodiscard]] Sync::Tv::Item rowOf(const Sync::Tv::Song &song, const Sync::Tv::Addresses &addresses,
                                   const QByteArray &query);

/// That query, for a track of @p context.
[[nodiscard]] QByteArray playing(const Sync::Context &context, Sync::TrackId track,
                                 const QString &searched = {});

} // namespace Web::Television
