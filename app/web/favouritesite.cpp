// SPDX-License-Identifier: Apache-2.0
#include "app/web/favouritesite.h"

#include "sync/http/parameters.h"
#include "sync/http/routes.h"

using namespace Qt::StringLiterals;
using Sync::Role;
using Sync::Http::errorResponse;
using Sync::Http::Method;
using Sync::Http::pageResponse;
using Sync::Http::Parameters;
using Sync::Http::Request;
using Sync::Http::Response;

namespace Web {

namespace {

qint64 milliseconds(Personal::Moment moment) { return moment.time_since_epoch().count(); }

} // namespace

FavouriteSite::FavouriteSite(std::shared_ptr<PersonalMusic> music)
    : m_music(std::move(music))
{
    serveQuery("/api/v1/favourites", Role::Listener,
               [this](const Request &request, const auto &) { return favourites(request); });
    serve(Method::Put, "/api/v1/favourites/{id}", Role::Controller,
          [this](const Request &request, const auto &parts) { return add(request, parts.first()); });
    serve(Method::Delete, "/api/v1/favourites/{id}", Role::Controller,
          [this](const Request &request, const auto &parts) { return remove(request, parts.first()); });
    serveQuery("/api/v1/history", Role::Listener,
               [this](const Request &request, const auto &) { return history(request); });
}

Response FavouriteSite::favourites(const Request &request)
{
    Parameters parameters(request.head.query);
    const auto page = parameters.page();
    if (auto refused = parameters.refusal())
        return *std::move(refused);
    const QString &user = request.caller->user;
    const auto all = m_music->shelfOf(user).favourites.all();
    QJsonArray items;
    for (const Personal::Favourite &favourite : all.mid(page.offset, page.limit)) {
        QJsonObject json = m_music->describe(user, favourite.trackId);
        json.insert("since_ms"_L1, milliseconds(*favourite.since));
        items.append(json);
    }
    return pageResponse(items, all.size(), page);
}

Response FavouriteSite::add(const Request &request, const QByteArray &track)
{
    const QString &user = request.caller->user;
    const auto id = Sync::Http::idIn(track);
    if (!id || m_music->describe(user, *id).contains("missing"_L1))
        return errorResponse(404, "no_such_track", "the library does not have this track");
    (void)m_music->shelfOf(user).favourites.add(*id, Library::wallTime());
    m_music->tellChanged(user);
    return {.status = 204};
}

/// Also of what the library does not have any more.
Response FavouriteSite::remove(const Request &request, const QByteArray &track)
{
    const QString &user = request.caller->user;
    const auto id = Sync::Http::idIn(track);
    if (!id || *id > Sync::maxId)
        return Sync::Http::nothingHere();
    (void)m_music->shelfOf(user).favourites.remove(*id);
    m_music->tellChanged(user);
    return {.status = 204};
}

Response FavouriteSite::history(const Request &request)
{
    Parameters parameters(request.head.query);
    const auto page = parameters.page();
    if (auto refused = parameters.refusal())
        return *std::move(refused);
    const QString &user = request.caller->user;
    const Personal::History &history = m_music->shelfOf(user).history;
    QJsonArray items;
    for (const Personal::Play &play : history.recent(int(page.limit), int(page.offset))) {
        QJsonObject json = m_music->describe(user, play.trackId);
        json.insert("started_ms"_L1, milliseconds(play.started));
        json.insert("played_ms"_L1, qint64(play.played.count()));
        json.insert("completed"_L1, play.completed);
        items.append(json);
    }
    return pageResponse(items, history.plays(), page);
}

} // namespace Web
