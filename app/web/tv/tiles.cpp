// SPDX-License-Identifier: Apache-2.0
#include "app/web/tv/tiles.h"

using namespace Qt::StringLiterals;
using Sync::Tv::Addresses;
using Sync::Tv::Item;

namespace Web::Television {

namespace {

QString artOf(quint64 albumId, const Addresses &addresses, const QByteArray &size)
{
    return albumId == 0 ? QString() : addresses.of("/art/" + QByteArray::number(albumId), "size=" + size);
}

QString contentOf(const QByteArray &list, quint64 id, const Addresses &addresses)
{
    return u"content:"_s + addresses.of("/msx/" + list + '/' + QByteArray::number(id) + ".json");
}

} // namespace

Item tileOf(const Library::Album &album, const Addresses &addresses)
{
    return {.title = album.title,
            .footer = album.artist,
            .icon = u"msx-white-soft:album"_s,
            .image = artOf(album.id, addresses, "512"),
            .action = contentOf("albums", album.id, addresses)};
}

Item tileOf(const Library::Artist &artist, const Addresses &addresses)
{
    return {.title = artist.name,
            .icon = u"msx-white-soft:person"_s,
            .action = contentOf("artists", artist.id, addresses)};
}

Item rowOf(const Sync::Tv::Song &song, const Addresses &addresses, const QByteArray &query)
{
    QStringList words;
    if (!song.artist.isEmpty())
        words.append(song.artist);
    if (song.duration.count() > 0)
        words.append(Sync::Tv::timeText(song.duration));
    return {.title = song.title,
            .footer = song.artist,
            .label = song.title,
            .extension = words.join(u" · "_s),
            .icon = u"msx-white-soft:audiotrack"_s,
            .image = artOf(song.albumId, addresses, "128"),
            .action = u"execute:fetch:"_s + addresses.of("/msx/do", "what=play&" + query)};
}

QByteArray playing(const Sync::Context &context, Sync::TrackId track, const QString &searched)
{
    QByteArray query = "from=" + context.fromIs.toUtf8().toPercentEncoding()
        + "&id=" + QByteArray::number(context.fromIsId) + "&track=" + QByteArray::number(track);
    if (!searched.isEmpty())
        query += "&q=" + searched.toUtf8().toPercentEncoding();
    return query;
}

} // namespace Web::Television
