// SPDX-License-Identifier: Apache-2.0
#include "app/web/personalmusic.h"

#include "app/web/libraryjson.h"

using namespace Qt::StringLiterals;

namespace Web {

PersonalMusic::PersonalMusic(const QString &catalogue, const QString &directory, Changed changed)
    : m_catalogue(catalogue)
    , m_shelves(directory)
    , m_changed(std::move(changed))
{
}

QJsonObject PersonalMusic::describe(const QString &user, Sync::TrackId track)
{
    if (const auto known = m_catalogue.track(track))
        return toJson(*known);
    if (const auto station = shelfOf(user).stations.station(track))
        return {{"id"_L1, qint64(track)}, {"title"_L1, station->name}};
    const auto missing = m_catalogue.missingTrack(track);
    QJsonObject json = missing ? toJson(*missing) : QJsonObject{{"id"_L1, qint64(track)}};
    json.insert("missing"_L1, true);
    return json;
}

} // namespace Web
