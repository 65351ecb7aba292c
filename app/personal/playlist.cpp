// SPDX-License-Identifier: Apache-2.0
#include "app/personal/playlist.h"

#include "app/library/cataloguereader.h"
#include "app/personal/limits.h"

#include <QSet>

namespace Personal {

std::optional<PlaylistItem> itemOf(const Library::CatalogueReader &catalogue, Sync::TrackId track)
{
    const auto known = catalogue.track(track);
    if (!known)
        return std::nullopt;
    return PlaylistItem{.trackId = track,
                        .title = known->title,
                        .artist = known->artist,
                        .duration = known->duration,
                        .path = catalogue.pathOf(track)};
}

QString tidyName(const QString &typed) { return typed.simplified().left(Limits::nameCharacters).trimmed(); }

QList<PlaylistItem> without(const QList<PlaylistItem> &items, const QList<int> &positions)
{
    const QSet<int> gone(positions.cbegin(), positions.cend());
    QList<PlaylistItem> left;
    for (int i = 0; i < items.size(); ++i)
        if (!gone.contains(i))
            left.append(items.at(i));
    return left;
}

QList<PlaylistItem> moved(const QList<PlaylistItem> &items, const QList<int> &positions, int to)
{
    const QSet<int> moving(positions.cbegin(), positions.cend());
    QList<PlaylistItem> before;
    QList<PlaylistItem> between;
    QList<PlaylistItem> after;
    for (int i = 0; i < items.size(); ++i)
        (moving.contains(i) ? between : i < to ? before : after).append(items.at(i));
    return before + between + after;
}

} // namespace Personal
