// SPDX-License-Identifier: Apache-2.0
#include "app/personal/musicsource.h"

#include "app/personal/logging.h"

using namespace Qt::StringLiterals;

namespace Personal {

namespace {

constexpr int historyLength = 1000;

/// The ids of what has one: an item of a playlist may be of no track here.
template <typename Rows, typename Id> QList<Sync::TrackId> idsOf(const Rows &rows, Id id)
{
    QList<Sync::TrackId> ids;
    ids.reserve(rows.size());
    for (const auto &row : rows)
        if (row.*id != 0)
            ids.append(row.*id);
    return ids;
}

} // namespace

MusicSource::MusicSource(const QString &catalogue, const QString &directory)
    : m_catalogue(catalogue)
    , m_shelves(directory)
{
}

MusicSource::~MusicSource() = default;

std::optional<Sync::TrackInfo> MusicSource::track(const QString &user, Sync::TrackId id) const
{
    if (auto track = m_catalogue.track(user, id))
        return track;
    const auto found = station(user, id);
    if (!found)
        return std::nullopt;
    return Sync::TrackInfo{
        .id = id, .title = found->name, .artist = {}, .album = found->url.host(), .duration = {}};
}

QList<Sync::TrackId> MusicSource::tracksOf(const QString &user, const Sync::Context &context) const
{
    const Shelf *own = shelf(user);
    if (own && context.fromIs == "playlist"_L1)
        return idsOf(own->playlists.items(context.fromIsId), &PlaylistItem::trackId);
    if (own && context == Sync::Context{.fromIs = u"favorites"_s})
        return idsOf(own->favourites.all(), &Favourite::trackId);
    if (own && context == Sync::Context{.fromIs = u"history"_s})
        return idsOf(own->history.recentlyPlayed(historyLength), &PlayCount::trackId);
    if (own && context == Sync::Context{.fromIs = u"radio"_s})
        return idsOf(own->stations.all(), &Station::id);
    return m_catalogue.tracksOf(user, context);
}

std::optional<Station> MusicSource::station(const QString &user, quint64 id) const
{
    for (const QString &whose : {user, QString(nobodysStations)}) {
        const Shelf *known = shelf(whose);
        if (auto found = known ? known->stations.station(id) : std::nullopt)
            return found;
    }
    return std::nullopt;
}

const Shelf *MusicSource::shelf(const QString &user) const
{
    try {
        return &m_shelves.of(user);
    } catch (const Sync::DatabaseError &error) {
        qCWarning(personalLog) << error.what();
        return nullptr;
    }
}

} // namespace Personal
