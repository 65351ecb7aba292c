// SPDX-License-Identifier: Apache-2.0
#include "app/web/tv/contentsite.h"

#include "app/web/tv/songs.h"
#include "app/web/tv/tiles.h"
#include "sync/http/routes.h"
#include "sync/tv/doing.h"
#include "sync/tv/limits.h"
#include "sync/tv/tvfiles.h"
#include "sync/tv/tvpairing.h"

#include <QFile>
#include <QLocale>

using namespace Qt::StringLiterals;
using Sync::Http::jsonResponse;
using Sync::Http::Request;
using Sync::Http::Response;
using Sync::Tv::Addresses;
using Sync::Tv::Item;
using Sync::Tv::Look;
using Sync::Tv::Page;

namespace Web::Television {

namespace {

constexpr QByteArrayView suffix{".json"};
constexpr Library::SearchLimits found{.tracks = 60, .albums = 20, .artists = 12};

Addresses addressesOf(const Request &request)
{
    return {.base = Sync::Tv::baseOf(request.head), .token = request.caller ? request.tvToken : QByteArray()};
}

/// The keyboard of the app, or our own where there is one.
QString keyboardAt(const Addresses &addresses)
{
    return QFile::exists(u":/segue/msx/input.html"_s)
        ? QString::fromLatin1(addresses.base + "/msx/input.html")
        : u"http://msx.benzac.de/interaction/input.html"_s;
}

QString keyboardLanguage()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? u"en"_s : locale.name().left(2);
}

} // namespace

ContentSite::ContentSite(std::shared_ptr<Web::PersonalMusic> music)
    : m_music(std::move(music))
{
    serveQuery("/msx/menu.json", std::nullopt,
               [this](const Request &request, const auto &) { return menu(request); });
    addList("/msx/albums", &ContentSite::albums);
    addList("/msx/artists", &ContentSite::artists);
    addList("/msx/playlists", &ContentSite::playlists);
    addList("/msx/favourites", &ContentSite::favourites);
    addList("/msx/tracks", &ContentSite::tracks);
    addList("/msx/radio", &ContentSite::radio);
    addList("/msx/recent", &ContentSite::recent);
    addList("/msx/search", &ContentSite::search);
    addOne("/msx/albums", &ContentSite::album);
    addOne("/msx/artists", &ContentSite::artist);
    addOne("/msx/playlists", &ContentSite::playlist);
}

void ContentSite::addList(const QByteArray &path, Make make)
{
    serveQuery(path + suffix.toByteArray(), std::nullopt,
               [this, make](const Request &request, const auto &) { return show(request, make, 0); });
}

void ContentSite::addOne(const QByteArray &list, Make make)
{
    serveQuery(list + "/{file}", std::nullopt, [this, make](const Request &request, const auto &parts) {
        const QByteArray &file = parts.first();
        const auto id = file.endsWith(suffix) ? Sync::Http::idIn(file.chopped(suffix.size())) : std::nullopt;
        return id ? show(request, make, *id) : Sync::Http::nothingHere();
    });
}

Response ContentSite::show(const Request &request, Make make, quint64 id) const
{
    const Addresses addresses = addressesOf(request);
    if (!request.caller)
        return jsonResponse(toJson(Sync::Tv::askingPage(addresses)));
    Sync::Http::Parameters parameters(request.head.query);
    (void)Sync::Tv::takeAppsOwn(parameters);
    using namespace Sync::Limits;
    const Wish wish{.user = request.caller->user,
                    .addresses = addresses,
                    .path = request.head.path,
                    .part = {.offset = qsizetype(parameters.number("offset", 0, 0, pageFurthest)),
                             .limit = qsizetype(parameters.number("limit", tvPageUsual, 1, tvPageMost))},
                    .id = id,
                    .typed = make == &ContentSite::search ? parameters.text("q") : QString()};
    if (auto refused = parameters.refusal())
        return *std::move(refused);
    const auto page = (this->*make)(wish);
    return page ? jsonResponse(toJson(*page))
                : jsonResponse(Sync::Tv::wrappedRefusal(404, tr("This is not there any more")));
}

