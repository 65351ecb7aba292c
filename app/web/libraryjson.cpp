// SPDX-License-Identifier: Apache-2.0
#include "app/web/libraryjson.h"

using namespace Qt::StringLiterals;

namespace Web {

namespace {

void add(QJsonObject &json, QLatin1StringView key, const QString &value)
{
    if (!value.isEmpty())
        json.insert(key, value);
}

void add(QJsonObject &json, QLatin1StringView key, qint64 value)
{
    if (value != 0)
        json.insert(key, value);
}

} // namespace

QJsonObject toJson(const Library::Track &track)
{
    QJsonObject json{{"id"_L1, qint64(track.id)}, {"title"_L1, track.title}};
    add(json, "artist"_L1, track.artist);
    add(json, "artist_id"_L1, qint64(track.artistId));
    add(json, "album"_L1, track.album);
    add(json, "album_id"_L1, qint64(track.albumId));
    add(json, "album_artist"_L1, track.albumArtist);
    add(json, "genre"_L1, track.genre);
    add(json, "disc"_L1, track.discNumber);
    add(json, "track"_L1, track.trackNumber);
    add(json, "year"_L1, track.year);
    add(json, "duration_ms"_L1, track.duration.count());
    return json;
}

QJsonObject toJson(const Library::Album &album)
{
    QJsonObject json{{"id"_L1, qint64(album.id)},
                     {"title"_L1, album.title},
                     {"artist"_L1, album.artist},
                     {"track_count"_L1, album.trackCount}};
    add(json, "artist_id"_L1, qint64(album.artistId));
    add(json, "year"_L1, album.year);
    add(json, "duration_ms"_L1, album.duration.count());
    return json;
}

QJsonObject toJson(const Library::Artist &artist)
{
    return {{"id"_L1, qint64(artist.id)},
            {"name"_L1, artist.name},
            {"album_count"_L1, artist.albumCount},
            {"track_count"_L1, artist.trackCount}};
}

QJsonObject toJson(const Library::Genre &genre)
{
    return {{"id"_L1, qint64(genre.id)},
            {"name"_L1, genre.name},
            {"album_count"_L1, genre.albumCount},
            {"track_count"_L1, genre.trackCount}};
}

} // namespace Web
