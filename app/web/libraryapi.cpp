// SPDX-License-Identifier: Apache-2.0
#include "app/web/libraryapi.h"

#include "app/web/libraryjson.h"
#include "app/web/parameters.h"
#include "sync/http/routes.h"

using namespace Qt::StringLiterals;
using Sync::Http::RequestHead;
using Sync::Http::Response;

namespace Web {

namespace {

constexpr QByteArrayView prefix{"/api/v1/"};
constexpr quint64 furthest = 10'000'000; // a page may begin there

Response bad(const Fault &fault)
{
    return Sync::Http::errorResponse(400, "bad_parameter", fault.message, fault.field);
}

struct Page {
    qsizetype offset = 0;
    qsizetype limit = 0;
};

Page pageOf(Parameters &parameters)
{
    return {.offset = qsizetype(parameters.number("offset", 0, 0, furthest)),
            .limit = qsizetype(parameters.number("limit", LibraryApi::pageUsual, 1, LibraryApi::pageMost))};
}

Library::Filter filterOf(Parameters &parameters)
{
    return {.text = parameters.text("q"),
            .albumId = parameters.number("album", 0, 1, Sync::maxId),
            .artistId = parameters.number("artist", 0, 1, Sync::maxId),
            .genreId = parameters.number("genre", 0, 1, Sync::maxId)};
}

QJsonObject pageJson(const QJsonArray &items, qsizetype total, const Page &page)
{
    return {{"items"_L1, items}, {"total"_L1, qint64(total)}, {"offset"_L1, qint64(page.offset)}};
}

/// Of a list that is short enough to be read whole.
template <typename Thing> Response pageResponse(const QList<Thing> &all, const Page &page)
{
    return Sync::Http::jsonResponse(pageJson(toJson(all.mid(page.offset, page.limit)), all.size(), page));
}

} // namespace

LibraryApi::LibraryApi(const QString &catalogue)
    : m_reader(catalogue)
{
}

std::optional<Sync::Http::Answer> LibraryApi::answer(const Sync::Http::Request &request)
{
    const RequestHead &head = request.head;
    if (!head.path.startsWith(prefix))
        return std::nullopt;
    if (!request.reads())
        return Sync::Http::onlyReadable();
    using Answer = Response (LibraryApi::*)(Parameters &) const;
    static constexpr std::pair<QByteArrayView, Answer> lists[] = {{"tracks", &LibraryApi::tracks},
                                                                  {"albums", &LibraryApi::albums},
                                                                  {"artists", &LibraryApi::artists},
                                                                  {"genres", &LibraryApi::genres},
                                                                  {"search", &LibraryApi::search}};
    const QByteArrayView path = QByteArrayView(head.path).sliced(prefix.size());
    Parameters parameters(head.query);
    for (const auto &[name, list] : lists)
        if (path == name)
            return (this->*list)(parameters);
    const qsizetype slash = path.indexOf('/');
    const auto id = slash < 0 ? std::nullopt : Sync::Http::idIn(path.sliced(slash + 1));
    const auto found = id ? one(path.first(slash), *id) : std::nullopt;
    return found ? Sync::Http::jsonResponse(*found) : Sync::Http::nothingHere();
}

Response LibraryApi::tracks(Parameters &parameters) const
{
    const Page page = pageOf(parameters);
    const Library::Filter filter = filterOf(parameters);
    if (const auto fault = parameters.fault())
        return bad(*fault);
    const auto ids = m_reader.trackIds(filter);
    return Sync::Http::jsonResponse(
        pageJson(toJson(m_reader.tracks(ids.mid(page.offset, page.limit))), ids.size(), page));
}

Response LibraryApi::albums(Parameters &parameters) const
{
    const Page page = pageOf(parameters);
    const Library::Filter filter = filterOf(parameters);
    if (const auto fault = parameters.fault())
        return bad(*fault);
    const auto ids = m_reader.albumIds(filter);
    QJsonArray items;
    for (const quint64 id : ids.mid(page.offset, page.limit))
        if (const auto album = m_reader.album(id))
            items.append(toJson(*album));
    return Sync::Http::jsonResponse(pageJson(items, ids.size(), page));
}

Response LibraryApi::artists(Parameters &parameters) const
{
    const Page page = pageOf(parameters);
    if (const auto fault = parameters.fault())
        return bad(*fault);
    return pageResponse(m_reader.artists(Library::ArtistRole::OfAlbums), page);
}

Response LibraryApi::genres(Parameters &parameters) const
{
    const Page page = pageOf(parameters);
    if (const auto fault = parameters.fault())
        return bad(*fault);
    return pageResponse(m_reader.genres(), page);
}

Response LibraryApi::search(Parameters &parameters) const
{
    const QString text = parameters.text("q");
    if (const auto fault = parameters.fault())
        return bad(*fault);
    const auto found = m_reader.search(text);
    return Sync::Http::jsonResponse({{"tracks"_L1, toJson(found.tracks)},
                                     {"albums"_L1, toJson(found.albums)},
                                     {"artists"_L1, toJson(found.artists)}});
}

/// With what is in it, where it holds something.
std::optional<QJsonObject> LibraryApi::one(QByteArrayView kind, quint64 id) const
{
    std::optional<QJsonObject> json;
    if (kind == "tracks") {
        if (const auto track = m_reader.track(id))
            json = toJson(*track);
    } else if (kind == "albums") {
        if (const auto album = m_reader.album(id)) {
            json = toJson(*album);
            json->insert("tracks"_L1, toJson(m_reader.tracksOfAlbum(id)));
        }
    } else if (kind == "artists") {
        if (const auto artist = m_reader.artist(id)) {
            json = toJson(*artist);
            json->insert("albums"_L1, toJson(m_reader.albums({.artistId = id})));
        }
    } else if (kind == "genres") {
        if (const auto genre = m_reader.genre(id)) {
            json = toJson(*genre);
            json->insert("albums"_L1, toJson(m_reader.albums({.genreId = id})));
        }
    }
    return json;
}

} // namespace Web