Response ContentSite::menu(const Request &request) const
{
    Addresses addresses = addressesOf(request);
    if (!request.caller)
        return jsonResponse(Sync::Tv::menuJson(u"Segue"_s,
                                               {{.icon = u"tv"_s,
                                                 .label = tr("Let this TV in"),
                                                 .data = toJson(Sync::Tv::askingPage(addresses))}}));
    const auto page = [&](const QByteArray &name) { return addresses.of("/msx/" + name + ".json"); };
    const QString keys = u"request:interaction:"_s + addresses.of("/msx/search.json", "q={INPUT}")
        + u"|search:3|%1|%2@%3"_s.arg(keyboardLanguage(), Sync::Tv::msxText(tr("Search")),
                                      keyboardAt(addresses));
    return jsonResponse(
        Sync::Tv::menuJson(u"Segue"_s,
                           {{.icon = u"queue-music"_s, .label = tr("Playing now"), .data = page("queue")},
                            {.icon = u"album"_s, .label = tr("Albums"), .data = page("albums")},
                            {.icon = u"person"_s, .label = tr("Artists"), .data = page("artists")},
                            {.icon = u"playlist-play"_s, .label = tr("Playlists"), .data = page("playlists")},
                            {.icon = u"favorite"_s, .label = tr("Favourites"), .data = page("favourites")},
                            {.icon = u"audiotrack"_s, .label = tr("Tracks"), .data = page("tracks")},
                            {.icon = u"radio"_s, .label = tr("Radio"), .data = page("radio")},
                            {.icon = u"history"_s, .label = tr("Recently played"), .data = page("recent")},
                            {.icon = u"search"_s, .label = tr("Search"), .data = keys}}));
}

std::optional<Page> ContentSite::albums(const Wish &wish) const
{
    const auto all = m_music->catalogue().albums();
    Page page{.headline = tr("Albums"), .nothing = tr("No albums yet")};
    for (const Library::Album &album : all.mid(wish.part.offset, wish.part.limit))
        page.items.append(tileOf(album, wish.addresses));
    addMore(page, wish, all.size());
    return page;
}

std::optional<Page> ContentSite::artists(const Wish &wish) const
{
    const auto all = m_music->catalogue().artists(Library::ArtistRole::OfAlbums);
    Page page{.headline = tr("Artists"), .nothing = tr("No artists yet")};
    for (const Library::Artist &artist : all.mid(wish.part.offset, wish.part.limit))
        page.items.append(tileOf(artist, wish.addresses));
    addMore(page, wish, all.size());
    return page;
}

std::optional<Page> ContentSite::playlists(const Wish &wish) const
{
    const auto all = m_music->shelfOf(wish.user).playlists.all();
    Page page{.headline = tr("Playlists"), .nothing = tr("No playlists yet")};
    for (const Personal::Playlist &playlist : all.mid(wish.part.offset, wish.part.limit))
        page.items.append({.title = playlist.name,
                           .footer = tr("%n track(s)", "", playlist.itemCount),
                           .icon = u"msx-white-soft:playlist-play"_s,
                           .action = u"content:"_s
                               + wish.addresses.of("/msx/playlists/" + QByteArray::number(playlist.id)
                                                   + suffix.toByteArray())});
    addMore(page, wish, all.size());
    return page;
}

std::optional<Page> ContentSite::favourites(const Wish &wish) const
{
    QList<Sync::TrackId> tracks;
    for (const Personal::Favourite &favourite : m_music->shelfOf(wish.user).favourites.all())
        tracks.append(favourite.trackId);
    return songPage(wish, tr("Favourites"), {.fromIs = u"favorites"_s}, tracks);
}

std::optional<Page> ContentSite::tracks(const Wish &wish) const
{
    return songPage(wish, tr("Tracks"), {.fromIs = u"tracks"_s}, m_music->catalogue().trackIds());
}

std::optional<Page> ContentSite::radio(const Wish &wish) const
{
    QList<Sync::TrackId> tracks;
    for (const Personal::Station &station : m_music->shelfOf(wish.user).stations.all())
        tracks.append(station.id);
    return songPage(wish, tr("Radio"), {.fromIs = u"radio"_s}, tracks);
}

std::optional<Page> ContentSite::recent(const Wish &wish) const
{
    QList<Sync::TrackId> tracks;
    for (const Personal::PlayCount &heard :
         m_music->shelfOf(wish.user).history.recentlyPlayed(int(Sync::Limits::tvPageMost)))
        tracks.append(heard.trackId);
    return songPage(wish, tr("Recently played"), {.fromIs = u"history"_s}, tracks);
}

