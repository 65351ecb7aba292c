// SPDX-License-Identifier: Apache-2.0
#include "app/web/libraryapi.h"

#include "app/web/libraryjson.h"
#include "sync/http/parameters.h"
#include "sync/http/routes.h"
#include "sync/limits.h"

using namespace Qt::StringLiterals;
using Sync::Http::Method;
using Sync::Http::Page;
using Sync::Http::pageResponse;
using Sync::Http::Parameters;
using Sync::Http::Request;
using Sync::Http::Response;

namespace Web {

namespace {

Library::Filter filterOf(Parameters &parameters)
{
    return {.text = parameters.text("q"),
            .albumId = parameters.number("album", 0, 1, Sync::maxId),
            .artistId = parameters.number("artist", 0, 1, Sync::maxId),
            .genreId = parameters.number("genre", 0, 1, Sync::maxId)};
}

QJsonObject with(QJsonObject json, QLatin1StringView key, const QJsonArray &within)
{
    json.insert(key, within);
    return json;
}

/// Of a list that is short enough to be read whole.
template <typename Thing> Response pageOf(const QList<Thing> &all, const Page &page)
{
    return pageResponse(toJson(all.mid(page.offset, page.limit)), all.size(), page);
}

} // namespace

LibraryApi::LibraryApi(const QString &catalogue)
    : m_reader(catalogue)
{
    const auto addList = [this](const QByteArray &path, Response (LibraryApi::*list)(Parameters &) const) {
        serveQuery(path, Sync::Role::Listener, [this, list](const Request &request, const auto &) {
            Parameters parameters(request.head.query);
            return (this->*list)(parameters);
        });
    };
    addList("/api/v1/tracks", &LibraryApi::tracks);
    addList("/api/v1/albums", &LibraryApi::albums);
    addList("/api/v1/artists", &LibraryApi::artists);
    addList("/api/v1/genres", &LibraryApi::genres);
    addList("/api/v1/search", &LibraryApi::search);
    const auto addOne = [this](const QByteArray &path, Found (LibraryApi::*one)(quint64) const) {
        serve(Method::Get, path, Sync::Role::Listener, [this, one](const Request &, const auto &parts) {
            const auto id = Sync::Http::idIn(parts.first());
            const auto found = id ? (this->*one)(*id) : std::nullopt;
            return found ? Sync::Http::jsonResponse(*found) : Sync::Http::nothingHere();
        });
    };
    addOne("/api/v1/tracks/{id}", &LibraryApi::track);
    addOne("/api/v1/albums/{id}", &LibraryApi::album);
    addOne("/api/v1/artists/{id}", &LibraryApi::artist);
    addOne("/api/v1/genres/{id}", &LibraryApi::genre);
}

Response LibraryApi::tracks(Parameters &parameters) const
{
    if (const auto ids = parameters.ids("ids", Sync::Limits::idsAsked)) {
        if (auto refused = parameters.refusal())
            return *std::move(refused);
        const auto found = m_reader.tracks(*ids);
        return pageResponse(toJson(found), found.size(), {});
    }
    const Page page = parameters.page();
    const Library::Filter filter = filterOf(parameters);
    if (auto refused = parameters.refusal())
        return *std::move(refused);
    const auto ids = m_reader.trackIds(filter);
    return pageResponse(toJson(m_reader.tracks(ids.mid(page.offset, page.limit))), ids.size(), page);
}

Response LibraryApi::albums(Parameters &parameters) const
{
    const Page page = parameters.page();
    const Library::Filter filter = filterOf(parameters);
    if (auto refused = parameters.refusal())
        return *std::move(refused);
    const auto ids = m_reader.albumIds(filter);
    QJsonArray items;
    for (const quint64 id : ids.mid(page.offset, page.limit))
        if (const auto album = m_reader.album(id))
            items.append(toJson(*album));
    return pageResponse(items, ids.size(), page);
}

Response LibraryApi::artists(Parameters &parameters) const
{
    const Page page = parameters.page();
    if (auto refused = parameters.refusal())
        return *std::move(refused);
    return pageOf(m_reader.artists(Library::ArtistRole::OfAlbums), page);
}

Response LibraryApi::genres(Parameters &parameters) const
{
    const Page page = parameters.page();
    if (auto refused = parameters.refusal())
        return *std::move(refused);
    return pageOf(m_reader.genres(), page);
}

Response LibraryApi::search(Parameters &parameters) const
{
    const QString text = parameters.text("q");
    if (auto refused = parameters.refusal())
        return *std::move(refused);
    const auto found = m_reader.search(text);
    return Sync::Http::jsonResponse({{"tracks"_L1, toJson(found.tracks)},
                                     {"albums"_L1, toJson(found.albums)},
                                     {"artists"_L1, toJson(found.artists)}});
}

LibraryApi::Found LibraryApi::track(quint64 id) const
{
    const auto track = m_reader.track(id);
    return track ? Found(toJson(*track)) : std::nullopt;
}

LibraryApi::Found LibraryApi::album(quint64 id) const
{
    const auto album = m_reader.album(id);
    return album ? Found(with(toJson(*album), "tracks"_L1, toJson(m_reader.tracksOfAlbum(id))))
                 : std::nullopt;
}

LibraryApi::Found LibraryApi::artist(quint64 id) const
{
    const auto artist = m_reader.artist(id);
    return artist ? Found(with(toJson(*artist), "albums"_L1, toJson(m_reader.albums({.artistId = id}))))
                  : std::nullopt;
}

LibraryApi::Found LibraryApi::genre(quint64 id) const
{
    const auto genre = m_reader.genre(id);
    return genre ? Found(with(toJson(*genre), "albums"_L1, toJson(m_reader.albums({.genreId = id}))))
                 : std::nullopt;
}

} // namespace Web
