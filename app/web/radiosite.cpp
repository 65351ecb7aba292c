// SPDX-License-Identifier: Apache-2.0
#include "app/web/radiosite.h"

#include "app/personal/limits.h"
#include "app/personal/playlist.h"
#include "app/web/libraryjson.h"
#include "sync/http/parameters.h"
#include "sync/http/routes.h"

using namespace Qt::StringLiterals;
using Personal::Station;
using Sync::Fields;
using Sync::Role;
using Sync::Http::errorResponse;
using Sync::Http::jsonResponse;
using Sync::Http::Method;
using Sync::Http::pageResponse;
using Sync::Http::Parameters;
using Sync::Http::Request;
using Sync::Http::Response;

namespace Web {

namespace {

QJsonObject toJson(const Station &station)
{
    return {{"id"_L1, qint64(station.id)}, {"name"_L1, station.name}, {"url"_L1, station.url.toString()}};
}

Station readStation(Fields &fields)
{
    const auto url = Personal::stationUrl(fields.text("url"_L1, Personal::Limits::urlCharacters));
    const auto name = fields.optional(
        "name"_L1, [&] { return fields.text("name"_L1, 4 * Personal::Limits::nameCharacters); });
    if (!url)
        fields.fail("url"_L1, "is not an address that begins with http:// or https:// and has no password");
    return Personal::makeStation(name.value_or(QString()), url.value_or(QUrl()));
}

} // namespace

RadioSite::RadioSite(std::shared_ptr<PersonalMusic> music)
    : m_music(std::move(music))
{
    serveQuery("/api/v1/radio", Role::Listener,
               [this](const Request &request, const auto &) { return list(request); });
    serve(Method::Post, "/api/v1/radio", Role::Controller,
          [this](const Request &request, const auto &) { return add(request); });
    serve(Method::Delete, "/api/v1/radio/{id}", Role::Controller,
          [this](const Request &request, const auto &parts) { return remove(request, parts.first()); });
}

Response RadioSite::list(const Request &request)
{
    Parameters parameters(request.head.query);
    const auto page = parameters.page();
    if (auto refused = parameters.refusal())
        return *std::move(refused);
    const auto all = m_music->shelfOf(request.caller->user).stations.all();
    QJsonArray items;
    for (const Station &station : all.mid(page.offset, page.limit))
        items.append(toJson(station));
    return pageResponse(items, all.size(), page);
}

Response RadioSite::add(const Request &request)
{
    const auto wanted = Sync::Http::readBody(request, readStation);
    if (const auto *refused = std::get_if<Response>(&wanted))
        return *refused;
    const auto &station = std::get<Station>(wanted);
    Personal::Stations &stations = m_music->shelfOf(request.caller->user).stations;
    if (!stations.station(station.id) && stations.all().size() >= Personal::Limits::stations)
        return errorResponse(409, "refused", "there is no room for another station; remove one first");
    (void)stations.add({station});
    m_music->tellChanged(request.caller->user);
    return jsonResponse(toJson(station), 201);
}

Response RadioSite::remove(const Request &request, const QByteArray &station)
{
    const auto id = Sync::Http::idIn(station);
    Personal::Stations &stations = m_music->shelfOf(request.caller->user).stations;
    if (!id || !stations.station(*id))
        return Sync::Http::nothingHere();
    (void)stations.remove(*id);
    m_music->tellChanged(request.caller->user);
    return {.status = 204};
}

} // namespace Web