std::optional<Page> ContentSite::search(const Wish &wish) const
{
    const Library::Found all = m_music->catalogue().search(wish.typed, found);
    Page page{.headline = wish.typed.isEmpty() ? tr("Search") : tr("Search: %1").arg(wish.typed),
              .look = Look::Rows,
              .nothing = tr("Nothing found")};
    const auto append = [&](Item item, const QString &kind) {
        item.label = item.title;
        item.extension = kind;
        page.items.append(item);
    };
    for (const Library::Artist &artist : all.artists)
        append(tileOf(artist, wish.addresses), tr("Artist"));
    for (const Library::Album &album : all.albums)
        append(tileOf(album, wish.addresses), tr("Album · %1").arg(album.artist));
    for (const Library::Track &track : all.tracks)
        page.items.append(
            rowOf(songOf(track), wish.addresses, playing({.fromIs = u"search"_s}, track.id, wish.typed)));
    return page;
}

std::optional<Page> ContentSite::album(const Wish &wish) const
{
    const auto album = m_music->catalogue().album(wish.id);
    if (!album)
        return std::nullopt;
    QList<Sync::TrackId> tracks;
    for (const Library::Track &track : m_music->catalogue().tracksOfAlbum(wish.id))
        tracks.append(track.id);
    return songPage(wish, u"%1 – %2"_s.arg(album->artist, album->title),
                    {.fromIs = u"album"_s, .fromIsId = wish.id}, tracks);
}

std::optional<Page> ContentSite::artist(const Wish &wish) const
{
    const auto artist = m_music->catalogue().artist(wish.id);
    if (!artist)
        return std::nullopt;
    const Library::Filter filter{.artistId = wish.id};
    const auto albums = m_music->catalogue().albums(filter);
    Page page{.headline = artist->name, .nothing = tr("No albums yet")};
    const auto tracks = m_music->catalogue().trackIds(filter);
    if (wish.part.offset == 0 && !tracks.isEmpty())
        page.items.append(
            {.title = tr("Everything"),
             .icon = u"msx-white-soft:play-arrow"_s,
             .action = u"execute:fetch:"_s
                 + wish.addresses.of(
                     "/msx/do",
                     "what=play&" + playing({.fromIs = u"artist"_s, .fromIsId = wish.id}, tracks.first()))});
    for (const Library::Album &album : albums.mid(wish.part.offset, wish.part.limit))
        page.items.append(tileOf(album, wish.addresses));
    addMore(page, wish, albums.size());
    return page;
}

std::optional<Page> ContentSite::playlist(const Wish &wish) const
{
    const auto playlist = m_music->shelfOf(wish.user).playlists.playlist(wish.id);
    if (!playlist)
        return std::nullopt;
    QList<Sync::TrackId> tracks;
    for (const Personal::PlaylistItem &item : m_music->shelfOf(wish.user).playlists.items(wish.id))
        if (item.trackId != 0)
            tracks.append(item.trackId);
    return songPage(wish, playlist->name, {.fromIs = u"playlist"_s, .fromIsId = wish.id}, tracks);
}

/// What the library does not have now is left out: a television could only be silent about it.
Page ContentSite::songPage(const Wish &wish, const QString &headline, const Sync::Context &context,
                           const QList<Sync::TrackId> &tracks) const
{
    Page page{.headline = headline, .look = Look::Rows, .nothing = tr("Nothing here yet")};
    for (const Sync::TrackId id : tracks.mid(wish.part.offset, wish.part.limit)) {
        if (const auto track = m_music->catalogue().track(id))
            page.items.append(rowOf(songOf(*track), wish.addresses, playing(context, id)));
        else if (const auto station = m_music->shelfOf(wish.user).stations.station(id))
            page.items.append(rowOf({.id = id, .title = station->name, .artist = station->url.host()},
                                    wish.addresses, playing(context, id)));
    }
    addMore(page, wish, tracks.size());
    return page;
}

/// A list goes on on a page of its own, so that a television never holds all of a large library.
void ContentSite::addMore(Page &page, const Wish &wish, qsizetype total) const
{
    const qsizetype next = wish.part.offset + wish.part.limit;
    if (next >= total)
        return;
    const QByteArray query =
        "offset=" + QByteArray::number(next) + "&limit=" + QByteArray::number(wish.part.limit);
    page.items.append({.title = tr("More"),
                       .label = tr("More"),
                       .extension = u"%1 / %2"_s.arg(next).arg(total),
                       .icon = u"msx-white-soft:more-horiz"_s,
                       .action = u"content:"_s + wish.addresses.of(wish.path, query)});
}

} // namespace Web::Television
