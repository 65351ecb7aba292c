// SPDX-License-Identifier: Apache-2.0
#include "app/web/playlistsite.h"

#include "app/personal/limits.h"
#include "app/web/libraryjson.h"
#include "sync/http/parameters.h"
#include "sync/http/routes.h"
#include "sync/limits.h"

#include <numeric>

using namespace Qt::StringLiterals;
using Personal::Playlist;
using Personal::PlaylistItem;
using Sync::Fields;
using Sync::Role;
using Sync::Http::badField;
using Sync::Http::jsonResponse;
using Sync::Http::Method;
using Sync::Http::pageResponse;
using Sync::Http::Parameters;
using Sync::Http::readBody;
using Sync::Http::Request;
using Sync::Http::Response;

namespace Web {

namespace {

constexpr auto base = "/api/v1/playlists";
constexpr qint64 end = Personal::Limits::playlistItems;

QJsonObject toJson(const Playlist &playlist)
{
    return {{"id"_L1, qint64(playlist.id)},
            {"name"_L1, playlist.name},
            {"track_count"_L1, playlist.itemCount},
            {"duration_ms"_L1, qint64(playlist.duration.count())},
            {"created_ms"_L1, qint64(playlist.created.time_since_epoch().count())},
            {"changed_ms"_L1, qint64(playlist.changed.time_since_epoch().count())}};
}

QString readName(Fields &fields)
{
    constexpr qsizetype most = Personal::Limits::nameCharacters;
    const QString name = fields.text("name"_L1, 4 * most).simplified();
    if (name.isEmpty())
        fields.fail("name"_L1, "is empty");
    else if (name.size() > most)
        fields.fail("name"_L1, "is too long");
    return name;
}

QList<Sync::TrackId> readTracks(Fields &fields)
{
    return fields.ids("tracks"_L1, Sync::Limits::idsInMessage);
}

Response unknownTrack()
{
    return badField({.field = u"tracks"_s, .reason = u"field 'tracks' has one the library does not have"_s});
}

Response tooMany()
{
    return badField({.field = u"tracks"_s,
                     .reason = u"a playlist holds %1 tracks at most"_s.arg(Personal::Limits::playlistItems)});
}

struct New {
    QString name;
    QList<Sync::TrackId> tracks;
};

struct Insertion {
    QList<Sync::TrackId> tracks;
    int at = 0;
};

/// Of one track, so that it stands at `to` afterwards.
struct Step {
    int from = 0;
    int to = 0;
};

struct Removal {
    int at = 0;
    int count = 1;
};

} // namespace

PlaylistSite::PlaylistSite(std::shared_ptr<PersonalMusic> music)
    : m_music(std::move(music))
{
    serveQuery(base, Role::Listener, [this](const Request &request, const auto &) { return list(request); });
    serve(Method::Post, base, Role::Controller,
          [this](const Request &request, const auto &) { return create(request); });
    serveQuery(base + QByteArray("/{id}"), Role::Listener, ofOne(&PlaylistSite::show));
    addOne(Method::Patch, {}, Role::Controller, &PlaylistSite::rename);
    addOne(Method::Delete, {}, Role::Controller, &PlaylistSite::remove);
    addOne(Method::Post, "/insert", Role::Controller, &PlaylistSite::insert);
    addOne(Method::Post, "/move", Role::Controller, &PlaylistSite::move);
    addOne(Method::Post, "/remove", Role::Controller, &PlaylistSite::take);
}

void PlaylistSite::addOne(Method method, const QByteArray &rest, Role role, OfOne serveOne)
{
    serve(method, base + ("/{id}" + rest), role, ofOne(serveOne));
}

Sync::Http::Route::Handler PlaylistSite::ofOne(OfOne serveOne)
{
    return [this, serveOne](const Request &request, const QByteArrayList &parts) {
        const auto id = Sync::Http::idIn(parts.first());
        const auto found = id ? playlistsOf(request).playlist(*id) : std::nullopt;
        return found ? (this->*serveOne)(request, *found) : Sync::Http::nothingHere();
    };
}

Response PlaylistSite::list(const Request &request)
{
    Parameters parameters(request.head.query);
    const auto page = parameters.page();
    if (auto refused = parameters.refusal())
        return *std::move(refused);
    QJsonArray items;
    const QList<Playlist> all = playlistsOf(request).all();
    for (const Playlist &playlist : all.mid(page.offset, page.limit))
        items.append(toJson(playlist));
    return pageResponse(items, all.size(), page);
}

Response PlaylistSite::create(const Request &request)
{
    const auto wanted = readBody(request, [](Fields &fields) {
        return New{.name = readName(fields),
                   .tracks = fields.optional("tracks"_L1, [&] { return readTracks(fields); })
                                 .value_or(QList<Sync::TrackId>())};
    });
    if (const auto *refused = std::get_if<Response>(&wanted))
        return *refused;
    const auto &[name, tracks] = std::get<New>(wanted);
    const auto items = itemsOf(tracks);
    if (!items)
        return unknownTrack();
    return changed(request, playlistsOf(request).create(name, *items, Library::wallTime()).id, 201);
}

Response PlaylistSite::show(const Request &request, const Playlist &playlist)
{
    Parameters parameters(request.head.query);
    const auto page = parameters.page();
    if (auto refused = parameters.refusal())
        return *std::move(refused);
    QJsonObject json = toJson(playlist);
    QJsonArray tracks;
    for (const PlaylistItem &item : playlistsOf(request).items(playlist.id).mid(page.offset, page.limit))
        tracks.append(describe(request.caller->user, item));
    json.insert("offset"_L1, page.offset);
    json.insert("tracks"_L1, tracks);
    return jsonResponse(json);
}

Response PlaylistSite::rename(const Request &request, const Playlist &playlist)
{
    const auto name = readBody(request, readName);
    if (const auto *refused = std::get_if<Response>(&name))
        return *refused;
    (void)playlistsOf(request).rename(playlist.id, std::get<QString>(name), Library::wallTime());
    return changed(request, playlist.id);
}

Response PlaylistSite::remove(const Request &request, const Playlist &playlist)
{
    (void)playlistsOf(request).remove(playlist.id);
    m_music->tellChanged(request.caller->user);
    return {.status = 204};
}

Response PlaylistSite::insert(const Request &request, const Playlist &playlist)
{
    const auto wanted = readBody(request, [&](Fields &fields) {
        return Insertion{
            .tracks = readTracks(fields),
            .at =
                int(fields.optional("at"_L1, [&] { return fields.integer("at"_L1, 0, end); }).value_or(end))};
    });
    if (const auto *refused = std::get_if<Response>(&wanted))
        return *refused;
    const auto &[tracks, at] = std::get<Insertion>(wanted);
    const auto items = itemsOf(tracks);
    if (!items)
        return unknownTrack();
    if (playlist.itemCount + items->size() > end)
        return tooMany();
    (void)playlistsOf(request).insert(playlist.id, at, *items, Library::wallTime());
    return changed(request, playlist.id);
}

Response PlaylistSite::move(const Request &request, const Playlist &playlist)
{
    const auto wanted = readBody(request, [&](Fields &fields) {
        return Step{.from = int(fields.integer("from"_L1, 0, playlist.itemCount - 1)),
                    .to = int(fields.integer("to"_L1, 0, playlist.itemCount - 1))};
    });
    if (const auto *refused = std::get_if<Response>(&wanted))
        return *refused;
    const auto &[from, to] = std::get<Step>(wanted);
    (void)playlistsOf(request).move(playlist.id, {from}, to > from ? to + 1 : to, Library::wallTime());
    return changed(request, playlist.id);
}

Response PlaylistSite::take(const Request &request, const Playlist &playlist)
{
    const auto wanted = readBody(request, [&](Fields &fields) {
        const int at = int(fields.integer("at"_L1, 0, playlist.itemCount - 1));
        const auto count = fields.optional(
            "count"_L1, [&] { return fields.integer("count"_L1, 1, playlist.itemCount - at); });
        return Removal{.at = at, .count = int(count.value_or(1))};
    });
    if (const auto *refused = std::get_if<Response>(&wanted))
        return *refused;
    const auto &[at, count] = std::get<Removal>(wanted);
    QList<int> positions(count);
    std::iota(positions.begin(), positions.end(), at);
    (void)playlistsOf(request).take(playlist.id, positions, Library::wallTime());
    return changed(request, playlist.id);
}

Personal::Playlists &PlaylistSite::playlistsOf(const Request &request)
{
    return m_music->shelfOf(request.caller->user).playlists;
}

Response PlaylistSite::changed(const Request &request, quint64 id, int status)
{
    m_music->tellChanged(request.caller->user);
    const auto now = playlistsOf(request).playlist(id);
    return now ? jsonResponse(toJson(*now), status) : Sync::Http::nothingHere();
}

QJsonObject PlaylistSite::describe(const QString &user, const PlaylistItem &item)
{
    if (item.trackId != 0)
        if (QJsonObject json = m_music->describe(user, item.trackId); !json.contains("missing"_L1))
            return json;
    Library::Track remembered;
    remembered.id = item.trackId;
    remembered.title = item.title;
    remembered.artist = item.artist;
    remembered.duration = item.duration;
    QJsonObject json = toJson(remembered);
    json.insert("missing"_L1, true);
    return json;
}

std::optional<QList<PlaylistItem>> PlaylistSite::itemsOf(const QList<Sync::TrackId> &tracks)
{
    QList<PlaylistItem> items;
    for (const Sync::TrackId id : tracks) {
        auto item = Personal::itemOf(m_music->catalogue(), id);
        if (!item)
            return std::nullopt;
        items.append(*std::move(item));
    }
    return items;
}

} // namespace Web
