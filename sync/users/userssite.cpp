// SPDX-License-Identifier: Apache-2.0
#include "sync/users/userssite.h"

#include "sync/http/parameters.h"
#include "sync/limits.h"
#include "sync/logging.h"
#include "sync/user.h"

#include <QJsonArray>
#include <QPromise>
#include <QUrl>

using namespace Qt::StringLiterals;
using Sync::Http::errorResponse;
using Sync::Http::jsonResponse;
using Sync::Http::Method;
using Sync::Http::Request;
using Sync::Http::Response;

namespace Sync {

namespace {

constexpr auto cookieFor = std::chrono::hours(24 * 400); // as long as browsers keep one
constexpr qsizetype longestText = 4 * Limits::userNameBytes; // what is longer is not even looked at

QJsonObject toJson(const User &user)
{
    QJsonObject json{{"id"_L1, user.id}, {"default"_L1, user.id == defaultUser}};
    if (!user.name.isEmpty())
        json.insert("name"_L1, user.name);
    if (user.createdMs > 0)
        json.insert("created_ms"_L1, user.createdMs);
    return json;
}

QJsonObject toJson(const User &user, const Belongings &belongings)
{
    QJsonObject json = toJson(user);
    json.insert("playlist_count"_L1, belongings.playlists);
    json.insert("favourite_count"_L1, belongings.favourites);
    json.insert("rating_count"_L1, belongings.ratings);
    json.insert("play_count"_L1, belongings.plays);
    json.insert("station_count"_L1, belongings.stations);
    return json;
}

Response refusal(NameFault fault)
{
    const QByteArray words = sentence(fault).toUtf8();
    return fault == NameFault::Taken ? errorResponse(409, "name_taken", words, "name")
                                     : errorResponse(400, "bad_field", words, "name");
}

std::variant<QString, Response> readName(const Request &request)
{
    return Http::readBody(request, [](Fields &fields) { return fields.text("name"_L1, longestText); });
}

} // namespace

UsersSite::UsersSite(std::shared_ptr<const Users> users, std::shared_ptr<const Tokens> tokens, Hooks hooks)
    : m_users(std::move(users))
    , m_tokens(std::move(tokens))
    , m_hooks(std::move(hooks))
{
    serve(Method::Get, "/api/v1/users", Role::Listener,
          [this](const Request &, const auto &) { return list(); });
    serve(Method::Post, "/api/v1/users", Role::Admin,
          [this](const Request &request, const auto &) { return create(request); });
    serve(Method::Patch, "/api/v1/users/{id}", Role::Admin,
          [this](const Request &request, const auto &parts) { return rename(request, parts.first()); });
    serveQuery(Method::Delete, "/api/v1/users/{id}", Role::Admin,
               [this](const Request &request, const auto &parts) { return remove(request, parts.first()); });
    serve(Method::Put, "/api/v1/me/user", Role::Controller,
          [this](const Request &request, const auto &) { return enter(request); });
}

Response UsersSite::list() const
{
    QJsonArray items;
    for (const User &user : m_users->all())
        items.append(toJson(user, m_users->belongingsOf(user.id)));
    return jsonResponse({{"items"_L1, items}});
}

Response UsersSite::create(const Request &request) const
{
    const auto name = readName(request);
    if (const auto *bad = std::get_if<Response>(&name))
        return *bad;
    if (m_users->all().size() >= Limits::users)
        return errorResponse(409, "too_many_users",
                             u"this hub has %1 profiles at most"_s.arg(Limits::users).toUtf8());
    const auto made = m_users->create(std::get<QString>(name));
    if (const auto *fault = std::get_if<NameFault>(&made))
        return refusal(*fault);
    return jsonResponse(toJson(std::get<User>(made)), 201);
}

Response UsersSite::rename(const Request &request, const QByteArray &id) const
{
    const auto name = readName(request);
    if (const auto *bad = std::get_if<Response>(&name))
        return *bad;
    const auto user = m_users->find(QUrl::fromPercentEncoding(id));
    if (!user)
        return Http::nothingHere();
    const auto fault = m_users->rename(user->id, std::get<QString>(name));
    return fault ? refusal(*fault) : Response{.status = 204};
}

Http::Answer UsersSite::remove(const Request &request, const QByteArray &id)
{
    Http::Parameters parameters(request.head.query);
    const QString everything = parameters.text("everything");
    if (auto bad = parameters.refusal())
        return *std::move(bad);
    const auto user = m_users->find(QUrl::fromPercentEncoding(id));
    if (!user)
        return Http::nothingHere();
    if (user->id == defaultUser)
        return errorResponse(409, "default_user", "this profile is everybody's and cannot be deleted");
    const bool all = everything == "true"_L1;
    if (!all && !m_users->belongingsOf(user->id).isEmpty())
        return errorResponse(409, "has_music",
                             "this profile has playlists, favourites or a history of its own; with "
                             "everything=true they are deleted along with it");
    const auto promise = std::make_shared<QPromise<Response>>();
    promise->start();
    m_hooks.close(user->id, [this, promise, user = *user, all](bool closed) {
        QMetaObject::invokeMethod(
            &m_context,
            [this, promise, user, all, closed] {
                promise->addResult(closed ? removeNow(user, all)
                                          : errorResponse(409, "user_in_use",
                                                          "devices play as this profile; let them switch "
                                                          "to another one first"));
                promise->finish();
            },
            Qt::QueuedConnection);
    });
    return promise->future();
}

Response UsersSite::removeNow(const User &user, bool everything) const
{
    try {
        m_users->remove(user.id);
    } catch (const DatabaseError &error) {
        qCWarning(httpLog) << error.what();
        return errorResponse(503, "not_stored", error.what());
    }
    qCInfo(httpLog).noquote() << "The profile" << user.name << "was deleted"
                              << (everything ? "with all it had." : "; it had nothing.");
    return {.status = 204};
}

/// A token is moved; this machine itself has none, and says each time who it is.
Response UsersSite::enter(const Request &request) const
{
    const auto wanted =
        Http::readBody(request, [](Fields &fields) { return fields.text("user"_L1, Limits::userNameBytes); });
    if (const auto *bad = std::get_if<Response>(&wanted))
        return *bad;
    const auto user = m_users->find(std::get<QString>(wanted));
    if (!user)
        return errorResponse(404, "no_such_user", "this hub has no such profile", "user");
    Response response{.status = 204};
    const qint64 token = request.caller->token;
    if (token == 0)
        response.headers.emplaceBack("Set-Cookie",
                                     QByteArray(profileCookie) + '=' + QUrl::toPercentEncoding(user->id)
                                         + "; Path=/; Max-Age="
                                         + QByteArray::number(std::chrono::seconds(cookieFor).count())
                                         + "; HttpOnly; SameSite=Strict");
    else if (request.caller->user != user->id && m_tokens->moveTo(token, user->id))
        m_hooks.sendOff(token);
    return response;
}

} // namespace Sync
